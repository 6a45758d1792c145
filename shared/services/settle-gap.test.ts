import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { atClock, parseLocalDay } from '../values/local-day.ts';
import { confirmNow } from './close-day.ts';
import { logWords } from './add-entry.ts';
import { dismissGap, reopenGap } from './settle-gap.ts';
import { viewDay } from './show-day.ts';
import { redoLast, undoLast } from './undo.ts';
import { showWeek, submitNow } from './week.ts';

const BERLIN = 'Europe/Berlin';
const TUESDAY = parseLocalDay('2026-02-10')!;
const at = (hour: number, minute: number) => atClock(TUESDAY, hour, minute, BERLIN);
const times = (from: number, to: number) => ({
  startedAt: new Date(at(from, 0)).toISOString(),
  endedAt: new Date(at(to, 0)).toISOString(),
});

let world: MemoryWorld;
const seen = async () => {
  const { gaps, settledGaps, day } = await viewDay(world, { date: '2026-02-10' });
  return {
    open: gaps.map((gap) => gap.minutes),
    settled: settledGaps.map((gap) => `${gap.verdict} ${gap.minutes}`),
    untracked: day.totals.untracked,
  };
};

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN, {});
  await world.stores.evidence.putPresence({
    id: world.ids.next(at(9, 0)),
    user: 'max',
    start: at(9, 0),
    end: at(12, 0),
    state: 'active',
    backend: 'test',
    zone: BERLIN,
    open: false,
  });
});

it('a gap said to be a break is not asked about again, and is no untracked time, in the week neither', async () => {
  expect(await seen()).toEqual({ open: [180], settled: [], untracked: 180 });
  await dismissGap(world, { ...times(10, 11), verdict: 'break' });
  expect(await seen()).toEqual({ open: [60, 60], settled: ['break 60'], untracked: 120 });
  await dismissGap(world, { ...times(9, 10), verdict: 'ignored' });
  expect((await showWeek(world, { week: '2026-W07' })).days[1]!.untracked).toBe(60);
});

it('is part of undo and redo, by name', async () => {
  await dismissGap(world, { ...times(9, 12), verdict: 'break' });
  expect((await viewDay(world, { date: '2026-02-10' })).undo).toBe('settling a gap');
  expect(await undoLast(world)).toEqual({ done: 'settling a gap', dates: ['2026-02-10'] });
  expect((await seen()).open).toEqual([180]);
  await redoLast(world);
  expect(await seen()).toEqual({ open: [], settled: ['break 180'], untracked: 0 });
});

it('may be asked about again, and that may be undone too', async () => {
  const { id } = await dismissGap(world, { ...times(9, 12), verdict: 'ignored' });
  await reopenGap(world, { id });
  expect((await seen()).open).toEqual([180]);
  await expect(reopenGap(world, { id })).rejects.toMatchObject({ code: 'not-found' });
  await undoLast(world);
  expect((await seen()).settled).toEqual(['ignored 180']);
});

it('says no to times that are no stretch of one day, and on a submitted day', async () => {
  const { startedAt } = times(9, 10);
  await expect(dismissGap(world, { startedAt, endedAt: startedAt, verdict: 'break' })).rejects.toMatchObject({
    code: 'usage',
  });
  await logWords(world, { text: '8h on TB-042 for the release' });
  await confirmNow(world, { date: '2026-02-10' });
  await submitNow(world, { week: '2026-W07' });
  await expect(dismissGap(world, { ...times(9, 10), verdict: 'break' })).rejects.toMatchObject({
    code: 'refused',
  });
});
