import type { EntryShape } from '../contract/shapes.ts';
import { applyEdit, deleteEntry, mergeEntries, splitEntry } from '../entries/edit.ts';
import type { World } from '../ports/world.ts';
import { correction } from '../review/transitions.ts';
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
import { personOf } from './person.ts';
import { entryShapeOf } from './shapes.ts';

interface EditInput {
  id: string;
  ticket?: string;
  minutes?: number | string;
  description?: string;
  startedAt?: string;
  endedAt?: string;
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
    ...(times ?? {}),
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

/** Splits an entry in two whose minutes add up to what it had. */
export async function splitNow(
  world: World,
  input: { id: string; minutes: number | string; ticket?: string },
): Promise<EntryShape[]> {
  const person = personOf(world);
  const entry = await findEntry(world, person, input.id);
  const ticket = input.ticket === undefined ? undefined : readTicket(input.ticket);
  const parts = splitEntry(
    entry,
    readMinutes(input.minutes, person),
    world.ids.next(person.now),
    ticket,
    person.now,
  );
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
  const minutes = readMinutes(input.minutes, person);
  const id = world.ids.next(person.now);
  const after = correction(record, entry, minutes, input.reason, id, person.now, before);
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'entry.correct',
    why: input.reason,
    changes: [{ noun: 'entry', before: null, after }],
  });
  world.events.publish({ kind: 'day', date: entry.date });
  return storedShape(world, after);
}
