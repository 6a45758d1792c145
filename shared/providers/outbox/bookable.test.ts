import { describe, expect, it } from 'vitest';
import type { Entry } from '../../entries/entry.ts';
import { clock, sampleEntry, TUESDAY } from '../../entries/sample-entry.ts';
import type { DayStatus } from '../../review/day.ts';
import type { Id } from '../../values/ids.ts';
import { plusMs } from '../../values/instant.ts';
import { minutes } from '../../values/minutes.ts';
import { bookingsOf, draftOf } from './bookable.ts';

const work = sampleEntry('work', '09:00-11:00', { state: 'accepted' });
const correction = (name: string, amount: number, of: string | null): Entry =>
  sampleEntry(name, '', {
    minutes: minutes(amount),
    state: 'edited',
    key: null,
    correction: { reason: 'miscounted', of: of as Id | null },
  });
const booked = (
  entries: Entry[],
  status: DayStatus = 'submitted',
  include: 'submitted' | 'reviewed' = 'submitted',
) =>
  bookingsOf(entries, new Map([[TUESDAY, status]]), include).map(
    ({ entry, minutes: sum, problem }) => `${entry.id} ${sum}${problem === null ? '' : ` ${problem}`}`,
  );

describe('what a day has to book', () => {
  it('is nothing before it is handed in', () => {
    expect(booked([work], 'draft')).toEqual([]);
    expect(booked([work], 'reviewed')).toEqual([]);
    expect(bookingsOf([work], new Map(), 'reviewed')).toEqual([]);
  });

  it('is its entries, once it is submitted; or reviewed, when that is enough', () => {
    expect(booked([work])).toEqual(['work 120']);
    expect(booked([work], 'reviewed', 'reviewed')).toEqual(['work 120']);
  });

  it('is not what was deleted', () => {
    expect(booked([{ ...work, state: 'deleted' }])).toEqual([]);
  });

  it('has corrections folded into what they correct', () => {
    expect(booked([work, correction('less', -30, 'work'), correction('more', 15, 'work')])).toEqual([
      'work 105',
    ]);
  });

  it('has nothing where all was taken away', () => {
    expect(booked([work, correction('less', -120, 'work')])).toEqual([]);
  });

  it('has a correction of the day as an entry of its own, unless it takes time away', () => {
    expect(booked([work, correction('more', 30, null)])).toEqual(['more 30', 'work 120']);
    expect(booked([correction('less', -30, null)])).toEqual([
      'less -30 -30m cannot be booked on their own: correct an entry of the day instead.',
    ]);
  });

  it('does not hang a correction on what is deleted', () => {
    expect(booked([{ ...work, state: 'deleted' }, correction('more', 30, 'work')])).toEqual(['more 30']);
  });

  it('blocks what has less than nothing', () => {
    expect(booked([work, correction('less', -150, 'work')])).toEqual([
      'work -30 With its corrections it has -30m: less than nothing cannot be booked.',
    ]);
  });
});

describe('a draft', () => {
  const settings = { 'booking.note': '{ticket}: {description}', 'booking.billable': 'unit' } as const;
  const place = { unit: '11', task: null, billable: null };
  const one = { entry: work, minutes: minutes(105), problem: null };

  it('says what a provider is told', () => {
    expect(
      draftOf(
        { ...one, entry: { ...work, id: '019c0000-0000-7000-8000-0123456789ab' as Id } },
        place,
        settings,
      ),
    ).toEqual({
      reference: '0123456789ab',
      date: TUESDAY,
      minutes: 105,
      note: 'TB-042: work of work',
      unit: '11',
      task: null,
      billable: null,
      startedAt: clock('09:00'),
      zone: 'Europe/Berlin',
    });
  });

  it('is billable as the mapping says, else the setting, else the unit', () => {
    const billable = (of: boolean | null, always: 'unit' | 'yes' | 'no') =>
      draftOf(one, { ...place, billable: of }, { ...settings, 'booking.billable': always }).billable;
    expect([
      billable(false, 'yes'),
      billable(null, 'yes'),
      billable(null, 'no'),
      billable(null, 'unit'),
    ]).toEqual([false, true, false, null]);
  });

  it('begins on its day, or at no time', () => {
    const late: Entry = { ...work, startedAt: plusMs(clock('00:00'), -60_000) };
    expect(draftOf({ ...one, entry: late }, place, settings).startedAt).toBeNull();
    expect(
      draftOf({ ...one, entry: { ...work, startedAt: clock('00:00') } }, place, settings).startedAt,
    ).toBe(clock('00:00'));
  });
});
