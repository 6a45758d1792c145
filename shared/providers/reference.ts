import type { Id } from '../values/ids.ts';

/**
 * How an entry is told from all others at a provider that has no field for it: a short mark at the end of the note.
 * Twelve random characters of the entry's id; people's own notes hardly ever end like that.
 */
const MARK = /\s*\[stint ([0-9a-f]{12})\]\s*$/;

/** The reference of an entry: the same for ever, whatever is changed in it. */
export const referenceOf = (entry: Id): string => entry.replaceAll('-', '').slice(-12);

/** The note as it is sent: the words, then the mark. @param limit longest note the provider takes, mark included. */
export function markNote(note: string, reference: string, limit: number): string {
  const mark = `[stint ${reference}]`;
  const room = Math.max(0, limit - mark.length - 1);
  const words = note.length > room ? `${note.slice(0, Math.max(0, room - 1))}…` : note;
  return words === '' ? mark : `${words} ${mark}`;
}

/** A note as it came back, taken apart. */
export function readNote(note: string): { readonly note: string; readonly reference: string | null } {
  const found = MARK.exec(note);
  return found
    ? { note: note.slice(0, found.index), reference: found[1]! }
    : { note: note.trim(), reference: null };
}
