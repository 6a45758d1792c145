import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { addEntry } from '../add-entry.ts';
import { cancelDevSession, linkTask, pauseDevSession, resumeDevSession } from './change.ts';
import { completeDevSession } from './complete.ts';
import { devSessionsOnDay } from './on-day.ts';
import { startDevSession } from './start.ts';

let world: MemoryWorld;
const pass = (minutes: number) => world.clock.advance(minutes * 60_000);
const onDay = (date: string) => devSessionsOnDay(world, { date });

beforeEach(() => {
  world = memoryWorld('2026-02-10T22:00:00+01:00', 'Europe/Berlin');
});

it('stands on each day it was worked on, for as much as was worked there, without its pauses', async () => {
  const { id } = await startDevSession(world, { title: 'TB-1 Night ferry', type: 'bugfix' });
  pass(30);
  await pauseDevSession(world, { id });
  pass(30);
  await resumeDevSession(world, { id });
  pass(90);
  const worked = (start: string, end: string) => ({ startedAt: start, endedAt: end });
  expect((await onDay('2026-02-10')).sessions).toEqual([
    {
      id,
      title: 'Night ferry',
      type: 'bugfix',
      status: 'active',
      ticket: 'TB-1',
      worked: [
        worked('2026-02-10T21:00:00.000Z', '2026-02-10T21:30:00.000Z'),
        worked('2026-02-10T22:00:00.000Z', '2026-02-10T23:00:00.000Z'),
      ],
      durationMinutes: 120,
      costUsd: null,
      costUnits: null,
      unit: 'VIBE',
    },
  ]);
  const { sessions, date } = await onDay('today');
  expect(date).toBe('2026-02-11');
  expect(sessions[0]!.worked).toEqual([worked('2026-02-10T23:00:00.000Z', '2026-02-10T23:30:00.000Z')]);
  expect((await onDay('2026-02-09')).sessions).toEqual([]);
});

it('tells the price of what is completed, and leaves out what was dropped or only stood still', async () => {
  const done = await startDevSession(world, { title: 'One' });
  const paused = await startDevSession(world, { title: 'Two' });
  const dropped = await startDevSession(world, { title: 'Three' });
  pass(10);
  await pauseDevSession(world, { id: paused.id });
  await cancelDevSession(world, { id: dropped.id });
  await completeDevSession(world, { id: done.id });
  pass(24 * 60);
  expect((await onDay('yesterday')).sessions).toMatchObject([
    { id: done.id, status: 'completed', costUsd: 0, costUnits: 0 },
    { id: paused.id, status: 'paused', costUsd: null },
  ]);
  expect((await onDay('today')).sessions).toEqual([]);
});

it('counts sessions of any day on the tickets of the entries of this one', async () => {
  for (const title of ['TB-1 First', 'TB-1 Second', 'TB-2 Third', 'TB-3 Fourth']) {
    const { id } = await startDevSession(world, { title });
    pass(5);
    if (title.endsWith('Third')) await linkTask(world, { id, ticket: 'TB-1', relationship: 'blocked' });
    else await completeDevSession(world, { id });
  }
  pass(24 * 60);
  for (const ticket of ['TB-1', 'TB-9'])
    await addEntry(world, { minutes: '30m', ticket, description: 'Work', date: 'today' });
  expect((await onDay('today')).tickets).toEqual([{ ticket: 'TB-1', sessions: 3, open: 1 }]);
});
