import type { LocalDay } from '../../values/local-day.ts';
import { parseLocalDay } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { minutes } from '../../values/minutes.ts';

/** In which order day, month and year stand: `auto` takes whatever only one order allows. */
export type DateOrder = 'auto' | 'mdy' | 'dmy';

/** `09:30:00` of minutes since midnight, or of a length. */
export const hms = (value: number): string =>
  `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}:00`;

/** A length as tables write it: `01:30:00`, `1:30`, `1.5`, `1,5` (hours); null: none. Seconds are rounded to minutes. */
export function readLength(text: string): Minutes | null {
  const clock = /^(-)?(\d{1,4}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) {
    const value = Number(clock[2]) * 60 + Number(clock[3]) + Math.round(Number(clock[4] ?? 0) / 60);
    return minutes(clock[1] ? -value : value);
  }
  if (!/^-?\d{1,4}(?:[.,]\d+)?$/.test(text)) return null;
  return minutes(Math.round(Number(text.replace(',', '.')) * 60));
}

/** Minutes since midnight of `09:30`, `9:30:00`, `9:30 PM`; null: no time of day. */
export function readClock(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?$/i.exec(text);
  if (!match) return null;
  const given = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (Number(match[2]) > 59 || given > (half ? 12 : 23)) return null;
  return (half ? (given % 12) + (half === 'pm' ? 12 : 0) : given) * 60 + Number(match[2]);
}

/** A day of `2026-02-10`, `02/10/2026`, `10.02.2026`; null: none, or `auto` cannot tell which. */
export function readDate(text: string, order: DateOrder): LocalDay | null {
  const iso = parseLocalDay(text);
  if (iso !== null) return iso;
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return null;
  const [, first, sign, second, year] = match as unknown as [string, string, string, string, string];
  const dayFirst =
    order === 'dmy' || (order === 'auto' && (sign === '.' || Number(first) > 12 || first === second));
  const isClear = order !== 'auto' || dayFirst || Number(second) > 12;
  if (!isClear) return null;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return parseLocalDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** In which order all these dates are written, as far as any of them tells. */
export function orderAmong(dates: readonly string[]): DateOrder {
  for (const date of dates) {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(date);
    if (match && Number(match[1]) > 12) return 'dmy';
    if (match && Number(match[2]) > 12) return 'mdy';
  }
  return 'auto';
}
