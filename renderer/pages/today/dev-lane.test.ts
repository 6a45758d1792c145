import { expect, test } from 'vitest';
import type { DevSessionDay } from '#shared/contract/dev-session-shapes.ts';
import { devLaneOf } from './dev-lane.ts';
import { at, span } from './sample-view.ts';

type OnDay = DevSessionDay['sessions'][number];
const DAY = { start: Date.parse(at('00:00')), hours: 24 };
const now = (clock: string) => Date.parse(at(clock));
const session = (worked: string, more: Partial<OnDay> = {}): OnDay => ({
  id: worked,
  title: 'Uploads',
  type: 'feature',
  status: 'completed',
  ticket: null,
  durationMinutes: 60,
  unit: '',
  costUsd: null,
  costUnits: null,
  worked: worked.split(' ').map(span),
  ...more,
});

test('a session stands from its first minute to its last, with what was worked of it', () => {
  const { spans, width } = devLaneOf([session('09:00-10:00 10:30-11:00')], DAY, now('12:00'));
  expect(spans).toMatchObject([
    {
      from: 9,
      to: 11,
      worked: [
        { from: 9, to: 10 },
        { from: 10.5, to: 11 },
      ],
    },
  ]);
  expect(width).toBe(1);
});

test('one that runs goes on to now; on a day that is over it stays as it is', () => {
  const running = [session('09:00-10:00', { status: 'active' })];
  expect(devLaneOf(running, DAY, now('10:15')).spans).toMatchObject([{ to: 10.25, worked: [{ to: 10.25 }] }]);
  const tomorrow = DAY.start + 30 * 3_600_000;
  expect(devLaneOf(running, DAY, tomorrow).spans).toMatchObject([{ to: 10 }]);
  expect(devLaneOf([session('09:00-10:00', { status: 'paused' })], DAY, now('11:00')).spans[0]!.to).toBe(10);
});

test('as wide as there are agents side by side, up to three', () => {
  const crowd = (n: number) =>
    devLaneOf(
      Array.from({ length: n }, (_, i) => session('09:00-10:00', { id: `${i}` })),
      DAY,
      now('12:00'),
    ).width;
  expect([0, 1, 2, 5].map(crowd)).toEqual([0, 1, 2, 3]);
});
