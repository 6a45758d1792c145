import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../values/local-day.ts';
import { addMonths, dueMonths, firstWorkingDay } from './monthly.ts';

const WEEK = [1, 2, 3, 4, 5];
const day = (text: string): LocalDay => text as LocalDay;
const due = (today: string, made: readonly string[] = [], tried: readonly string[] = []): string[] =>
  dueMonths(day(today), WEEK, {
    isMade: (month) => made.includes(month),
    isKnown: (month) => made.includes(month) || tried.includes(month),
  });

describe('the first working day', () => {
  it.each([
    ['2026-01', '2026-01-01'], // a Thursday
    ['2026-02', '2026-02-02'], // begins on a Sunday
    ['2026-08', '2026-08-03'], // begins on a Saturday
    ['2024-02', '2024-02-01'],
  ])('of %s is %s', (month, expected) => expect(firstWorkingDay(month, WEEK)).toBe(expected));

  it('is of the person’s own working days, or the first at all', () => {
    expect(firstWorkingDay('2026-02', [3])).toBe('2026-02-04');
    expect(firstWorkingDay('2026-02', [])).toBe('2026-02-01');
  });
});

describe('what is due', () => {
  it('is last month, from its day on and not before', () => {
    expect(due('2026-01-31')).toEqual(['2025-12']);
    expect(due('2026-02-01', ['2025-12'])).toEqual([]);
    expect(due('2026-02-02', ['2025-12'])).toEqual(['2026-01']);
  });

  it('is made once', () => expect(due('2026-02-27', ['2026-01'])).toEqual([]));

  it('is made at the next start when the machine was off, months later too', () => {
    expect(due('2026-02-20', ['2025-12'])).toEqual(['2026-01']);
    expect(due('2026-04-20', ['2025-12'])).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('does not reach back before the first one', () => expect(due('2026-04-20')).toEqual(['2026-03']));

  it('is tried again when it did not work', () => {
    expect(due('2026-02-20', ['2025-12'], ['2026-01'])).toEqual(['2026-01']);
    expect(due('2026-03-20', [], ['2026-01'])).toEqual(['2026-01', '2026-02']);
  });

  it('reaches back a year at most', () => {
    expect(due('2026-04-20', ['2024-01'])).toEqual(['2026-03']);
    expect(due('2026-04-20', [], ['2025-01'])).toEqual(['2026-03']);
  });

  it('goes over the turn of the year', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(due('2026-01-01', ['2025-11'])).toEqual(['2025-12']);
  });
});
