import { describe, expect, it } from 'vitest';
import { instant, plusMinutes } from '../values/instant.ts';
import { tightest } from './quota.ts';

const NOW = instant(1_770_700_000_000);
const HOUR = 3_600_000;
const ago = (minutes: number) => plusMinutes(NOW, -minutes);
const bucket = (requests: number, minutesAgo: number[], heldFor: number | null = null) => ({
  limits: [{ requests, perMs: HOUR }],
  calls: minutesAgo.map(ago),
  heldUntil: heldFor === null ? null : plusMinutes(NOW, heldFor),
});

describe('what is left of a quota', () => {
  it('is what was not used within its window', () => {
    expect(tightest([bucket(30, [90, 61, 59, 10])], NOW, 60_000)).toEqual({
      left: 28,
      of: 30,
      resetsAt: null,
    });
  });

  it('comes back when the oldest of the calls that fill it leaves the window', () => {
    expect(tightest([bucket(2, [90, 50, 40])], NOW, 60_000)).toEqual({
      left: 0,
      of: 2,
      resetsAt: plusMinutes(NOW, 10),
    });
  });

  it('is that of the tightest one', () => {
    expect(tightest([bucket(30, []), bucket(240, [])], NOW, 60_000)).toMatchObject({ of: 30 });
    expect(tightest([bucket(30, []), bucket(3, [1])], NOW, 60_000)).toMatchObject({ left: 2, of: 3 });
  });

  it('is none while the provider asked for quiet', () => {
    expect(tightest([bucket(30, [], 20)], NOW, 60_000)).toEqual({
      left: 0,
      of: 30,
      resetsAt: plusMinutes(NOW, 20),
    });
    expect(tightest([bucket(30, [], -1)], NOW, 60_000)).toMatchObject({ left: 30 });
  });

  it('leaves out windows that pass by themselves, and is nothing without limits', () => {
    const short = { limits: [{ requests: 1, perMs: 1000 }], calls: [NOW], heldUntil: null };
    expect(tightest([short], NOW, 60_000)).toBeNull();
    expect(tightest([short], NOW, 0)).toMatchObject({ left: 0, of: 1 });
    expect(tightest([], NOW, 0)).toBeNull();
  });
});
