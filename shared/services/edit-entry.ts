import type { EntryShape } from '../contract/shapes.ts';
import { shareBefore } from '../entries/cut.ts';
import { applyEdit, deleteEntry, mergeEntries, splitEntry } from '../entries/edit.ts';
import type { Entry } from '../entries/entry.ts';
import type { World } from '../ports/world.ts';
import { correction } from '../review/transitions.ts';
import type { Instant } from '../values/instant.ts';
import { parseInstant } from '../values/instant.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { readTimes } from './add-entry.ts';
import {
  commitToOpenDay,
  findEntry,
  projectOf,
  readMinutes,
  readTicket,
  recordOf,
  storedShape,
} from './change-entry.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { entryShapeOf } from './shapes.ts';

interface EditInput {
  id: string;
  ticket?: string;
  minutes?: number | string;
  description?: string;
  startedAt?: string;
  endedAt?: string;
  stretch?: string;
}

/** Changes an entry; from then on it is the person's and no derivation touches it. @throws Problem. */
export async function editEntry(world: World, input: EditInput): Promise<EntryShape> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  const times = readTimes(input, entry.date, person);
  const ticket = input.ticket === undefined ? undefined : readTicket(input.ticket);
  const patch = {
    ...(ticket === undefined ? {} : { ticket, project: projectOf(ticket, person) }),
    ...(input.minutes === undefined ? {} : { minutes: readMinutes(input.minutes, person) }),
    ...(input.description === undefined ? {} : { description: input.description.trim() }),
    ...(times === null ? {} : { ...times, ...stretchOf(input) }),
  };
  if (Object.keys(patch).length === 0) {
    throw new Problem(
      'usage',
      said`Nothing to change was given.`,
      said`Give a ticket, minutes, a description or times.`,
    );
  }
  const after = applyEdit(entry, patch, person.now);
  await commitToOpenDay(world, person, entry.date, {
    operation: 'entry.edit',
    why: `changed ${Object.keys(patch).join(', ')}`,
    rows: [{ before: entry, after }],
  });
  return storedShape(world, after);
}

/** Deletes an entry: it leaves the day, and is not proposed again. Undo brings it back. */
export async function removeEntry(world: World, input: { id: string }): Promise<EntryShape> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  await commitToOpenDay(world, person, entry.date, {
    operation: 'entry.delete',
    why: 'deleted by hand',
    rows: [{ before: entry, after: deleteEntry(entry, person.now) }],
  });
  return entryShapeOf(entry);
}

/** Which stretch the times are for. @throws Problem `usage`. */
function stretchOf({ stretch }: EditInput): { stretch?: Instant } {
  if (stretch === undefined) return {};
  const at = parseInstant(stretch);
  if (at === null)
    throw new Problem('usage', said`"${stretch}" is no instant.`, said`Give the start of a stretch.`);
  return { stretch: at };
}

interface SplitInput {
  id: string;
  minutes?: number | string;
  at?: string;
  ticket?: string;
}

/** Splits an entry in two whose minutes add up to what it had: after some minutes, or at an instant. @throws Problem. */
export async function splitNow(world: World, input: SplitInput): Promise<EntryShape[]> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  const ticket = input.ticket === undefined ? undefined : readTicket(input.ticket);
  const { first: length, share } = cutOf(entry, input, person);
  const parts = splitEntry(entry, length, world.ids.next(person.now), ticket, person.now, share);
  const [first, rest] = parts;
  const second = ticket === undefined ? rest : { ...rest, project: projectOf(ticket, person) };
  await commitToOpenDay(world, person, entry.date, {
    operation: 'entry.split',
    why: 'split by hand',
    rows: [
      { before: entry, after: first },
      { before: null, after: second },
    ],
  });
  return Promise.all([storedShape(world, first), storedShape(world, second)]);
}

/** How long the first part is, and where on the clock the cut falls. @throws Problem `usage`. */
function cutOf(entry: Entry, input: SplitInput, person: Person): { first: Minutes; share?: number } {
  if (input.minutes !== undefined) return { first: readMinutes(input.minutes, person) };
  const at = parseInstant(input.at ?? '');
  const share = at === null ? null : shareBefore(entry, at);
  if (share === null || share <= 0 || share >= 1) {
    throw new Problem(
      'usage',
      said`The entry has no time on both sides of this cut.`,
      said`Give an instant within it, or the minutes of its first part.`,
    );
  }
  // Both parts keep a minute, however near to an end the cut is.
  const first = Math.round(entry.minutes * share);
  return { first: minutes(Math.min(entry.minutes - 1, Math.max(1, first))), share };
}

/** Merges entries of one day into the first. */
export async function mergeNow(world: World, input: { id: string; others: string }): Promise<EntryShape> {
  const person = personOf(world);
  const first = await findEntry(world, person, input.id);
  const others = await Promise.all(
    input.others
      .split(/[\s,]+/)
      .filter((id) => id !== '')
      .map((id) => findEntry(world, person, id)),
  );
  const { merged, gone } = mergeEntries(first, others, person.now);
  const before = new Map(others.map((entry) => [entry.id, entry]));
  await commitToOpenDay(world, person, first.date, {
    operation: 'entry.merge',
    why: `merged ${others.length + 1} entries`,
    rows: [
      { before: first, after: merged },
      ...gone.map((entry) => ({ before: before.get(entry.id) ?? null, after: entry })),
    ],
  });
  return storedShape(world, merged);
}

/** Appends a correction to a submitted day; what was submitted stays as it was (design §2 "Status"). */
export async function correctEntry(
  world: World,
  input: { id: string; minutes: number | string; reason: string },
): Promise<EntryShape> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  const record = await recordOf(world, person, entry.date);
  const sameDay = await world.stores.entries.between(person.user, entry.date, entry.date);
  const before = sameDay
    .filter((other) => other.correction?.of === entry.id)
    .reduce((sum, other) => sum + other.minutes, 0);
  const change = readMinutes(input.minutes, person);
  const id = world.ids.next(person.now);
  const after = correction(record, entry, change, input.reason, id, person.now, before);
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'entry.correct',
    why: input.reason,
    changes: [{ noun: 'entry', before: null, after }],
  });
  world.events.publish({ kind: 'day', date: entry.date });
  return storedShape(world, after);
}
