import { expect, it } from 'vitest';
import { drawPairs, PAIRS_ROOM } from './pairs.ts';

it('two columns a day stand side by side, to one scale', () => {
  const { top, right, bottom, left } = PAIRS_ROOM;
  const { days, baseline } = drawPairs(
    [
      { date: '2026-02-09', first: 60, second: 240 },
      { date: '2026-02-10', first: 0, second: 120 },
    ],
    { width: 200 + left + right, height: 80 + top + bottom },
  );
  const heights = days.map(({ columns }) => columns.map(({ height }) => height));
  expect(heights).toEqual([
    [20, 80],
    [0, 40],
  ]);
  const [
    {
      columns: [first, second],
    },
  ] = days as [(typeof days)[number]];
  expect(second.x - first.x).toBe(first.width);
  expect(first.y + first.height).toBe(baseline);
});

it('dates are written as far as there is room', () => {
  const month = Array.from({ length: 30 }, (_, at) => ({
    date: `2026-06-${String(at + 1).padStart(2, '0')}`,
    first: 60,
    second: 60,
  }));
  const { days } = drawPairs(month, { width: 600, height: 200 });
  // 548 / 30 = 18.3 a day, 52 for a date: every third.
  expect(days.filter(({ isNamed }) => isNamed)).toHaveLength(10);
});
