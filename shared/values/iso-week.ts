import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import type { LocalDay } from './local-day.ts';
import { addDays, dateOf, dayOfDate } from './local-day.ts';

/** An ISO week, `2026-W07`, Monday first. */
export type IsoWeek = string & { readonly __isoWeek: unique symbol };

/** The ISO week a day belongs to; its year may differ from the day's year. */
export function weekOf(day: LocalDay): IsoWeek {
  const date = dateOf(day);
  const week = String(PlainDate.weekOfYear(date)).padStart(2, '0');
  return `${String(PlainDate.yearOfWeek(date)).padStart(4, '0')}-W${week}` as IsoWeek;
}

/** Reads `2026-W07`; null when the year has no such week. */
export function parseWeek(text: string): IsoWeek | null {
  const match = /^((?:19|2\d)\d{2})-?W(\d{2})$/i.exec(text);
  if (!match) return null;
  const week = `${match[1]}-W${match[2]}` as IsoWeek;
  const number = Number(match[2]);
  if (number < 1 || number > 53) return null;
  return weekOf(mondayOf(week)) === week ? week : null;
}

function mondayOf(week: IsoWeek): LocalDay {
  const year = Number(week.slice(0, 4));
  const fourth = PlainDate.create(year, 1, 4);
  const first = PlainDate.subtractDays(fourth, PlainDate.dayOfWeek(fourth) - 1);
  return dayOfDate(PlainDate.addWeeks(first, Number(week.slice(6)) - 1));
}

/** Monday to Sunday of the week. */
export function daysOfWeek(week: IsoWeek): LocalDay[] {
  const monday = mondayOf(week);
  return [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));
}

/** The week `n` weeks later (earlier when negative). */
export function addWeeks(week: IsoWeek, n: number): IsoWeek {
  return weekOf(addDays(mondayOf(week), 7 * n));
}
