import { describe, expect, it } from 'vitest';
import { BURN_DOWN_ROOM, drawBurnDown } from './burn-down.ts';

/** A drawing whose inside is 100 wide and 120 high. */
const { top, right, bottom, left } = BURN_DOWN_ROOM;
const SIZE = { width: 100 + left + right, height: 120 + top + bottom };
const HOUR = 60;

describe('a burn-down', () => {
  // 40 h sold; 10 h and 10 h used in two days; gone after two more.
  const drawing = drawBurnDown(
    {
      points: [
        { date: '2026-02-10', used: 10 * HOUR },
        { date: '2026-02-11', used: 20 * HOUR },
      ],
      available: 40 * HOUR,
      runsOut: '2026-02-13',
      asOf: '2026-02-11',
    },
    SIZE,
  )!;

  it('begins with all of it the evening before, and falls by what was used', () => {
    expect(drawing.hours.map(({ minutes }) => minutes / HOUR)).toEqual([0, 10, 20, 30, 40]);
    // Four days from the 9th to the 13th over 100: 25 a day; 40 h over 120: 3 an hour.
    expect(drawing.marks.map(({ x, y, left: rest }) => [x - left, y - top, rest! / HOUR])).toEqual([
      [25, 30, 30],
      [50, 60, 20],
    ]);
    expect(drawing.line).toBe(
      `M${left} ${top}L${left + 25} ${top + 30}L${left + 50} ${top + 60}L${left + 50} ${top + 60}`,
    );
    expect(drawing.zero - top).toBe(120);
  });

  it('goes on to where it runs out', () => {
    expect(drawing.forecast).toEqual({
      from: { x: left + 50, y: top + 60 },
      to: { x: left + 100, y: top + 120 },
      isReached: true,
    });
    expect(drawing.today).toBe(left + 50);
  });

  it('cuts a forecast that is far away, on its way', () => {
    const far = drawBurnDown(
      {
        points: [{ date: '2026-02-10', used: 10 * HOUR }],
        available: 40 * HOUR,
        runsOut: '2026-04-07',
        asOf: '2026-02-10',
      },
      SIZE,
    )!;
    // 28 of the 56 days are shown: half of the 30 h that are left is gone by then.
    expect(far.forecast).toMatchObject({ to: { x: left + 100, y: top + 75 }, isReached: false });
  });

  it('goes below nothing where more was used than sold', () => {
    const over = drawBurnDown(
      {
        points: [{ date: '2026-02-10', used: 50 * HOUR }],
        available: 40 * HOUR,
        runsOut: null,
        asOf: '2026-02-10',
      },
      SIZE,
    )!;
    expect(over.hours.map(({ minutes }) => minutes / HOUR)).toEqual([-20, 0, 20, 40]);
    expect(over.marks[0]!.y).toBeGreaterThan(over.zero);
    expect(over.forecast).toBeNull();
  });

  it('rises where there is no limit, and is nothing where nothing was used', () => {
    const free = drawBurnDown(
      {
        points: [{ date: '2026-02-10', used: 10 * HOUR }],
        available: null,
        runsOut: null,
        asOf: '2026-02-12',
      },
      SIZE,
    )!;
    expect(free.marks[0]!.y).toBeLessThan(free.zero);
    expect(drawBurnDown({ points: [], available: 60, runsOut: null, asOf: '2026-02-12' }, SIZE)).toBeNull();
  });
});
