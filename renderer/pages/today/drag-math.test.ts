import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInterval, formatClock, parseLocalDay } from '#shared/values/local-day.ts';
import { instant } from '#shared/values/instant.ts';
import type { Bounds, Grip, Span } from './drag-math.ts';
import {
  FINE_STEP_MS,
  SHORTEST_MS,
  STEP_MS,
  dragged,
  drawn,
  nudged,
  placed,
  shared,
  snap,
} from './drag-math.ts';
import { TOP_PX, instantAt, msOf, place, pxOf } from './timeline-scale.ts';

const BERLIN = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const dayOf = (date: string): Span => dayInterval(parseLocalDay(date)!, BERLIN);
const TUESDAY = dayOf('2026-02-10');
/** The day clocks go forward, and the one they go back. */
const SHORT = dayOf('2026-03-29');
const LONG = dayOf('2026-10-25');

const at = (text: string, day = TUESDAY) => {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return day.start + hour * HOUR + minute * MINUTE;
};
const span = (text: string, day = TUESDAY): Span => {
  const [from, to] = text.split('-') as [string, string];
  return { start: at(from, day), end: at(to, day) };
};
const clock = ({ start, end }: Span) =>
  `${formatClock(instant(start), BERLIN)}-${formatClock(instant(end), BERLIN)}`;
const bounds = (more: Partial<Bounds> = {}): Bounds => ({ day: TUESDAY, edges: [], step: STEP_MS, ...more });
const hold = (grip: Grip, from: string, minutes: number, more: Partial<Bounds> = {}) =>
  clock(dragged(grip, span(from, more.day), minutes * MINUTE, bounds(more)));

describe('a drag', () => {
  test('moves on a grid of five minutes, of one with Alt, and keeps the length', () => {
    expect(hold('move', '09:00-10:30', 63)).toBe('10:05-11:35');
    expect(hold('move', '09:13-10:30', 1)).toBe('09:15-10:32');
    expect(hold('move', '09:00-10:30', 63, { step: FINE_STEP_MS })).toBe('10:03-11:33');
  });

  test('resizes either end; the other one stays, and none passes it', () => {
    expect(hold('start', '09:00-10:30', 32)).toBe('09:30-10:30');
    expect(hold('end', '09:00-10:30', -32)).toBe('09:00-10:00');
    expect(hold('end', '09:00-10:30', -500)).toBe('09:00-09:05');
    expect(hold('start', '09:00-10:30', 500)).toBe('10:25-10:30');
  });

  test('stays within its day', () => {
    expect(hold('move', '09:00-10:30', -2000)).toBe('00:00-01:30');
    expect(hold('move', '09:00-10:30', 2000)).toBe('22:30-00:00');
    expect(hold('end', '09:00-10:30', 2000)).toBe('09:00-00:00');
  });

  test('catches the edge of a neighbour that is nearer than the grid', () => {
    const edges = [at('10:13'), at('12:48')];
    expect(hold('end', '09:00-10:00', 12, { edges })).toBe('09:00-10:13');
    expect(hold('end', '09:00-10:00', 10, { edges })).toBe('09:00-10:10');
    // Its end comes to lie where the next thing begins.
    expect(hold('move', '09:00-10:00', 168, { edges })).toBe('11:48-12:48');
  });

  test('what is shorter than the shortest keeps its length and may grow', () => {
    expect(hold('move', '09:00-09:03', 10)).toBe('09:10-09:13');
    expect(hold('end', '09:00-09:03', -10)).toBe('09:00-09:03');
  });
});

describe('days on which clocks change', () => {
  test('the sheet counts elapsed hours: 23 and 25 of them', () => {
    expect([SHORT, TUESDAY, LONG].map((day) => pxOf(day.end - day.start))).toEqual([1380, 1440, 1500]);
    expect(instantAt(TOP_PX + 120, LONG.start)).toBe(LONG.start + 2 * HOUR);
    expect(place({ from: 0, to: 23 }).height).toBe(pxOf(SHORT.end - SHORT.start));
  });

  test('a block dragged over the hour that is missing keeps its length; the clock jumps', () => {
    const from = { start: at('01:30', SHORT), end: at('02:00', SHORT) };
    expect(clock(from)).toBe('01:30-03:00');
    expect(clock(dragged('move', from, 30 * MINUTE, bounds({ day: SHORT })))).toBe('03:00-03:30');
  });

  test('a block dragged through the hour that stands twice has both of them under it', () => {
    const start = at('02:00', LONG);
    const first = { start, end: start + 30 * MINUTE };
    const second = dragged('move', first, HOUR, bounds({ day: LONG }));
    expect([clock(first), clock(second)]).toEqual(['02:00-02:30', '02:00-02:30']);
    expect(second.start - first.start).toBe(HOUR);
    const over = dragged('end', first, 90 * MINUTE, bounds({ day: LONG }));
    expect([clock(over), (over.end - over.start) / MINUTE]).toEqual(['02:00-03:00', 120]);
  });

  test('the last minute of each day can be reached, and nothing beyond', () => {
    for (const day of [SHORT, TUESDAY, LONG]) {
      const late = { start: day.end - 3 * HOUR, end: day.end - 2 * HOUR };
      expect(dragged('move', late, 9 * HOUR, bounds({ day })).end).toBe(day.end);
      expect(dragged('end', late, 9 * HOUR, bounds({ day })).end).toBe(day.end);
    }
  });
});

