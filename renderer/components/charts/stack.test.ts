import { describe, expect, it } from 'vitest';
import type { DayPart } from './stack.ts';
import { drawStack, layersOf, STACK_ROOM } from './stack.ts';

const part = (date: string, name: string | null, minutes: number): DayPart => ({ date, name, minutes });
const MONDAY = '2026-02-09';
const TUESDAY = '2026-02-10';
const WEEK = [MONDAY, TUESDAY];

describe('the layers of a week', () => {
  it('are the largest things in order, then the rest, then what has no ticket', () => {
    const parts = [
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => part(MONDAY, `TB-${n}`, 10 * n)),
      part(TUESDAY, 'TB-1', 100),
      part(TUESDAY, null, 15),
    ];
    expect(layersOf(parts).map(({ kind, name, minutes }) => [kind, name, minutes])).toEqual([
      ['named', 'TB-1', 110],
      ['named', 'TB-7', 70],
      ['named', 'TB-6', 60],
      ['named', 'TB-5', 50],
      ['named', 'TB-4', 40],
      ['rest', '', 50],
      ['none', '', 15],
    ]);
  });

  it('call a rest of one by its name', () => {
    const parts = [1, 2, 3, 4, 5, 6].map((n) => part(MONDAY, `TB-${n}`, 10 * n));
    expect(layersOf(parts).at(-1)).toMatchObject({ kind: 'rest', name: 'TB-1', minutes: 10 });
  });
});

describe('the stack of a week', () => {
  // An inside of 200 × 96: two slots of 100, and 480 minutes over 96.
  const size = {
    width: 200 + STACK_ROOM.left + STACK_ROOM.right,
    height: 96 + STACK_ROOM.top + STACK_ROOM.bottom,
  };
  const drawing = drawStack(
    {
      parts: [
        part(MONDAY, 'TB-1', 300),
        part(MONDAY, 'TB-2', 60),
        part(MONDAY, null, 60),
        part(MONDAY, 'TB-1', 0),
      ],
      dates: WEEK,
      targetOf: (date) => (date === MONDAY ? 480 : 0),
    },
    size,
  );
  const [monday, tuesday] = drawing.days as [(typeof drawing.days)[number], (typeof drawing.days)[number]];

  it('puts its pieces on each other, to the scale of the target', () => {
    expect(monday.minutes).toBe(420);
    expect(
      monday.pieces.map(({ layer, minutes, y, height }) => [
        layer.kind,
        minutes,
        drawing.baseline - y,
        height,
      ]),
    ).toEqual([
      ['named', 300, 60, 60],
      ['named', 60, 72, 12],
      ['none', 60, 84, 12],
    ]);
    expect(drawing.baseline - monday.top).toBe(84);
    expect(drawing.baseline - monday.targetY!).toBe(96);
  });

  it('keeps the place of a day without time or target', () => {
    expect(tuesday).toMatchObject({ minutes: 0, pieces: [], targetY: null, top: drawing.baseline });
    expect(tuesday.x - monday.x).toBe(100);
    expect(monday.width).toBe(72);
  });

  it('adds up to what was given, however it is sorted', () => {
    const sum = drawing.days.flatMap(({ pieces }) => pieces).reduce((all, { minutes }) => all + minutes, 0);
    expect(sum).toBe(300 + 60 + 60);
  });
});
