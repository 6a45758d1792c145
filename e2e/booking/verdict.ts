// What must be true at the end of every story, whatever went wrong on the way.
import type { Entry } from '#shared/entries/entry.ts';
import type { PlanRow } from '#shared/contract/booking-shapes.ts';
import { referenceOf } from '#shared/providers/reference.ts';
import type { FakeEntry } from '../world/providers/fake-provider.ts';
import type { Ending } from './play-story.ts';
import { brokenLimits } from './rate-witness.ts';
import { placeOf, sumOf } from './week-of-work.ts';

/** Everything that is wrong with an ending, in words; empty: all is well. */
export function complaints(ending: Ending): string[] {
  const { breakdowns, breaches, entries, http, last, story } = ending;
  return [
    ...breakdowns.map((error) => `broke down: ${error instanceof Error ? error.stack : String(error)}`),
    ...breaches,
    ...last.failed
      .filter(({ reason }) => reason === '')
      .map((row) => `refused without a word: ${JSON.stringify(row)}`),
    ...doubles(ending),
    ...strangers(ending),
    ...handsOff(ending),
    ...entries.filter((entry) => entry.correction === null).flatMap((entry) => booked(ending, entry)),
    ...brokenLimits(story.provider, http.sent),
    ...(http.tooMany() > 0 ? [`the service had to say "too many" ${http.tooMany()} times`] : []),
  ];
}

/**
 * Of two with one mark a person has changed or locked one: it can no longer be told whether the other is a double of
 * ours or a copy of theirs, so it is shown, and theirs to take away.
 */
function isShown({ remote, there, plan }: Ending, one: FakeEntry): boolean {
  const touched = remote.some(
    ({ id, reference }) => reference === one.reference && (there.locked.has(id) || there.edited.has(id)),
  );
  const isTold =
    plan.elsewhere.some(({ remoteId }) => remoteId === one.id) ||
    plan.warnings.some((text) => /twice/.test(text));
  return touched && isTold;
}

function doubles(ending: Ending): string[] {
  const known = new Set<string>(ending.entries.map((entry) => referenceOf(entry.id)));
  const references = ending.remote
    .filter((entry) => !isShown(ending, entry))
    .map((entry) => entry.reference)
    .filter((text) => text !== null && known.has(text));
  return [...new Set(references)]
    .map((reference) => ({ reference, count: references.filter((other) => other === reference).length }))
    .filter(({ count }) => count > 1)
    .map(({ reference, count }) => `${reference} is there ${count} times`);
}

/** Whatever is there is the person's own or an entry's. */
function strangers({ remote, entries, there }: Ending): string[] {
  const known = new Set(entries.map((entry) => referenceOf(entry.id)));
  return remote
    .filter(({ id, reference }) => !there.byHand.has(id) && (reference === null || !known.has(reference)))
    .filter(({ id }) => !there.edited.has(id))
    .map((entry) => `nobody knows ${JSON.stringify(entry)}`);
}

/** What was booked by hand stays as it was, unless it was taken for an entry's. */
function handsOff({ remote, there }: Ending): string[] {
  return [...there.byHand.values()]
    .filter(({ id }) => !there.adopted.has(id))
    .flatMap((left) => {
      const now = remote.find(({ id }) => id === left.id);
      if (now === undefined) return [`booked by hand and gone: ${JSON.stringify(left)}`];
      return same(left, now)
        ? []
        : [`booked by hand and changed: ${JSON.stringify(left)} is now ${JSON.stringify(now)}`];
    });
}

function booked(ending: Ending, entry: Entry): string[] {
  const { entries, plan, remote, outbox, there, story } = ending;
  const row = outbox.find((one) => one.entry === entry.id);
  const planned = plan.rows.find((one) => one.entryId === entry.id);
  const found = remote.filter(
    (one) => one.id === row?.remoteId || (one.reference === referenceOf(entry.id) && !isShown(ending, one)),
  );
  const sum = sumOf(entry, entries);
  const isDue = entry.state !== 'deleted' && sum > 0;
  const touched =
    found.some(({ id }) => there.edited.has(id)) ||
    there.removed.has(row?.remoteId ?? '') ||
    there.removed.has(referenceOf(entry.id));
  const locked = found.some(({ id }) => there.locked.has(id));
  const accepted = touched && [...story.runs.map((run) => run.conflicts), story.settle].includes('theirs');
  const tell = (what: string): string[] => [
    `${what}: ${entry.date} ${entry.ticket} ${sum}m ${entry.state}, there ${JSON.stringify(found)}, ` +
      `planned ${planned?.action} (${planned?.reason}), outbox ${row?.action} ${row?.state} ${row?.lastError}`,
  ];

  if (found.length > 1) return tell('more than once');
  switch (planned?.action) {
    case undefined:
      return isDue || (found.length > 0 && !accepted && !locked) ? tell('not in the plan') : [];
    case 'skip':
      if (accepted || locked) return [];
      if (!isDue) return found.length > 0 ? tell('still there') : [];
      return found.length === 1 && holds(ending, entry, sum, found[0]!) ? [] : tell('not as it is here');
    case 'conflict':
      return (touched || locked) && (story.settle === null || locked) ? [] : tell('no conflict');
    case 'blocked':
      return isTrue(planned, entry, sum, locked) ? [] : tell('blocked for no reason');
    case 'create':
    case 'update':
    case 'adopt':
    case 'delete':
      return row?.state === 'failed' && locked && row.lastError ? [] : tell('left undone');
  }
}

/** Any of what is in the way may be told, and nothing else. */
function isTrue({ reason }: PlanRow, entry: Entry, sum: number, locked: boolean): boolean {
  return (
    (sum < 0 && reason.includes('less than nothing')) ||
    (entry.ticket === 'NEW-3' && reason.includes('not mapped')) ||
    (locked && /no longer be changed|refused it/.test(reason))
  );
}

function holds({ fake }: Ending, entry: Entry, sum: number, found: FakeEntry): boolean {
  const { unit, task = null } = placeOf(fake, entry.ticket);
  return (
    found.minutes === sum &&
    found.date === entry.date &&
    found.unit === unit &&
    found.task === task &&
    !found.running
  );
}

const same = (a: FakeEntry, b: FakeEntry): boolean =>
  a.minutes === b.minutes && a.date === b.date && a.note === b.note && a.unit === b.unit && a.task === b.task;
