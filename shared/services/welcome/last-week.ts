import { ticketOfBranch } from '../../evidence/commit-ticket.ts';
import type { World } from '../../ports/world.ts';
import { deriveDay } from '../../proposals/derive-day.ts';
import { derivationRules } from '../../settings/rules.ts';
import { instant } from '../../values/instant.ts';
import type { IsoWeek } from '../../values/iso-week.ts';
import { daysOfWeek, weekOf } from '../../values/iso-week.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { dayInterval, dayOf, weekdayOf } from '../../values/local-day.ts';
import type { DayMaterial } from '../day-material.ts';
import { readDay } from '../day-material.ts';
import { proposeDay } from '../derive-day.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { refreshEvidence } from '../refresh-evidence.ts';
import { setSetting } from '../settings.ts';
import { commitsSince } from './adopt.ts';

type Credit = 'after' | 'before';

/** A day with less than this is hardly begun: the one before says more about what Stint makes of commits. */
const WHOLE_MINUTES = 120;
const YEAR_MS = 365 * 86_400_000;

/**
 * The person's last working week, made of their commits by either rule of `git.credit`. Nothing is changed: deriving
 * is a pure function of evidence and settings (design §2 "Fusion").
 */
export async function lastWeek(world: World) {
  const person = personOf(world);
  const days = await daysToShow(world, person);
  const read: DayMaterial[] = [];
  for (const date of days) read.push(await readDay(world, person, date));
  const derived = read.map((day) => ({
    date: day.date,
    after: timesOf(day, person, 'after'),
    before: timesOf(day, person, 'before'),
  }));
  const commits = read.flatMap((day) => day.evidence.commits);
  return {
    from: days[0]!,
    to: days.at(-1)!,
    days: derived.filter((day) => day.after.length > 0 || day.before.length > 0 || weekdayOf(day.date) <= 5),
    commits: commits.length,
    same: derived.every((day) => JSON.stringify(day.after) === JSON.stringify(day.before)),
    branches: read.some((day) =>
      day.evidence.checkouts.some(
        (checkout) => ticketOfBranch(checkout.branch, person.rules.ticketPrefixes) !== null,
      ),
    ),
  };
}

/**
 * Keeps what was chosen and proposes the days of that week, and today.
 * @returns the newest day with something to propose. @throws Problem `usage`.
 */
export async function choose(
  world: World,
  input: { credit: Credit; hoursPerDay: number; workingDays: readonly number[] },
): Promise<{ day: LocalDay | null }> {
  const wanted = {
    'git.credit': input.credit,
    'time.workingHoursPerDay': input.hoursPerDay,
    'time.workingDays': [...input.workingDays],
  } as const;
  for (const [key, value] of Object.entries(wanted)) {
    const known = world.settings.get()[key as keyof typeof wanted];
    if (JSON.stringify(known) !== JSON.stringify(value)) await setSetting(world, { key, value });
  }
  const person = personOf(world);
  const days = new Set([...(await daysToShow(world, person)), ...daysOfWeek(weekOf(person.today))]);
  let newest: LocalDay | null = null;
  let whole: LocalDay | null = null;
  for (const date of [...days].filter((day) => day <= person.today).toSorted()) {
    await proposeDay(world, person, date);
    const entries = await world.stores.entries.between(person.user, date, date);
    const minutes = entries.reduce((sum, entry) => sum + (entry.state === 'deleted' ? 0 : entry.minutes), 0);
    if (minutes > 0) newest = date;
    if (minutes >= WHOLE_MINUTES) whole = date;
  }
  return { day: whole ?? newest };
}

/**
 * The last week before this one in which the person committed; this one when there is no other.
 * A week in which they committed on a single day says little: an older one with more is taken, up to a month back.
 */
async function daysToShow(world: World, person: Person): Promise<readonly LocalDay[]> {
  const commits = await commitsSince(world, person, instant(person.now - YEAR_MS));
  const daysIn = new Map<IsoWeek, Set<LocalDay>>();
  for (const commit of commits) {
    const day = dayOf(commit.authoredAt, person.zone);
    const week = weekOf(day);
    daysIn.set(week, (daysIn.get(week) ?? new Set()).add(day));
  }
  const current = weekOf(person.today);
  const past = [...daysIn.keys()].filter((week) => week < current).toSorted();
  const recent = past.slice(-4);
  const week = recent.findLast((one) => daysIn.get(one)!.size >= 3) ?? past.at(-1) ?? current;
  const days = daysOfWeek(week);
  await refreshEvidence(world, person, dayInterval(days[0]!, person.zone).start);
  return days;
}

function timesOf(
  day: DayMaterial,
  person: Person,
  credit: Credit,
): { ticket: string | null; minutes: number }[] {
  const rules = derivationRules({ ...person.settings, 'git.credit': credit });
  const kept = day.all.filter((entry) => entry.state !== 'proposed');
  const sums = new Map<string | null, number>();
  for (const { ticket, minutes } of deriveDay(day.evidence, kept, rules).proposals)
    sums.set(ticket, (sums.get(ticket) ?? 0) + minutes);
  return [...sums]
    .map(([ticket, minutes]) => ({ ticket, minutes }))
    .sort((a, b) => b.minutes - a.minutes || String(a.ticket).localeCompare(String(b.ticket)));
}
