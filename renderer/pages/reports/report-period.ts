import { addDays } from '#shared/values/local-day.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { daysBetween } from '#shared/values/local-day.ts';
import { addWeeks, parseWeek } from '#shared/values/iso-week.ts';
import type { Period, UsualPeriod } from '#shared/reports/period.ts';
import { periodMeant } from '#shared/reports/period.ts';

/** Days that can be chosen with a press, in the words the host reads; they stay what they say as days go by. */
export const USUAL_PERIODS = [
  'today',
  'yesterday',
  'week',
  'last week',
  'month',
  'last month',
  'quarter',
  'last quarter',
  'year',
  'last year',
  '30 days',
  'all',
] as const;

/** The days that words of an address mean; null where they mean none: the host says why. */
export function meantBy(words: string | null, today: LocalDay, usual: UsualPeriod): Period | null {
  try {
    return periodMeant(words === null ? {} : { period: words }, { today }, usual);
  } catch {
    return null;
  }
}

/**
 * The period of the same kind before or after, in words for an address; null where there is none: all time has no
 * neighbours.
 */
export function neighbour(period: Period, step: 1 | -1): string | null {
  const { kind, label, from, to } = period;
  switch (kind) {
    case 'day':
      return addDays(from, step);
    case 'week': {
      const week = parseWeek(label);
      return week === null ? null : addWeeks(week, step);
    }
    case 'month':
      return shiftMonths(label, step);
    case 'quarter': {
      const first = shiftMonths(from.slice(0, 7), 3 * step);
      return `${first.slice(0, 4)}-Q${(Number(first.slice(5)) + 2) / 3}`;
    }
    case 'year':
      return String(Number(label) + step);
    case 'range': {
      const days = daysBetween(from, to).length * step;
      return rangeWords(addDays(from, days), addDays(to, days));
    }
    case 'all':
      return null;
  }
}

/** Any days from one to another, in words for an address. */
export const rangeWords = (from: string, to: string): string => `${from}..${to}`;

function shiftMonths(month: string, by: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
