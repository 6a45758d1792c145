import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from './grid-moves.ts';

const GRID = { rows: 12, columns: 5 };

it.each([
  ['ArrowDown', false, { row: 3, column: 1 }],
  ['ArrowUp', false, { row: 1, column: 1 }],
  ['ArrowLeft', false, { row: 2, column: 0 }],
  ['ArrowRight', false, { row: 2, column: 2 }],
  ['Home', false, { row: 2, column: 0 }],
  ['End', false, { row: 2, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 11, column: 4 }],
  ['ArrowDown', true, { row: 11, column: 1 }],
  ['PageDown', false, { row: 11, column: 1 }],
  ['PageUp', false, { row: 0, column: 1 }],
])('%s (far: %s) leads to %o', (key, isFar, to) => {
  expect(moved({ row: 2, column: 1 }, key, isFar, GRID)).toEqual(to);
});

it('reaches the heads of the days, and no further; other keys move nothing', () => {
  expect(moved({ row: 0, column: 1 }, 'ArrowUp', false, GRID)).toEqual({ row: -1, column: 1 });
  expect(moved({ row: -1, column: 1 }, 'ArrowUp', false, GRID)).toEqual({ row: -1, column: 1 });
  expect(moved({ row: 0, column: 1 }, 'a', false, GRID)).toBeNull();
});

it('never leaves the grid', () => {
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), fc.integer({ min: 1, max: 9 }), (presses, rows) => {
      let at = { row: 0, column: 0 };
      for (const [key, isFar] of presses) at = moved(at, key, isFar, { rows, columns: 3 })!;
      expect(at.row).toBeGreaterThanOrEqual(-1);
      expect(at.row).toBeLessThan(rows);
      expect([0, 1, 2]).toContain(at.column);
    }),
  );
});
