import type { Period } from './period.ts';
import { dayFits, periodAt, periodsBefore } from './period.ts';
import type { Rule } from './rule.ts';
import type { Steps } from './steps.ts';
import type { Wall } from './wall.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay } from './wall.ts';

/**
 * When a rule lets an event take place from `from` on and before `to`, in the order of time (RFC 5545 §3.3.10). The start
 * always does, and counts. The iterator of the library never comes back from some rules
 * (https://github.com/kewisch/ical.js/issues/1038), so here every period that is looked at is paid for, and those before the
 * range are jumped over where they need not be counted one by one.
 * @throws TooMuchWork when the steps are spent.
 */
export function recur(given: Rule, start: Wall, from: Wall, to: Wall, steps: Steps): Wall[] {
  const rule = withDefaults(given, start);
  const end = rule.until === null ? to : Math.min(to, rule.until + 1);
  const out: Wall[] = start >= from && start < end ? [start] : [];
  const times = timesOfDay(rule, start, steps);
  const fits = rememberingLast((day) => dayFits(rule, day));
  const wallsOf = (at: number): Wall[] => wallsIn(rule, periodAt(rule, start, at), times, fits, steps);
  let counted = 1;
  let at = rule.count === null || isEven(rule) ? periodsBefore(rule, start, from) : 0;
  if (rule.count !== null && at > 0) {
    const first = wallsOf(0).filter((wall) => wall > start).length;
    counted += first + (at - 1) * wallsOf(1).length;
  }
  for (; ; at += 1) {
    const period = periodAt(rule, start, at);
    // Nor is there anything left of a calendar that runs out of numbers.
    if (!(period.begin < end)) return out;
    for (const wall of wallsOf(at)) {
      // The start is there already, whether the rule would have it or not.
      if (wall <= start) continue;
      if (wall >= end || (rule.count !== null && counted >= rule.count)) return out;
      counted += 1;
      if (wall < from) continue;
      steps.spend(OCCURRENCE);
      out.push(wall);
    }
  }
}

/** Does it take place equally often in all of its periods? */
function isEven({ frequency, months, monthDays, days }: Rule): boolean {
  if (months.length > 0 || monthDays.length > 0) return false;
  return frequency === 'WEEKLY' || (frequency === 'DAILY' && days.length === 0);
}

/** What becomes an event costs more than a look at a day. */
const OCCURRENCE = 100;

/** Rules that repeat within the day ask for the same day again and again. */
function rememberingLast(ask: (day: Wall) => boolean): (day: Wall) => boolean {
  let last = { day: NaN, answer: false };
  return (day) => {
    if (last.day !== day) last = { day, answer: ask(day) };
    return last.answer;
  };
}

/** What a rule leaves open is as at the start. */
function withDefaults(rule: Rule, start: Wall): Rule {
  const at = new Date(start);
  const { frequency, weeks, yearDays, monthDays, days } = rule;
  const weekday = [{ nth: 0, weekday: at.getUTCDay() }];
  const open = [yearDays, monthDays, days].every((list) => list.length === 0);
  if (frequency === 'WEEKLY' && days.length === 0) return { ...rule, days: weekday };
  if (frequency === 'MONTHLY' && open && weeks.length === 0) return { ...rule, monthDays: [at.getUTCDate()] };
  if (frequency !== 'YEARLY' || !open) return rule;
  if (weeks.length > 0) return { ...rule, days: weekday };
  const months = rule.months.length > 0 ? rule.months : [at.getUTCMonth() + 1];
  return { ...rule, months, monthDays: [at.getUTCDate()] };
}

/** All moments of a period, in the order of time, before positions choose among them. */
function wallsIn(
  rule: Rule,
  period: Period,
  times: readonly number[],
  fits: (day: Wall) => boolean,
  steps: Steps,
): Wall[] {
  steps.spend(period.days);
  const out: Wall[] = [];
  for (let n = 0; n < period.days; n += 1) {
    const day = startOfDay(period.begin) + n * DAY_MS;
    if (!fits(day)) continue;
    if (period.withinDay) {
      if (clockFits(rule, period.begin)) out.push(...times.map((time) => period.begin + time));
    } else {
      steps.spend(times.length);
      for (const time of times) out.push(day + time);
    }
  }
  if (rule.positions.length === 0) return out;
  const chosen = rule.positions.map((position) => out.at(position < 0 ? position : position - 1));
  return [...new Set(chosen.filter((wall) => wall !== undefined))].sort((a, b) => a - b);
}

/** Do the lists let the hour (minute, second) that a short period begins with be? */
function clockFits({ frequency, hours, minutes, seconds }: Rule, wall: Wall): boolean {
  const lets = (list: readonly number[], value: number): boolean => list.length === 0 || list.includes(value);
  const date = new Date(wall);
  if (!lets(hours, date.getUTCHours())) return false;
  if (frequency === 'HOURLY') return true;
  if (!lets(minutes, date.getUTCMinutes())) return false;
  return frequency === 'MINUTELY' || lets(seconds, date.getUTCSeconds());
}

/** The times of a day at which it takes place; those within the hour (minute, second) for rules that are so short. */
function timesOfDay({ frequency, hours, minutes, seconds }: Rule, start: Wall, steps: Steps): number[] {
  const at = new Date(start);
  const ofDay = frequency !== 'HOURLY' && frequency !== 'MINUTELY' && frequency !== 'SECONDLY';
  const list = (asked: boolean, given: readonly number[], usual: number): readonly number[] =>
    asked ? (given.length > 0 ? given : [usual]) : [0];
  const h = list(ofDay, hours, at.getUTCHours());
  const m = list(ofDay || frequency === 'HOURLY', minutes, at.getUTCMinutes());
  const s = list(frequency !== 'SECONDLY', seconds, at.getUTCSeconds());
  steps.spend(h.length * m.length * s.length);
  return h
    .flatMap((hour) =>
      m.flatMap((minute) =>
        s.map((second) => hour * HOUR_MS + minute * MINUTE_MS + Math.min(second, 59) * SECOND_MS),
      ),
    )
    .sort((a, b) => a - b);
}
