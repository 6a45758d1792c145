import type { EntryShape } from '../contract/shapes.ts';
import type { Entry } from '../entries/entry.ts';
import type { RowChange } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import { projectOfTicket } from '../proposals/piece.ts';
import type { DayRecord } from '../review/day.ts';
import { afterEdit, assertEditable } from '../review/transitions.ts';
import { isId } from '../values/ids.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutes, parseDuration } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { parseTicketId } from '../values/ticket-id.ts';
import { proposeDay } from './derive-day.ts';
import type { Person } from './person.ts';
import { entryShapeOf } from './shapes.ts';

/** The entry with this id, or the one whose id ends so. @throws Problem `not-found`, `usage` when several do. */
export async function findEntry(world: World, person: Person, id: string): Promise<Entry> {
  const found = isId(id)
    ? [await world.stores.entries.get(id)]
    : await world.stores.entries.endingIn(person.user, id.toLowerCase());
  const live = found.filter(
    (entry) => entry !== null && entry.user === person.user && entry.state !== 'deleted',
  );
  if (live.length > 1)
    throw new Problem('usage', said`Several entries end in "${id}".`, said`Give more of the id.`);
  if (live[0]) return live[0];
  throw new Problem(
    'not-found',
    said`There is no entry ${id}.`,
    said`See \`stint day\` for the entries of a day and their ids.`,
  );
}

/** The record of a day, or null while nobody closed it. */
export async function recordOf(world: World, person: Person, date: LocalDay): Promise<DayRecord | null> {
  return (await world.stores.days.between(person.user, date, date))[0] ?? null;
}

/** Changed entries, and what has to change with them or not at all. */
interface EntryStep {
  readonly operation: string;
  readonly why: string;
  readonly rows: readonly { before: Entry | null; after: Entry | null }[];
  readonly besides?: readonly RowChange[];
}

/**
 * Writes changed entries of one open day in one step; a reviewed day becomes a draft again (design §2 "Status").
 * Afterwards the untouched proposals around them are derived anew, so that no minute counts twice.
 * @throws Problem `refused` on a submitted day.
 */
export async function commitToOpenDay(
  world: World,
  person: Person,
  date: LocalDay,
  step: EntryStep,
): Promise<void> {
  const record = await recordOf(world, person, date);
  assertEditable(record);
  const reopened = afterEdit(record);
  const changes: RowChange[] = [
    ...(step.besides ?? []),
    ...step.rows.map((row): RowChange => ({ noun: 'entry', ...row })),
  ];
  if (reopened) changes.push({ noun: 'day', before: record, after: reopened });
  await world.stores.ledger.commit({ actor: person.user, operation: step.operation, why: step.why, changes });
  if (changes.some(({ noun }) => noun === 'session')) world.events.publish({ kind: 'session' });
  await proposeDay(world, person, date);
  world.events.publish({ kind: 'day', date });
}

/** The entry as it is stored now, in the shape doors answer with. */
export async function storedShape(world: World, entry: Entry): Promise<EntryShape> {
  return entryShapeOf((await world.stores.entries.get(entry.id)) ?? entry);
}

/** Minutes given as a number or as text. @throws Problem `usage`. */
export function readMinutes(value: number | string, person: Person): Minutes {
  if (typeof value === 'number') return minutes(value);
  if (/^-?\d{1,5}$/.test(value.trim())) return minutes(Number(value));
  const read = parseDuration(value, person.settings['time.workingHoursPerDay']);
  if (read !== null) return read;
  throw new Problem(
    'usage',
    said`"${value}" is not a duration.`,
    said`Give minutes, or text such as 45m, 2h, 1h30m, -1h.`,
  );
}

/** A ticket a person typed; empty means none. @throws Problem `usage`. */
export function readTicket(value: string): TicketId | null {
  if (value.trim() === '') return null;
  const ticket = parseTicketId(value);
  if (ticket !== null) return ticket;
  throw new Problem(
    'usage',
    said`"${value}" is not a ticket.`,
    said`Tickets look like TB-042: letters, a dash, a number.`,
  );
}

/** The project an entry on this ticket belongs to; none without a ticket. */
export const projectOf = (ticket: TicketId | null, person: Person): string | null =>
  ticket === null ? null : projectOfTicket(ticket, person.rules);
