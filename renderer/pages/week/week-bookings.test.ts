import { describe, expect, it } from 'vitest';
import type { BookingState } from '#shared/contract/booking-shapes.ts';
import type { Booked } from '../../hooks/booking.ts';
import { cellState, countsOn, openIn } from './week-bookings.ts';

const booked = (state: BookingState['state'], more: Partial<Booked> = {}): Booked => ({
  entryId: 'e',
  date: '2026-02-10',
  ticket: 'TB-1',
  state,
  reason: null,
  remoteId: null,
  provider: 'productive',
  name: 'Productive.io',
  ...more,
});
const submitted = { date: '2026-02-10', status: 'submitted' } as const;
const draft = { date: '2026-02-10', status: 'draft' } as const;

describe('booking in the week', () => {
  it('counts what is submitted, and what the provider knows of already', () => {
    const all = [booked('none'), booked('booked'), booked('booked', { date: '2026-02-11' })];
    expect(countsOn(all, submitted)).toHaveLength(2);
    expect(countsOn(all, draft)).toEqual([all[1]]);
  });

  it('marks a cell with what needs somebody most, and says nothing while all is well', () => {
    const failed = booked('failed', { reason: 'closed' });
    expect(cellState([booked('booked'), booked('waiting'), failed], 'TB-1', submitted)).toEqual({
      state: 'failed',
      name: 'Productive.io',
      reason: 'closed',
    });
    expect(cellState([failed], 'TB-2', submitted)).toBeNull();
    expect(cellState([booked('booked')], 'TB-1', submitted)).toBeNull();
    expect(cellState([booked('none')], 'TB-1', submitted)).toBeNull();
  });

  it('has as open what the provider does not hold as it is here', () => {
    const states = ['none', 'waiting', 'booked', 'differs', 'failed', 'unknown'] as const;
    expect(
      openIn(
        states.map((state) => booked(state)),
        [submitted],
      ),
    ).toBe(5);
    expect(openIn([booked('none', { remoteId: '7' })], [submitted])).toBe(0);
    expect(openIn([booked('none')], [draft])).toBe(0);
  });
});
