import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
  ['1h30m', 90],
  ['1h 30m', 90],
  ['45m', 45],
  ['2h', 120],
  ['1:30', 90],
  ['1.5h', 90],
  ['1,25h', 75],
  ['90', 90],
  ['-30m', -30],
  ['−1h', -60],
  ['-0:15', -15],
])('%s is %i minutes', (text, minutes) => {
  expect(readTime(text)).toBe(minutes);
});

test.each(['', 'h', 'soon', '1:75', '1d', '1.5', '1h30', '--1h'])('%j is no time', (text) => {
  expect(readTime(text)).toBeNull();
});
