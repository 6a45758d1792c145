import type { BookingDraft } from '../../entries/booking.ts';
import type { Entry } from '../../entries/entry.ts';
import type { UnitRef } from '../../entries/mapping.ts';
import type { DayStatus } from '../../review/day.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { dayOf } from '../../values/local-day.ts';
import type { Minutes } from '../../values/minutes.ts';
import { formatShort, minutes } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import { noteOf } from './note.ts';
import { referenceOf } from '../reference.ts';

/** An entry together with its corrections: the one thing a provider is told about. */
export interface Booking {
  readonly entry: Entry;
  /** The entry's and its corrections', summed. */
  readonly minutes: Minutes;
  /** Why it cannot be told as it stands; null: it can. */
  readonly problem: string | null;
}

/** Days that go out (design §2 "Booking", setting `booking.include`). */
export const goesOut = (status: DayStatus, include: Settings['booking.include']): boolean =>
  status === 'submitted' || (include === 'reviewed' && status === 'reviewed');

/**
 * What the days that go out have to book: their entries, with corrections folded in. What sums up to nothing is left
 * out; what sums up to less cannot be said to any provider and is blocked.
 */
export function bookingsOf(
  entries: readonly Entry[],
  days: ReadonlyMap<LocalDay, DayStatus>,
  include: Settings['booking.include'],
): Booking[] {
  const out = entries.filter(
    (entry) => entry.state !== 'deleted' && goesOut(days.get(entry.date) ?? 'draft', include),
  );
  const own = new Map(out.filter((entry) => entry.correction === null).map((entry) => [entry.id, entry]));
  const added = new Map<Id, number>();
  const bookings: Booking[] = [];
  for (const entry of out) {
    if (entry.correction === null) continue;
    const of = entry.correction.of;
    if (of !== null && own.has(of)) added.set(of, (added.get(of) ?? 0) + entry.minutes);
    else if (entry.minutes > 0) bookings.push({ entry, minutes: entry.minutes, problem: null });
    else if (entry.minutes < 0) {
      bookings.push({
        entry,
        minutes: entry.minutes,
        problem: said`${formatShort(entry.minutes)} cannot be booked on their own: correct an entry of the day instead.`,
      });
    }
  }
  for (const entry of own.values()) {
    const sum = minutes(entry.minutes + (added.get(entry.id) ?? 0));
    if (sum === 0) continue;
    const problem =
      sum > 0
        ? null
        : said`With its corrections it has ${formatShort(sum)}: less than nothing cannot be booked.`;
    bookings.push({ entry, minutes: sum, problem });
  }
  return bookings;
}

/** Where and how a booking goes. */
export interface Place extends UnitRef {
  /** Null: as the setting says. */
  readonly billable: boolean | null;
}

/** A booking in the words a provider is told it in. */
export function draftOf(
  booking: Booking,
  place: Place,
  settings: Pick<Settings, 'booking.note' | 'booking.billable'>,
): BookingDraft {
  const { entry } = booking;
  const always = settings['booking.billable'];
  const { startedAt } = entry;
  return {
    reference: referenceOf(entry.id),
    date: entry.date,
    minutes: booking.minutes,
    note: noteOf(settings['booking.note'], entry),
    unit: place.unit,
    task: place.task,
    billable: place.billable ?? (always === 'unit' ? null : always === 'yes'),
    // The work of a session over midnight began on the day before: that is not when this day's part began.
    startedAt: startedAt !== null && dayOf(startedAt, entry.zone) === entry.date ? startedAt : null,
    zone: entry.zone,
  };
}
