import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatShort } from '../values/minutes.ts';
import { readCellText } from './cell-text.ts';

it.each([
  ['1h30m', 90],
  ['90', 90],
  ['90m', 90],
  ['1:30', 90],
  ['1.5h', 90],
  ['1,5', 90],
  ['1h 30m', 90],
  [' 2h ', 120],
  ['1d', 480],
  ['0', 0],
  ['+15m', 75],
  ['+ 15', 75],
  ['-10m', 50],
  ['−10m', 50],
  ['-1h', 0],
])('%s on an hour is %d', (text, minutes) => {
  expect(readCellText(text, 60, 8)).toBe(minutes);
});

it.each(['', 'x', '1h 30m on TB-042', '--5', '+-5', '1:75', 'half', '-'])('%j is no duration', (text) => {
  expect(readCellText(text, 60, 8)).toBeNull();
});

it('more than there is goes below zero, for the caller to refuse', () => {
  expect(readCellText('-2h', 60, 8)).toBe(-60);
});

it('reads back what is shown, and adds and takes the same', () => {
  fc.assert(
    fc.property(fc.nat(1440), fc.nat(1440), (have, minutes) => {
      const shown = formatShort(minutes);
      expect(readCellText(shown, have, 8)).toBe(minutes);
      expect(readCellText(`+${shown}`, have, 8)).toBe(have + minutes);
      expect(readCellText(`-${shown}`, have, 8)).toBe(have - minutes);
    }),
  );
});
