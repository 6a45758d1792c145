import { instant } from '#shared/values/instant.ts';
import { atClock, dayInterval, formatClock, parseLocalDay } from '#shared/values/local-day.ts';

const HALF_HOUR_MS = 30 * 60_000;

/**
 * A time of day as people type it, on a day: `09:15`, `9:15`, `0915`, `9.15`, `9`; `24:00` is its end. Where the clock
 * shows it twice, the one that is nearer to `near` is meant, else the first; a time that the clock skips is none.
 * @returns epoch ms, or null.
 */
export function readClock(text: string, date: string, zone: string, near: number | null): number | null {
  const day = parseLocalDay(date);
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim().toLowerCase());
  if (!day || !match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour === 24 && minute === 0) return dayInterval(day, zone).end;
  if (hour > 23 || minute > 59) return null;
  const wanted = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const first = atClock(day, hour, minute, zone);
  const shows = (at: number) => formatClock(instant(at), zone) === wanted;
  if (!shows(first)) return null;
  const again = [1, 2, 3, 4].map((halves) => first + halves * HALF_HOUR_MS).find(shows);
  if (again === undefined || near === null) return first;
  return Math.abs(again - near) < Math.abs(first - near) ? again : first;
}
