import { expect, test } from 'vitest';
import { readClock } from './read-clock.ts';

const BERLIN = 'Europe/Berlin';
const read = (text: string, date = '2026-02-10', near: string | null = null) => {
  const at = readClock(text, date, BERLIN, near === null ? null : Date.parse(near));
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

test.each([
  ['09:15', '2026-02-10T08:15'],
  ['9:15', '2026-02-10T08:15'],
  ['0915', '2026-02-10T08:15'],
  ['9.15', '2026-02-10T08:15'],
  ['9', '2026-02-10T08:00'],
  [' 00:00 ', '2026-02-09T23:00'],
  ['24:00', '2026-02-10T23:00'],
])('%s is a time of day', (text, at) => expect(read(text)).toBe(at));

test.each(['', 'noon', '25:00', '09:60', '24:01', '9:5', '-1'])('%s is none', (text) =>
  expect(read(text)).toBeNull(),
);

test('where the clock shows it twice, the nearer one is meant, else the first', () => {
  expect(read('02:30', '2026-10-25')).toBe('2026-10-25T00:30');
  expect(read('02:30', '2026-10-25', '2026-10-25T01:20Z')).toBe('2026-10-25T01:30');
  expect(read('02:30', '2026-10-25', '2026-10-25T00:40Z')).toBe('2026-10-25T00:30');
});

test('what the clock skips is no time of that day', () => {
  expect(read('02:30', '2026-03-29')).toBeNull();
  expect(read('03:30', '2026-03-29')).toBe('2026-03-29T01:30');
});
