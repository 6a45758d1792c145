import { expect, it } from 'vitest';
import { isZone } from '#shared/values/local-day.ts';
import { Stop } from '#shared/values/stop.ts';
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

it('waits, and no longer than until it is called off', async () => {
  const clock = createSystemClock();
  const before = clock.monotonicMs();
  await clock.wait(20);
  expect(clock.monotonicMs() - before).toBeGreaterThan(15);

  const stop = new Stop();
  const waiting = clock.wait(3_600_000, stop);
  stop.now();
  await waiting;
  await clock.wait(3_600_000, stop);
  await clock.wait(-1);
  expect(clock.monotonicMs() - before).toBeLessThan(60_000);
});
