import type { Instant } from '../../values/instant.ts';
import { diceOf } from '../../values/dice.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, atClock, dayOf, daysBetween, weekdayOf } from '../../values/local-day.ts';
import { calendarFile } from './calendar-file.ts';
import type { DayPlan } from './day-plan.ts';
import { backlogOf, planDay } from './day-plan.ts';
import type { Traces } from './traces.ts';
import { leaveTraces, noTraces, wallClock } from './traces.ts';

/** Three weeks of somebody who does not exist: two whole ones, and the third up to Thursday afternoon. */
export interface MadeUpWeeks {
  /** The Thursday on which it is looked at. */
  readonly today: LocalDay;
  /** The moment at which it is looked at. */
  readonly now: Instant;
  readonly zone: Zone;
  /** Monday of the first week. */
  readonly monday: LocalDay;
  /** Working days, the first one first. */
  readonly days: readonly DayPlan[];
  /** Nothing after `now`. */
  readonly traces: Traces;
  readonly calendar: string;
}

/** When somebody looks around it is a Thursday afternoon: late enough for a day to have a shape, and a week too. */
export const LOOKED_AT = { weekday: 4, hour: 16, minute: 42 } as const;

/** The last such Thursday afternoon that has passed. */
export function lastThursday(at: Instant, zone: Zone): Instant {
  const today = dayOf(at, zone);
  const since = (weekdayOf(today) - LOOKED_AT.weekday + 7) % 7;
  const moment = (day: LocalDay): Instant => atClock(day, LOOKED_AT.hour, LOOKED_AT.minute, zone);
  const thursday = addDays(today, -since);
  return moment(thursday) <= at ? moment(thursday) : moment(addDays(thursday, -7));
}

/** Days of the third week with a stretch that nothing tells of. */
const GAP_WEEKDAYS = [2, 4];

/**
 * Makes the weeks up. The same seed, moment and zone give the same weeks.
 * @param now as `lastThursday` gives it.
 */
export function makeUpWeeks(seed: number, now: Instant, zone: Zone): MadeUpWeeks {
  const dice = diceOf(seed);
  const today = dayOf(now, zone);
  const monday = addDays(today, 1 - weekdayOf(today) - 14);
  const backlog = backlogOf();
  const days = daysBetween(monday, today)
    .filter((date) => weekdayOf(date) <= 5)
    .map((date) => {
      const week = date >= addDays(monday, 14) ? 2 : date >= addDays(monday, 7) ? 1 : 0;
      return planDay(dice, backlog, {
        date,
        week,
        hasGap: week === 2 && GAP_WEEKDAYS.includes(weekdayOf(date)),
      });
    });
  const traces = noTraces();
  const steps = new Map<string, number>();
  for (const day of days) leaveTraces(traces, day, steps, dice, zone);
  return { today, now, zone, monday, days, traces: upTo(traces, now), calendar: calendarFile(monday, zone) };
}

/** What had happened by then. */
function upTo(traces: Traces, now: Instant): Traces {
  return {
    commits: traces.commits.filter((one) => one.authoredAt <= now),
    checkouts: traces.checkouts
      .filter((one) => one.at <= now)
      .map((one) => (one.until !== null && one.until > now ? { ...one, until: null } : one)),
    presence: traces.presence
      .filter((one) => one.start < now)
      .map((one) => (one.end > now ? { ...one, end: now } : one)),
    beats: traces.beats.filter((one) => one.at <= now),
    runs: traces.runs.filter((one) => one.aliveAt <= now),
    uses: traces.uses.filter((one) => one.at <= now),
  };
}

/** When the person looked at a day and said it is right: in its evening. */
export const eveningOf = (day: DayPlan, zone: Zone): Instant =>
  wallClock(day.date, (day.present.at(-1)?.to ?? 17 * 60) + 6, zone);
