import type { Entry } from '../../entries/entry.ts';
import type { WritingRules } from '../../formats/export-formats.ts';
import { EXPORT_FORMATS } from '../../formats/export-formats.ts';
import type { ExportFormatId } from '../../formats/format-ids.ts';
import type { TimeRecord } from '../../formats/time-record.ts';
import type { World } from '../../ports/world.ts';
import type { DayRecord } from '../../review/day.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { weekdayOf } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { Person } from '../person.ts';
import { dayNamed, personOf } from '../person.ts';
import { writeTractDays } from './write-tract-days.ts';

export interface Exported {
  entries: number;
  minutes: number;
  /** Files that were written, absolute. */
  files: string[];
  skipped: string[];
}

const FIRST = '1900-01-01' as LocalDay;
const LAST = '2999-12-31' as LocalDay;

/**
 * Writes time where other tools read it. Only what was asked for leaves the program, to the place that was named.
 * @throws Problem `usage`, `not-found` when there is nothing in that time, `refused` where nothing can be written.
 */
export async function exportTimes(
  world: World,
  input: { format: ExportFormatId; path: string; from?: string; to?: string; user?: string },
): Promise<Exported> {
  const person = personOf(world);
  const user = input.user?.trim() || person.user;
  const from = input.from === undefined ? FIRST : dayNamed(input.from, person);
  const to = input.to === undefined ? LAST : dayNamed(input.to, person);
  const days = await world.stores.days.between(user, from, to);
  const entries = (await world.stores.entries.between(user, from, to)).filter(
    ({ state }) => state !== 'deleted',
  );
  if (entries.length === 0)
    throw new Problem(
      'not-found',
      said`There is no time of ${user} from ${from} to ${to}.`,
      said`Nothing was written. Choose other days, or see \`stint week\`.`,
    );
  const standing = new Map(days.map((day) => [day.date, day]));
  const records = entries.map((entry) => recordOf(entry, standing.get(entry.date)));
  const path = world.machine.absolutePath(input.path);
  const told = { entries: records.length, minutes: records.reduce((sum, one) => sum + one.minutes, 0) };
  if (input.format === 'tract') return { ...told, ...(await writeTractDays(world, path, user, records)) };
  const { files, skipped } = EXPORT_FORMATS[input.format](records, rulesOf(person, user));
  const written: string[] = [];
  for (const { name, text } of files) {
    const at = name === null ? path : `${path}/${name}`;
    await world.output.write(at, text);
    written.push(at);
  }
  return { ...told, files: written, skipped: skipped.map(({ place, reason }) => `${place}: ${reason}`) };
}

function recordOf(entry: Entry, day: DayRecord | undefined): TimeRecord {
  const { user, date, ticket, project, source, commits, startedAt, endedAt } = entry;
  return {
    user,
    date,
    ticket,
    // A project that is the ticket's own prefix says nothing more.
    project: ticket !== null && project !== null && ticket.startsWith(`${project}-`) ? null : project,
    minutes: entry.minutes,
    source,
    description: entry.correction === null ? entry.description : entry.correction.reason,
    commits,
    startedAt,
    endedAt,
    status: day?.status ?? 'draft',
  };
}

function rulesOf(person: Person, user: string): WritingRules {
  const { settings } = person;
  const target = minutes(Math.round(settings['time.workingHoursPerDay'] * 60));
  const name = user === person.user ? settings['identity.name'] || user : user;
  return {
    zone: person.zone,
    now: person.now,
    person: { name, email: user === person.user ? (settings['identity.emails'][0] ?? '') : '' },
    targetOf: (day) => (settings['time.workingDays'].includes(weekdayOf(day)) ? target : minutes(0)),
  };
}
