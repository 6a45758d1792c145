// What the stories of single providers book, and how they look at what went wrong.
import type { BookingDraft } from '#shared/entries/booking.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';

export const ZONE = 'Europe/Berlin';
export const day = (text: string): LocalDay => text as LocalDay;

/** An hour and a half on a Tuesday, without clock times. @param unit as the provider writes it. */
export const sampleDraft = (unit: string): BookingDraft => ({
  reference: '0123456789ab',
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: Fix the login',
  unit,
  task: null,
  billable: null,
  startedAt: null,
  zone: ZONE,
});
