import { expect, it } from 'vitest';
import { formatInstant } from '../values/instant.ts';
import { parseWorkBlocks } from '../values/work-blocks.ts';
import { when } from './sample-prompts.ts';
import type { Snooze } from './snooze.ts';
import { snoozeEnd } from './snooze.ts';

const end = (how: Snooze, now: string, blocks = ['09:00-17:00'], zone = 'Europe/Berlin') =>
  formatInstant(snoozeEnd(how, when(now), zone, parseWorkBlocks(blocks)!));

it('an hour, tomorrow when work begins, or Monday', () => {
  expect(end('1h', '2026-02-10T17:30:00+01:00')).toBe('2026-02-10T17:30:00.000Z');
  expect(end('tomorrow', '2026-02-10T17:30:00+01:00')).toBe('2026-02-11T08:00:00.000Z');
  expect(end('monday', '2026-02-10T17:30:00+01:00')).toBe('2026-02-16T08:00:00.000Z');
  expect(end('monday', '2026-02-16T07:00:00+01:00')).toBe('2026-02-23T08:00:00.000Z');
  expect(end('tomorrow', '2026-02-10T23:59:00+01:00', [])).toBe('2026-02-11T08:00:00.000Z');
});

it('by the wall clock, over the clock change and where one is', () => {
  expect(end('tomorrow', '2026-03-28T17:30:00+01:00')).toBe('2026-03-29T07:00:00.000Z');
  expect(end('1h', '2026-03-29T01:30:00+01:00')).toBe('2026-03-29T01:30:00.000Z');
  expect(end('tomorrow', '2026-02-10T23:30:00+01:00', ['09:00-17:00'], 'America/New_York')).toBe(
    '2026-02-11T14:00:00.000Z',
  );
});
