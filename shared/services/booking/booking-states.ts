import type { BookingState } from '../../contract/booking-shapes.ts';
import type { OutboxRow } from '../../entries/booking.ts';
import { mappingOf } from '../../entries/mapping.ts';
import type { World } from '../../ports/world.ts';
import type { Booking } from '../../providers/outbox/bookable.ts';
import { bookingsOf, draftOf, goesOut } from '../../providers/outbox/bookable.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { draftHash } from '../../providers/outbox/draft-hash.ts';
import { daysOfWeek } from '../../values/iso-week.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { accountOf } from '../connections/open-provider.ts';
import type { Person } from '../person.ts';
import { personOf, weekNamed } from '../person.ts';

/**
 * What became of the entries of a week, by what is known here: nobody is asked. Corrections are part of what they
 * correct. Nothing when no provider is chosen. @throws Problem `usage` for a week that is none.
 */
export async function bookingStates(
  world: World,
  input: { week: string; provider?: ProviderId | undefined },
): Promise<BookingState[]> {
  const person = personOf(world);
  const days = daysOfWeek(weekNamed(input.week, person));
  const id = input.provider ?? person.settings['booking.provider'];
  if (id === 'none') return [];
  const { stores } = world;
  const [from, to] = [days[0]!, days.at(-1)!];
  const of = accountOf(person, PROVIDERS[id]);
  const [entries, records, mappings] = await Promise.all([
    stores.entries.between(person.user, from, to),
    stores.days.between(person.user, from, to),
    stores.mappings.list(person.user, id),
  ]);
  const rows = new Map(
    (
      await stores.outbox.ofEntries(
        of,
        entries.map((entry) => entry.id),
      )
    ).map((row) => [row.entry, row]),
  );
  const statuses = new Map(records.map((day) => [day.date, day.status]));
  // As if all of it went out: what was booked of a day stays comparable when it is a draft again.
  const all = new Map<LocalDay, 'submitted'>(days.map((day) => [day, 'submitted']));
  const bookings = new Map(bookingsOf(entries, all, 'submitted').map((one) => [one.entry.id, one]));
  return entries.flatMap((entry): BookingState[] => {
    const booking = bookings.get(entry.id) ?? null;
    const row = rows.get(entry.id) ?? null;
    if (booking === null && (row === null || entry.correction !== null)) return [];
    const isOut = goesOut(statuses.get(entry.date) ?? 'draft', person.settings['booking.include']);
    const mapping = mappingOf(entry, mappings);
    return [
      {
        entryId: entry.id,
        date: entry.date,
        ticket: entry.ticket,
        provider: id,
        remoteId: row?.remoteId ?? null,
        ...(row === null
          ? unbooked(booking!, isOut, mapping !== null)
          : stateOf(row, booking, mapping, person)),
      },
    ];
  });
}

type State = Pick<BookingState, 'state' | 'reason'>;

function unbooked(booking: Booking, isOut: boolean, isMapped: boolean): State {
  if (booking.problem !== null) return { state: 'none', reason: booking.problem };
  if (!isMapped)
    return { state: 'none', reason: said`It is not mapped: nobody knows where it is to be booked.` };
  return { state: 'none', reason: isOut ? null : said`The day has not been handed in.` };
}

function stateOf(
  row: OutboxRow,
  booking: Booking | null,
  place: ReturnType<typeof mappingOf>,
  { settings }: Person,
): State {
  switch (row.state) {
    case 'pending':
      return { state: 'waiting', reason: row.lastError };
    case 'sending':
    case 'unknown':
      return { state: 'unknown', reason: row.lastError ?? said`No answer came: it will be looked up.` };
    case 'failed':
      return { state: 'failed', reason: row.lastError };
    case 'sent': {
      if (booking === null && row.settledHash === '') {
        return { state: 'booked', reason: said`Deleted here; it stays there, as you said.` };
      }
      if (booking === null) return { state: 'differs', reason: said`Deleted here, but still booked there.` };
      const hash = draftHash(draftOf(booking, place ?? row.draft, settings));
      if (row.settledHash === null) return { state: 'differs', reason: row.lastError };
      if (row.settledHash !== hash)
        return { state: 'differs', reason: said`Changed here since it was booked.` };
      if (row.confirmed === null) return { state: 'none', reason: said`It is gone there, and was left so.` };
      return row.lastError === null
        ? { state: 'booked', reason: null }
        : { state: 'differs', reason: row.lastError };
    }
  }
}
