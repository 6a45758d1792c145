import type { BookingState } from '#shared/contract/booking-shapes.ts';
import type { WeekShape } from '#shared/contract/shapes.ts';
import { worstOf } from '../../components/BookingMark.tsx';
import type { Booked } from '../../hooks/booking.ts';

type Day = Pick<WeekShape['days'][number], 'date' | 'status'>;
/** What is to be said about booking in a cell. */
export interface CellState {
  readonly state: BookingState['state'];
  readonly name: string;
  readonly reason: string | null;
}

/** What of a day takes part in booking: what is submitted, and whatever the provider was told of already. */
export const countsOn = (bookings: readonly Booked[], day: Day): readonly Booked[] =>
  bookings.filter(
    (booked) => booked.date === day.date && (day.status === 'submitted' || booked.state !== 'none'),
  );

/** The mark of a cell of the week; null where everything is well or nothing was to be booked. */
export function cellState(bookings: readonly Booked[], ticket: string | null, day: Day): CellState | null {
  const here = countsOn(bookings, day).filter((booked) => booked.ticket === ticket);
  const state = worstOf(here.map((booked) => booked.state));
  const worst = here.find((booked) => booked.state === state);
  if (worst === undefined || state === 'booked' || state === 'none') return null;
  return { state, name: worst.name, reason: worst.reason };
}

/** The marks of all cells, by ticket ('' is none) and date: looked up once, not once a cell. */
export function cellStates(
  bookings: readonly Booked[],
  days: readonly Day[],
): ReadonlyMap<string, ReadonlyMap<string, CellState>> {
  const rows = new Map<string, Map<string, CellState>>();
  for (const day of days) {
    for (const [key, here] of Map.groupBy(countsOn(bookings, day), ({ ticket }) => ticket ?? '')) {
      const state = cellState(here, key === '' ? null : key, day);
      if (state !== null) rows.set(key, (rows.get(key) ?? new Map<string, CellState>()).set(day.date, state));
    }
  }
  return rows;
}

/** To be looked at in the sheet; what was given up there and left so is not. */
const isOpen = ({ state, remoteId }: Booked): boolean =>
  state === 'none' ? remoteId === null : state !== 'booked';

/** How many entries of submitted days the provider does not have as they are. */
export const openIn = (bookings: readonly Booked[], days: readonly Day[]): number =>
  days.reduce((sum, day) => sum + countsOn(bookings, day).filter(isOpen).length, 0);
