import type { Entry } from '../../entries/entry.ts';
import type { ImportFormatId } from '../../formats/format-ids.ts';
import type { ImportFormat } from '../../formats/import-formats.ts';
import { IMPORT_FORMATS } from '../../formats/import-formats.ts';
import type { TimeRecord } from '../../formats/time-record.ts';
import type { RowChange } from '../../ports/changes.ts';
import type { World } from '../../ports/world.ts';
import type { DayRecord } from '../../review/day.ts';
import { groupBy } from '../../values/group.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import { proposeFound } from '../derive-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { foreignFiles } from './foreign-files.ts';
import { newEntries } from './merge-day.ts';

export interface Imported {
  /** Entries that are new. */
  entries: number;
  /** Those that were there already: importing again changes nothing. */
  known: number;
  days: string[];
  users: string[];
  /** Those of them that are not the person, as far as is known. */
  others: string[];
  skipped: string[];
}

/** Rows written in one step; a step is what undo takes back. */
const STEP_ROWS = 2000;
/** Windows show a few days; years of them need not be told one by one. */
const MOST_TOLD = 31;

/**
 * Takes in time that other tools kept. What says the same of a day as an entry that is there is that entry; a day
 * that was closed here is left alone and named. A day nobody has begun here takes the status its file tells.
 * @throws Problem `not-found`, `usage` when nothing of the format is there.
 */
export async function importTimes(
  world: World,
  input: { format: ImportFormatId; path: string },
): Promise<Imported> {
  const person = personOf(world);
  const { records, skipped } = await readAll(world, person, input);
  const found: Imported = { entries: 0, known: 0, days: [], users: [], others: [], skipped };
  const days = new Set<LocalDay>();
  let step: RowChange[] = [];
  for (const [user, own] of groupBy(records, (record) => userOf(record, person))) {
    found.users.push(user);
    for (const day of await daysToTake(world, person, { user, format: input.format }, own, found)) {
      days.add(day.date);
      step.push(...day.changes);
      if (step.length < STEP_ROWS) continue;
      await write(world, person, input.format, step);
      step = [];
    }
  }
  await write(world, person, input.format, step);
  found.users.sort();
  found.others = found.users.filter((user) => user !== person.user);
  found.days = [...days].toSorted();
  await proposeFound(world, person, [...days].toSorted());
  for (const date of found.days.slice(-MOST_TOLD)) world.events.publish({ kind: 'day', date });
  return found;
}

async function readAll(world: World, person: Person, input: { format: ImportFormatId; path: string }) {
  const format: ImportFormat = IMPORT_FORMATS[input.format];
  const records: TimeRecord[] = [];
  const skipped: string[] = [];
  for await (const file of foreignFiles(world, format, world.machine.absolutePath(input.path))) {
    const read = format.read(file, {
      zone: person.zone,
      workingHoursPerDay: person.settings['time.workingHoursPerDay'],
      prefixes: person.settings['tickets.prefixes'],
    });
    if (typeof read === 'string') skipped.push(`${file.name}: ${read}`);
    else {
      skipped.push(...read.skipped.map(({ place, reason }) => `${file.name}, ${place}: ${reason}`));
      records.push(...read.records);
    }
  }
  return { records, skipped };
}

/** Whose it is: names and addresses that are the person's own are theirs. */
function userOf({ user }: TimeRecord, person: Person): string {
  const { settings } = person;
  const own = [person.user, settings['identity.name'], ...settings['identity.emails']];
  return user === null || own.some((name) => name.toLowerCase() === user.toLowerCase()) ? person.user : user;
}

/** The rows of each day that has something new, oldest first; what is left out is named in `found`. */
async function daysToTake(
  world: World,
  person: Person,
  from: { readonly user: string; readonly format: string },
  records: readonly TimeRecord[],
  found: Imported,
): Promise<{ date: LocalDay; changes: RowChange[] }[]> {
  const byDate = [...groupBy(records, ({ date }) => date)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [first, last] = [byDate[0]![0], byDate.at(-1)![0]];
  const there = groupBy(await world.stores.entries.between(from.user, first, last), ({ date }) => date);
  const standing = groupBy(await world.stores.days.between(from.user, first, last), ({ date }) => date);
  return byDate.flatMap(([date, told]) => {
    const before = there.get(date) ?? [];
    const fresh = newEntries(world, person, from, told, before);
    found.known += told.length - fresh.length;
    const [day] = standing.get(date) ?? [];
    if (fresh.length > 0 && day !== undefined && day.status !== 'draft') {
      found.skipped.push(
        said`${date}: that day is ${day.status} here, so ${fresh.length} entries were left out`,
      );
      return [];
    }
    if (fresh.length === 0) return [];
    found.entries += fresh.length;
    const isBegun = before.length > 0 || day !== undefined;
    const status = isBegun || date >= person.today ? null : closedAs(told[0]!, from.user, person);
    return { date, changes: [...fresh.map(added), ...(status === null ? [] : [status])] };
  });
}

const added = (entry: Entry): RowChange => ({ noun: 'entry', before: null, after: entry });

/** The status a file tells of its day, as a row; null: a draft. */
function closedAs({ status, date }: TimeRecord, user: string, { now }: Person): RowChange | null {
  if (status === null || status === 'draft') return null;
  const submittedAt = status === 'submitted' ? now : null;
  const after: DayRecord = { user, date, status, reviewedAt: now, submittedAt, revision: 1 };
  return { noun: 'day', before: null, after };
}

async function write(world: World, person: Person, format: string, changes: RowChange[]): Promise<void> {
  if (changes.length === 0) return;
  const why = said`imported from ${format}`;
  await world.stores.ledger.commit({ actor: person.user, operation: 'entry.import', why, changes });
}
