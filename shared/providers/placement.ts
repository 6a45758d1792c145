import type { BookingDraft } from '../entries/booking.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant, instant, plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LocalDay, Zone } from '../values/local-day.ts';
import { atClock, dayInterval, dayOf } from '../values/local-day.ts';
import { said } from '../values/said.ts';
import { ProviderFailure } from './failure.ts';

/** An entry without clock times begins then, where the provider cannot have it without. */
const MORNING_HOUR = 9;

/** The part of a draft that says when the work was done. */
export type Placed = Pick<BookingDraft, 'date' | 'minutes' | 'startedAt' | 'zone'>;

/**
 * Where on the clock an entry stands at a provider that needs clock times: where the work began, else where the
 * provider has it already, else from nine in the morning on. It never leaves its local day (design §2 "Minutes"): what
 * would run over midnight begins earlier, and only what is longer than the day itself runs over. Whole seconds.
 * @param standing when the provider's entry begins now; null: there is none yet.
 * @throws ProviderFailure `refused` for a day that the zone skipped.
 */
export function placementOf(draft: Placed, standing: Instant | null = null): Interval {
  const { date, zone, minutes } = draft;
  const day = dayInterval(date, zone);
  if (day.end <= day.start) throw new ProviderFailure('refused', said`There was no ${date} in ${zone}.`);
  const wished =
    [draft.startedAt, standing].find((at) => at !== null && dayOf(at, zone) === date) ??
    atClock(date, MORNING_HOUR, 0, zone);
  const latest = day.end - minutes * 60_000;
  const start = wholeSeconds(Math.max(day.start, Math.min(wished, latest)));
  return { start, end: plusMinutes(start, minutes) };
}

/** When a timer on the draft began: then, exactly; it has no length yet that could take it over midnight. */
export const timerStart = (draft: Placed): Instant =>
  wholeSeconds(draft.startedAt ?? atClock(draft.date, MORNING_HOUR, 0, draft.zone));

/** What to ask for so that every entry of these local days is among the answers, however the provider counts days. */
export function wideWindow(from: LocalDay, to: LocalDay, zone: Zone): Interval {
  const aDay = 24 * 3_600_000;
  return {
    start: instant(dayInterval(from, zone).start - aDay),
    end: instant(dayInterval(to, zone).end + aDay),
  };
}

/** `2026-02-10T08:15:00Z`. */
export const formatSeconds = (at: Instant): string => formatInstant(wholeSeconds(at)).replace('.000Z', 'Z');

const wholeSeconds = (at: number): Instant => instant(Math.floor(at / 1000) * 1000);
