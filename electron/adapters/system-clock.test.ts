import { expect, it } from 'vitest';
import { isZone } from '#shared/values/local-day.ts';
import { createSystemClock } from './system-clock.ts';

it('tells whole milliseconds of now, a clock that never goes back, and a zone', () => {
  const clock = createSystemClock();
  const before = Date.now();
  const now = clock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(Number.isInteger(now)).toBe(true);
  const first = clock.monotonicMs();
  expect(clock.monotonicMs()).toBeGreaterThanOrEqual(first);
  expect(isZone(clock.zone())).toBe(true);
});
