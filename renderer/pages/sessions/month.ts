import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, daysBetween, parseLocalDay, weekdayOf } from '#shared/values/local-day.ts';

/** `2026-11` of a day in it. */
export const monthOf = (day: LocalDay): string => day.slice(0, 7);

const firstOf = (month: string): LocalDay | null => parseLocalDay(`${month}-01`);

/** The month that an address names, else the one of `today`. */
export const monthNamed = (text: string | null, today: LocalDay): string =>
  text !== null && firstOf(text) !== null ? text : monthOf(today);

/** The first and the last day of a month, `2026-11`. */
export function daysOfMonth(month: string): { readonly first: LocalDay; readonly last: LocalDay } {
  const first = firstOf(month)!;
  return { first, last: addDays(firstOf(monthAfter(month))!, -1) };
}

/** Thirty-one days behind the first one lies in the next month, whichever it is. */
export const monthAfter = (month: string): string => monthOf(addDays(firstOf(month)!, 31));
export const monthBefore = (month: string): string => monthOf(addDays(firstOf(month)!, -1));

/** The weeks of a month, Monday first; null stands where a day belongs to another month. */
export function weeksOfMonth(month: string): readonly (readonly (LocalDay | null)[])[] {
  const { first, last } = daysOfMonth(month);
  const start = addDays(first, 1 - weekdayOf(first));
  const end = addDays(last, 7 - weekdayOf(last));
  const days = daysBetween(start, end).map((day) => (monthOf(day) === month ? day : null));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/**
 * Where an arrow leads from one thing of the calendar to another: up and down to the one before and after, left and right
 * to the first one of the day before and after, Home and End to the ends.
 * @param dates the day of each thing, in order. @returns the place of another one; null: the key leads nowhere.
 */
export function walk(dates: readonly string[], at: number, key: string): number | null {
  const here = dates[at];
  const goal = (): number => {
    switch (key) {
      case 'ArrowUp':
        return at - 1;
      case 'ArrowDown':
        return at + 1;
      case 'ArrowLeft':
        return dates.indexOf(dates.findLast((date) => here !== undefined && date < here) ?? '');
      case 'ArrowRight':
        return dates.findIndex((date) => here !== undefined && date > here);
      case 'Home':
        return 0;
      case 'End':
        return dates.length - 1;
      default:
        return -1;
    }
  };
  const found = goal();
  return found >= 0 && found < dates.length && found !== at ? found : null;
}
