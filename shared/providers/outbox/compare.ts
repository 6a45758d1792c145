import type { BookingDraft, RemoteEntry } from '../../entries/booking.ts';
import { formatShort } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';

/** Providers trim, and fold lines in ways of their own: that is no difference. */
const plain = (note: string): string => note.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Is it the note that was sent, as far as the provider had room for it? */
function sameNote(remote: string, sent: string): boolean {
  const there = plain(remote);
  const here = plain(sent);
  return there === here || (there.endsWith('…') && here.startsWith(plain(there.slice(0, -1))));
}

/** Does it hold what the draft says? Billable is left out: units overrule it. */
export const holds = (remote: RemoteEntry, draft: BookingDraft): boolean =>
  remote.minutes === draft.minutes &&
  remote.date === draft.date &&
  remote.unit === draft.unit &&
  (draft.task === null || remote.task === draft.task) &&
  sameNote(remote.note, draft.note);

/** Was nothing changed there, as far as we look? Ids are left out, so that doubles are found by it too. */
export const sameRemote = (a: RemoteEntry, b: RemoteEntry): boolean =>
  a.minutes === b.minutes &&
  a.date === b.date &&
  a.unit === b.unit &&
  a.task === b.task &&
  plain(a.note) === plain(b.note);

/** How alike two notes are, from 0 to 1: the part of their words that they share. */
export function likeness(a: string, b: string): number {
  const wordsOf = (text: string) =>
    new Set(
      plain(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}-]+/gu),
    );
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.size + other.size === 0) return 1;
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / (one.size + other.size);
}

/** What differs, in words: `2h here and 1h30m there`. */
export function differences(mine: BookingDraft, theirs: RemoteEntry): string {
  const found: string[] = [];
  if (mine.minutes !== theirs.minutes)
    found.push(said`${formatShort(mine.minutes)} here and ${formatShort(theirs.minutes)} there`);
  if (mine.date !== theirs.date) found.push(said`${mine.date} here and ${theirs.date} there`);
  if (mine.unit !== theirs.unit) found.push(said`another unit there`);
  else if (mine.task !== null && mine.task !== theirs.task) found.push(said`another task there`);
  if (!sameNote(theirs.note, mine.note)) found.push(said`another note there`);
  return found.join(', ');
}
