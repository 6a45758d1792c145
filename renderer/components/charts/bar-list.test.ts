import { describe, expect, it } from 'vitest';
import type { Bar } from './bar-list.ts';
import { layBars } from './bar-list.ts';

const bar = (key: string, value: number, of: number | null = null): Bar => ({
  key,
  label: key,
  value,
  text: String(value),
  of,
});

describe('bars', () => {
  it('are measured against the longest, be it a bar or what one is measured against', () => {
    const { bars, rest } = layBars([bar('TB-1', 300, 600), bar('TB-2', 150), bar('TB-3', 0, 300)]);
    expect(bars.map(({ share, mark }) => [share, mark])).toEqual([
      [0.5, 1],
      [0.25, null],
      [0, 0.5],
    ]);
    expect(rest).toBeNull();
  });

  it('leave the smallest out where there are too many, and say what they come to', () => {
    const many = [500, 400, 300, 200, 100].map((value) => bar(`TB-${value}`, value));
    expect(layBars(many, 3).rest).toEqual({ count: 2, value: 300 });
    expect(layBars(many, 4).rest).toBeNull();
  });

  it('have no length where there is nothing, or less', () => {
    expect(layBars([bar('a', 0), bar('b', -30)]).bars.map(({ share }) => share)).toEqual([0, 0]);
    expect(layBars([])).toEqual({ bars: [], rest: null });
  });
});
