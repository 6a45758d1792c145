import { expect, test } from 'vitest';
import type { LocalDay } from '#shared/values/local-day.ts';
import { daysOfMonth, monthAfter, monthBefore, monthNamed, walk, weeksOfMonth } from './month.ts';

test('a month is whole weeks from Monday to Sunday, with nothing where another month is', () => {
  const weeks = weeksOfMonth('2026-11');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(weeksOfMonth('2027-02')).toHaveLength(4);
  expect(weeksOfMonth('2024-02').flat().filter(Boolean)).toHaveLength(29);
});

test('months follow each other across the year', () => {
  expect([monthBefore('2026-01'), monthAfter('2026-12'), monthAfter('2026-01')]).toEqual([
    '2025-12',
    '2027-01',
    '2026-02',
  ]);
  expect(daysOfMonth('2026-02')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
  const today = '2026-11-19' as LocalDay;
  expect([null, 'soon', '2026-13', '2025-03'].map((text) => monthNamed(text, today))).toEqual([
    '2026-11',
    '2026-11',
    '2026-11',
    '2025-03',
  ]);
});

test('arrows go through a day, and from day to day', () => {
  const dates = ['2026-11-02', '2026-11-02', '2026-11-04', '2026-11-09', '2026-11-09'];
  const from = (at: number, ...keys: string[]) =>
    keys.reduce((place, key) => walk(dates, place, `Arrow${key}`) ?? place, at);
  expect(from(0, 'Down', 'Down')).toBe(2);
  expect(from(1, 'Right')).toBe(2);
  expect(from(4, 'Left')).toBe(2);
  expect(from(2, 'Left')).toBe(0);
  expect([walk(dates, 0, 'ArrowUp'), walk(dates, 4, 'ArrowRight'), walk(dates, 0, 'x')]).toEqual([
    null,
    null,
    null,
  ]);
  expect([walk(dates, 2, 'Home'), walk(dates, 2, 'End'), walk([], 0, 'End')]).toEqual([0, 4, null]);
});
