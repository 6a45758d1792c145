import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, dateOf, dayOfDate, weekdayOf } from '../values/local-day.ts';

/** A month on the calendar, `2026-02`. */
export type Month = string;

/** @param by months later; earlier where negative. */
export const addMonths = (month: Month, by: number): Month =>
  monthOf(dayOfDate(PlainDate.addMonths(dateOf(`${month}-01`), by)));

export const monthOf = (day: LocalDay): Month => day.slice(0, 7);

/** The first day of a month that is worked on. @param workingDays 1 = Monday … 7 = Sunday; none: every day is. */
export function firstWorkingDay(month: Month, workingDays: readonly number[]): LocalDay {
  let day = `${month}-01` as LocalDay;
  while (workingDays.length > 0 && !workingDays.includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
}

/** A machine that was off for longer has nobody waiting for its reports. */
const MONTHS_BACK = 12;

/**
 * The months whose reports are due and not made, the oldest first: the one whose time came last, and, where reports were
 * made before, all that were missed since. A month is due from the first working day of the next one.
 * @param isMade whether all reports of a month are made.
 * @param isKnown whether anything was made of a month, or tried.
 */
export function dueMonths(
  today: LocalDay,
  workingDays: readonly number[],
  { isMade, isKnown }: { isMade: (month: Month) => boolean; isKnown: (month: Month) => boolean },
): Month[] {
  const here = monthOf(today);
  const last = addMonths(here, firstWorkingDay(here, workingDays) <= today ? -1 : -2);
  const back = Array.from({ length: MONTHS_BACK }, (_, at) => addMonths(last, -at));
  const made = back.findIndex(isMade);
  const missed =
    made === -1 ? back.slice(0, Math.max(1, back.findLastIndex(isKnown) + 1)) : back.slice(0, made);
  return missed.toReversed();
}
