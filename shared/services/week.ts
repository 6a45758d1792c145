import type { WeekShape } from '../contract/shapes.ts';
import type { World } from '../ports/world.ts';
import { submitWeek } from '../review/transitions.ts';
import { summariseWeek } from '../review/week-summary.ts';
import { targetOf } from '../settings/rules.ts';
import { formatInstant } from '../values/instant.ts';
import { daysOfWeek } from '../values/iso-week.ts';
import { weekdayOf } from '../values/local-day.ts';
import { compareTexts } from '../values/order.ts';
import type { TicketId } from '../values/ticket-id.ts';
import { readDay } from './day-material.ts';
import type { DayMaterial } from './day-material.ts';
import { refreshAndPropose } from './derive-day.ts';
import type { Person } from './person.ts';
import { personOf, weekNamed } from './person.ts';
import { untrackedMinutes } from './show-day.ts';
import { titlesOfTickets } from './sources/ticket-titles.ts';

/** Looks for new evidence of the week, proposes, and shows it. @throws Problem `usage`. */
export async function showWeek(world: World, input: { week: string }): Promise<WeekShape> {
  const person = personOf(world);
  const week = weekNamed(input.week, person);
  const days = daysOfWeek(week);
  await refreshAndPropose(world, person, days);
  const read = await readDays(world, person, days);
  const summary = summariseWeek(
    read.map((day) => ({
      date: day.date,
      status: day.status,
      entries: day.entries,
      target: targetOf(person.settings, weekdayOf(day.date)),
      untracked: untrackedMinutes(day),
    })),
  );
  const titles = await titlesOf(
    world,
    person,
    summary.tickets.map((row) => row.ticket),
  );
  return {
    week,
    user: person.user,
    from: days[0]!,
    to: days[6]!,
    ...summary,
    tickets: summary.tickets.map((row) => ({
      ...row,
      title: (row.ticket && titles.get(row.ticket)) || row.title,
    })),
    corrections: correctionsOf(read),
    warnings: [...new Set(read.flatMap((day) => day.derivation.warnings))],
  };
}

const correctionsOf = (days: readonly DayMaterial[]): WeekShape['corrections'] =>
  days
    .flatMap((day) => day.entries)
    .toSorted((a, b) => b.createdAt - a.createdAt || compareTexts(b.id, a.id))
    .flatMap(({ id, date, ticket, minutes, correction, createdAt }) =>
      correction === null
        ? []
        : [{ id, date, ticket, minutes, reason: correction.reason, at: formatInstant(createdAt) }],
    );

/**
 * Submits the reviewed days of a week and names the ones left behind (design §2 "Status").
 * @throws Problem `refused` when no day is reviewed.
 */
export async function submitNow(world: World, input: { week: string }) {
  const person = personOf(world);
  const week = weekNamed(input.week, person);
  const days = daysOfWeek(week).filter((day) => day <= person.today);
  const read = await readDays(world, person, days);
  const { submitted, leftBehind } = submitWeek(
    read.map((day) => ({
      date: day.date,
      record: day.record,
      minutes: day.entries.reduce((sum, entry) => sum + entry.minutes, 0),
      expected: targetOf(person.settings, weekdayOf(day.date)) > 0,
    })),
    person.now,
  );
  const before = new Map(read.map((day) => [day.date, day.record]));
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'week.submit',
    why: `submitted ${week}`,
    changes: submitted.map((record) => ({
      noun: 'day' as const,
      before: before.get(record.date) ?? null,
      after: record,
    })),
  });
  for (const record of submitted) world.events.publish({ kind: 'day', date: record.date });
  return { week, submitted: submitted.map((record) => record.date), leftBehind: [...leftBehind] };
}

async function readDays(
  world: World,
  person: Person,
  days: Parameters<typeof readDay>[2][],
): Promise<DayMaterial[]> {
  const read: DayMaterial[] = [];
  for (const day of days) read.push(await readDay(world, person, day));
  return read;
}

/** What tickets are called: by their tracker, else in the last words about them. */
export async function titlesOf(
  world: World,
  person: Person,
  tickets: readonly (TicketId | null)[],
): Promise<Map<string, string>> {
  const wanted = new Set(tickets.flatMap((ticket) => ticket ?? []));
  const known = await world.stores.tickets.recent(person.user, '', 1000);
  const words = known.filter((use) => wanted.has(use.ticket)).map((use) => [use.ticket, use.title] as const);
  // What its tracker calls a ticket says more than the last words about it.
  return new Map<string, string>([...words, ...(await titlesOfTickets(world, wanted))]);
}
