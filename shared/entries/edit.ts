import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { union } from '../values/interval.ts';
import type { Minutes } from '../values/minutes.ts';
import { formatShort, minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { prefixOf } from '../values/ticket-id.ts';
import { clockOf, cutAt } from './cut.ts';
import type { Entry, EvidenceRef } from './entry.ts';
import type { NewLength } from './length.ts';
import { assertSensibleMinutes, lengthAfter } from './length.ts';
import { stretchesOf } from './overlap.ts';

/** What a person may change on an entry. What is left out stays. */
export interface EntryPatch extends NewLength {
  readonly ticket?: TicketId | null;
  readonly project?: string | null;
  readonly description?: string;
}

/**
 * The entry as the person wants it; from now on it is theirs and no derivation touches it (design §2 "Fusion").
 * New clock times set the minutes, new minutes move the end of an entry typed with clock times. Raw minutes of
 * derived time stay: they are what was observed.
 * @throws Problem `usage` when the result makes no sense, `refused` on a correction.
 */
export function applyEdit(entry: Entry, patch: EntryPatch, now: Instant): Entry {
  assertOpenToChange(entry);
  const after: Entry = {
    ...touched(entry, now),
    ...(patch.ticket === undefined ? {} : { ticket: patch.ticket }),
    ...(patch.project === undefined ? {} : { project: patch.project }),
    ...(patch.description === undefined ? {} : { description: patch.description }),
    ...lengthAfter(entry, patch),
  };
  // A proposal may have been rounded to nothing; changing its ticket is fine all the same.
  if (after.minutes !== entry.minutes) assertSensibleMinutes(after);
  if (after.source === 'manual' && after.description.trim() === '') {
    throw new Problem(
      'usage',
      said`An entry made by hand needs a description.`,
      said`Say in a few words what was done.`,
    );
  }
  return after;
}

/** Deletes an entry. Its row and key stay, so that it is not proposed again. @throws Problem `refused` on a correction. */
export function deleteEntry(entry: Entry, now: Instant): Entry {
  assertOpenToChange(entry);
  return { ...touched(entry, now), state: 'deleted' };
}

/**
 * Two entries whose minutes add up to the one: `firstMinutes` stay, the rest becomes a new entry without a key,
 * so that no derivation claims it. Time, raw minutes and evidence are cut at the same place.
 * @param share how much of its clock time the first part gets, 0 to 1; as much as of the minutes when left out.
 * @param ticketOfSecond undefined: the same ticket; its project is then the prefix until the caller maps it.
 * @throws Problem `usage` when either part would be empty, `refused` on a correction.
 */
export function splitEntry(
  entry: Entry,
  firstMinutes: Minutes,
  newId: Id,
  ticketOfSecond: TicketId | null | undefined,
  now: Instant,
  share = firstMinutes / entry.minutes,
): [Entry, Entry] {
  assertOpenToChange(entry);
  if (firstMinutes <= 0 || firstMinutes >= entry.minutes) {
    throw new Problem(
      'usage',
      said`${formatShort(firstMinutes)} cannot be split off an entry of ${formatShort(entry.minutes)}.`,
      said`Both parts need at least one minute.`,
    );
  }
  const rawFirst = minutes(Math.round((entry.rawMinutes * firstMinutes) / entry.minutes));
  const cut = cutAt(entry, share);
  const first: Entry = { ...touched(entry, now), ...cut.first, minutes: firstMinutes, rawMinutes: rawFirst };
  const second: Entry = {
    ...first,
    ...cut.second,
    id: newId,
    key: null,
    minutes: minutes(entry.minutes - firstMinutes),
    rawMinutes: minutes(entry.rawMinutes - rawFirst),
    ...(ticketOfSecond === undefined ? {} : { ticket: ticketOfSecond, project: projectOf(ticketOfSecond) }),
    createdAt: now,
    revision: 1,
  };
  return [first, second];
}

/**
 * One entry of all of them: minutes and raw minutes added, spans, commits and evidence of all, words joined; ticket,
 * key and source of the first. `gone` are the others, deleted with their keys so that they are not proposed again.
 * @throws Problem `usage` when they are not different entries of one day, `refused` on a correction.
 */
export function mergeEntries(
  first: Entry,
  others: readonly Entry[],
  now: Instant,
): { merged: Entry; gone: Entry[] } {
  const all = [first, ...others];
  all.forEach(assertOpenToChange);
  if (others.length === 0 || new Set(all.map((entry) => entry.id)).size < all.length) {
    throw new Problem('usage', said`There is nothing to merge.`, said`Name at least two different entries.`);
  }
  if (all.some((entry) => entry.date !== first.date || entry.user !== first.user)) {
    throw new Problem('usage', said`Entries of different days stay apart.`, said`Merge entries of one day.`);
  }
  const spans = union(all.flatMap(stretchesOf));
  const merged: Entry = {
    ...touched(first, now),
    minutes: minutes(all.reduce((sum, entry) => sum + entry.minutes, 0)),
    rawMinutes: minutes(all.reduce((sum, entry) => sum + entry.rawMinutes, 0)),
    description: distinct(all.map((entry) => entry.description.trim()).filter((words) => words !== '')).join(
      '; ',
    ),
    commits: distinct(all.flatMap((entry) => entry.commits)),
    evidence: distinctEvidence(all.flatMap((entry) => entry.evidence)),
    spans,
    // A part without clock times makes the whole one without: its minutes lie somewhere in the day.
    ...clockOf(all.every((entry) => entry.startedAt !== null) ? spans : []),
  };
  assertSensibleMinutes(merged);
  return { merged, gone: others.map((entry) => deleteEntry(entry, now)) };
}

/** The same entry, changed by the person now. */
const touched = (entry: Entry, now: Instant): Entry => ({
  ...entry,
  state: 'edited',
  updatedAt: now,
  revision: entry.revision + 1,
});

/** A correction stands as it was appended, and what is deleted is gone. @throws Problem `refused`. */
function assertOpenToChange(entry: Entry): void {
  if (entry.correction !== null) {
    throw new Problem(
      'refused',
      said`A correction stays as it was written.`,
      said`Append another one: stint correct ENTRY MINUTES --reason "…".`,
    );
  }
  if (entry.state === 'deleted') {
    throw new Problem(
      'refused',
      said`This entry was deleted.`,
      said`Bring it back with \`stint undo\`, or add a new one.`,
    );
  }
}

const projectOf = (ticket: TicketId | null): string | null => (ticket === null ? null : prefixOf(ticket));

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

const distinctEvidence = (refs: readonly EvidenceRef[]): EvidenceRef[] => [
  ...new Map(refs.map((ref) => [`${ref.kind} ${ref.ref} ${ref.startedAt} ${ref.endedAt}`, ref])).values(),
];
