import { describe, expect, it } from 'vitest';
import { dayTicks, minuteTicks, scaleOf } from './scale.ts';

describe('a scale', () => {
  it('lays a range over a stretch, also one that goes down', () => {
    const up = scaleOf(0, 480, 0, 96);
    expect([0, 120, 480].map(up)).toEqual([0, 24, 96]);
    const down = scaleOf(0, 480, 96, 0);
    expect([0, 120, 480].map(down)).toEqual([96, 72, 0]);
  });

  it('lays an empty range at its start', () => {
    expect(scaleOf(5, 5, 10, 90)(5)).toBe(10);
  });
});

describe('marks at an axis of minutes', () => {
  it('are round and hold what is shown', () => {
    expect(minuteTicks(0, 495)).toEqual([0, 240, 480, 720]);
    expect(minuteTicks(0, 480)).toEqual([0, 120, 240, 360, 480]);
    expect(minuteTicks(0, 9600)).toEqual([0, 3000, 6000, 9000, 12_000]);
    expect(minuteTicks(0, 40)).toEqual([0, 15, 30, 45]);
  });

  it('go below nothing where more was used than sold', () => {
    expect(minuteTicks(-300, 2400)).toEqual([-1200, 0, 1200, 2400]);
  });

  it('are two at least', () => {
    expect(minuteTicks(0, 0)).toEqual([0, 15]);
  });
});

describe('marks at an axis of days', () => {
  it('are days, then Mondays, then months', () => {
    expect(dayTicks('2026-02-09', '2026-02-12', 6)).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
    ]);
    expect(dayTicks('2026-02-05', '2026-03-01', 6)).toEqual(['2026-02-09', '2026-02-16', '2026-02-23']);
    expect(dayTicks('2026-01-15', '2026-05-20', 6)).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
  });
});
