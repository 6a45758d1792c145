import type { BookingDraft } from '../../entries/booking.ts';
import { dayOf, formatClock } from '../../values/local-day.ts';
import { formatShort } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { ProviderFailure } from '../failure.ts';

/** 23:59: an entry is not known to be allowed to end at midnight. */
const LAST_MINUTE = 24 * 60 - 1;
/** An entry without clock times begins then. */
const MORNING = 9 * 60;

export interface ClockTimes {
  readonly started_time: string;
  readonly ended_time: string;
}

/**
 * Start and end as the company's clock shows them. Harvest takes one from the other on the dial, on days with a change
 * of the clock too, so the end stands the booked minutes after the start on the dial. Where the work began, else where
 * the entry stands already, else nine in the morning; earlier when it would run over midnight.
 * @param standing `started_time` of the entry there.
 * @throws ProviderFailure `refused` when it is longer than a day with a start and an end can be.
 */
export function clockTimesOf(
  draft: Pick<BookingDraft, 'date' | 'minutes' | 'startedAt' | 'zone'>,
  standing: string | null = null,
): ClockTimes {
  const { date, minutes, startedAt, zone } = draft;
  if (minutes > LAST_MINUTE) {
    throw new ProviderFailure(
      'refused',
      said`This company tracks time by start and end: an entry holds no more than ${formatShort(LAST_MINUTE)}.`,
    );
  }
  const began = startedAt !== null && dayOf(startedAt, zone) === date ? formatClock(startedAt, zone) : null;
  const wished = minuteOf(began ?? standing ?? '') ?? MORNING;
  const start = Math.min(wished, LAST_MINUTE - minutes);
  return { started_time: dial(start), ended_time: dial(start + minutes) };
}

/** `8:05am`, as the vendor writes it; companies with a clock of 24 hours take it too. */
function dial(minute: number): string {
  const hour = Math.floor(minute / 60);
  return `${hour % 12 || 12}:${String(minute % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** Minutes since midnight of `8:05am`, `8:05 PM` or `20:05`; null when it is none of these. */
export function minuteOf(text: string): number | null {
  const found = /^\s*(\d{1,2}):(\d{2})\s*([ap])?/i.exec(text);
  if (!found) return null;
  const hour = Number(found[1]);
  const half = found[3]?.toLowerCase();
  const whole = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return whole > 23 || Number(found[2]) > 59 ? null : whole * 60 + Number(found[2]);
}