describe('drawing and placing', () => {
  test('a stretch is drawn in either direction, and is none before a step', () => {
    expect(clock(drawn(at('09:02'), at('10:14'), bounds())!)).toBe('09:00-10:15');
    expect(clock(drawn(at('10:14'), at('09:02'), bounds())!)).toBe('09:00-10:15');
    expect(drawn(at('09:01'), at('09:02'), bounds())).toBeNull();
  });

  test('what has only a length is put where the pointer is, whole', () => {
    expect(clock(placed(at('09:02'), 90 * MINUTE, bounds()))).toBe('09:00-10:30');
    expect(clock(placed(at('23:50'), 90 * MINUTE, bounds()))).toBe('22:30-00:00');
  });

  test('two stretches share what lies in both', () => {
    expect(clock(shared(span('09:00-10:00'), span('09:30-11:00'))!)).toBe('09:30-10:00');
    expect(shared(span('09:00-10:00'), span('10:00-11:00'))).toBeNull();
  });
});

describe('a press of a key', () => {
  test('goes to the next point of the grid, from off it too', () => {
    const press = (grip: Grip, from: string, by: number) => clock(nudged(grip, span(from), by, TUESDAY));
    expect(press('move', '09:00-10:00', STEP_MS)).toBe('09:05-10:05');
    expect(press('move', '09:13-10:00', STEP_MS)).toBe('09:15-10:02');
    expect(press('move', '09:13-10:00', -STEP_MS)).toBe('09:10-09:57');
    expect(press('end', '09:00-10:00', STEP_MS)).toBe('09:00-10:05');
    expect(press('start', '09:00-10:00', -STEP_MS)).toBe('08:55-10:00');
    expect(press('move', '00:00-01:00', -STEP_MS)).toBe('00:00-01:00');
    expect(press('end', '09:00-09:05', -STEP_MS)).toBe('09:00-09:05');
  });
});

const days = fc.constantFrom(SHORT, TUESDAY, LONG);
const grips = fc.constantFrom<Grip>('move', 'start', 'end');
const minute = fc.integer({ min: 0, max: 1379 });

test('whatever is dragged wherever stays on its day, in order, and moved it keeps its length', () => {
  fc.assert(
    fc.property(
      days,
      grips,
      minute,
      minute,
      fc.integer({ min: -2000, max: 2000 }),
      fc.array(minute, { maxLength: 5 }),
      fc.constantFrom(STEP_MS, FINE_STEP_MS),
      (day, grip, a, b, by, near, step) => {
        fc.pre(a !== b);
        const from = {
          start: day.start + Math.min(a, b) * MINUTE,
          end: day.start + Math.max(a, b) * MINUTE,
        };
        const edges = near.map((one) => day.start + one * MINUTE);
        const to = dragged(grip, from, by * MINUTE, { day, edges, step });
        expect(to.start).toBeGreaterThanOrEqual(day.start);
        expect(to.end).toBeLessThanOrEqual(day.end);
        expect(to.end - to.start).toBeGreaterThanOrEqual(Math.min(SHORTEST_MS, from.end - from.start));
        if (grip === 'move') expect(to.end - to.start).toBe(from.end - from.start);
        if (grip === 'start') expect(to.end).toBe(from.end);
        if (grip === 'end') expect(to.start).toBe(from.start);
      },
    ),
  );
});

test('nothing is moved further from the pointer than half a step', () => {
  fc.assert(
    fc.property(days, minute, fc.array(minute, { maxLength: 5 }), (day, wanted, near) => {
      const point = day.start + wanted * MINUTE;
      const edges = near.map((one) => day.start + one * MINUTE);
      expect(Math.abs(snap(point, { day, edges, step: STEP_MS }) - point)).toBeLessThanOrEqual(STEP_MS / 2);
    }),
  );
});

test('pixels and time are the same there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000_000 }), (ms) => Math.abs(msOf(pxOf(ms)) - ms) < 0.001),
  );
});
