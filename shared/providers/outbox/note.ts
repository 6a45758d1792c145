import type { Entry } from '../../entries/entry.ts';
import { readNote } from '../reference.ts';

/** Stands where nothing is to be filled in, until what separated it is taken away too. */
const NOTHING = '\u0000';
const SEPARATORS = String.raw`[:;,|/·–—-]`;
/** An empty place, the brackets around it and the separator after it. */
const EMPTY = new RegExp(String.raw`[([]?${NOTHING}[)\]]?\s*${SEPARATORS}*\s*`, 'g');
const DANGLING = new RegExp(String.raw`\s*${SEPARATORS}*\s*$`);

/**
 * What people will read at the provider (setting `booking.note`): places in braces are filled in, unknown ones stay as
 * they are. A place that stays empty takes its brackets and the separator next to it along, so `{ticket}: {description}`
 * leaves no stray colon. Runs of blanks become one.
 */
export function noteOf(
  template: string,
  entry: Pick<Entry, 'ticket' | 'project' | 'description' | 'date'>,
): string {
  // A description copied from the provider carries a mark; a second one would tell of another entry.
  const description = readNote(entry.description.replaceAll(NOTHING, '')).note.trim();
  const places: Readonly<Record<string, string>> = {
    ticket: entry.ticket ?? '',
    project: entry.project ?? '',
    date: entry.date,
    description,
  };
  // In one pass: braces in a description are the person's own.
  let endsEmpty = false;
  const filled = template
    .replaceAll(NOTHING, '')
    .replaceAll(/\{(\w+)\}/g, (whole, name: string, at: number, all: string) => {
      if (!Object.hasOwn(places, name)) return whole;
      const value = places[name]!;
      if (value === '' && all.slice(at + whole.length).replaceAll(/[)\]\s]/g, '') === '') endsEmpty = true;
      return value === '' ? NOTHING : value;
    });
  const text = filled.replaceAll(EMPTY, '');
  return (endsEmpty ? text.replace(DANGLING, '') : text).replaceAll(/\s+/g, ' ').trim();
}
