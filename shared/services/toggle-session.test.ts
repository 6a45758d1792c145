import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { cancelSession, pauseSession, startSession, stopSession } from './session.ts';
import { toggleSession } from './toggle-session.ts';

let world: MemoryWorld;
const pass = (minutes: number) => world.clock.advance(minutes * 60_000);
/** Presses the key and says what runs then. */
const press = async (what?: string) => {
  const { running, today } = await toggleSession(world, what === undefined ? {} : { what });
  return running === null
    ? `nothing, ${today}m`
    : `${running.ticket ?? '-'} ${running.title} ${running.status}`;
};

beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
});

describe('one key to start and stop', () => {
  it('stops what runs and continues it the next time', async () => {
    await startSession(world, { what: 'TB-042 fix socket' });
    pass(30);
    expect(await press()).toBe('nothing, 30m');
    pass(60);
    expect(await press()).toBe('TB-042 fix socket active');
    pass(15);
    expect(await press()).toBe('nothing, 45m');
  });

  it('begins a first session where there is none to continue', async () => {
    expect(await press()).toBe('- Work active');
  });

  it('does not continue what was dropped', async () => {
    await startSession(world, { what: 'TB-042 fix socket' });
    await cancelSession(world);
    expect(await press()).toBe('- Work active');
  });

  it('goes on with what is paused', async () => {
    await startSession(world, { what: 'TB-042 fix socket' });
    pass(10);
    await pauseSession(world);
    pass(10);
    expect(await press()).toBe('TB-042 fix socket active');
  });

  it('starts what is named, and stops with the second press whatever runs', async () => {
    await startSession(world, { what: 'TB-1 first' });
    pass(10);
    await stopSession(world);
    expect(await press('APP-7 review')).toBe('APP-7 review active');
    pass(10);
    expect(await press('TB-1')).toBe('nothing, 20m');
  });
});
