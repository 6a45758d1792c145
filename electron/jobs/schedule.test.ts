import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job } from './schedule.ts';
import { schedule } from './schedule.ts';

const failures: string[] = [];
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string) => void failures.push(event),
};
const job = (run: () => Promise<void>, everyMs = 100): Job => ({
  name: 'knock',
  firstAfterMs: 10,
  everyMs: () => everyMs,
  run,
});

beforeEach(() => {
  failures.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('runs first soon, then each time after its interval', async () => {
  let runs = 0;
  const stop = schedule([job(async () => void (runs += 1))], log);
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(runs).toBe(4);
  await stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs).toBe(4);
});

it('never overlaps with itself', async () => {
  let [running, most] = [0, 0];
  const slow = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 500));
    running -= 1;
  };
  const stop = schedule([job(slow)], log);
  await vi.advanceTimersByTimeAsync(2000);
  expect(most).toBe(1);
  const stopped = stop();
  await vi.advanceTimersByTimeAsync(500);
  await stopped;
  expect(running).toBe(0);
});

it('goes on after a failure and logs it by name', async () => {
  let runs = 0;
  const stop = schedule(
    [
      job(async () => {
        runs += 1;
        throw new Error('a title nobody may read');
      }),
    ],
    log,
  );
  await vi.advanceTimersByTimeAsync(250);
  await stop();
  expect(runs).toBe(3);
  expect(failures).toEqual(['job.knock', 'job.knock', 'job.knock']);
});
