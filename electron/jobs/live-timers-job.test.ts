import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { World } from '#shared/ports/world.ts';
import { reconcileTimers } from '#shared/services/booking/live-timers.ts';
import type { Settings } from '#shared/settings/catalogue.ts';
import type { Stop } from '#shared/values/stop.ts';
import { followSession, followSessionOnce } from './live-timers-job.ts';

// What reconciling does is told in e2e/booking/live-timers.test.ts; here is only when.
vi.mock('#shared/services/booking/live-timers.ts', () => ({ reconcileTimers: vi.fn() }));
const reconcile = vi.mocked(reconcileTimers);

const worldWith = (settings: Partial<Settings> = {}): ReturnType<typeof memoryWorld> =>
  memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', {
    'booking.provider': 'toggl',
    'booking.timers': true,
    ...settings,
  });
const ends: (() => Promise<void>)[] = [];

beforeEach(() => {
  reconcile.mockReset();
  reconcile.mockResolvedValue({ left: false, retryAt: null });
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('a host', () => {
  it('looks once after its start, then follows every change of the session', async () => {
    const world = worldWith();
    const end = followSession(world);
    ends.push(end);
    await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(1));
    world.events.publish({ kind: 'session' });
    await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(2));
    world.events.publish({ kind: 'presence' });
    world.events.publish({ kind: 'day', date: '2026-02-10' });
    await end();
    world.events.publish({ kind: 'session' });
    expect(reconcile).toHaveBeenCalledTimes(2);
  });

  it('tries again what did not work', async () => {
    reconcile.mockResolvedValueOnce({ left: true, retryAt: null });
    reconcile.mockRejectedValueOnce(new Error('bug'));
    const world = worldWith();
    ends.push(followSession(world));
    await vi.waitFor(() => expect(reconcile).toHaveBeenCalledTimes(3));
  });

  it('without a provider loads none', async () => {
    const world = worldWith({ 'booking.provider': 'none' });
    const end = followSession(world);
    world.events.publish({ kind: 'session' });
    await end();
    expect(reconcile).not.toHaveBeenCalled();
  });
});

describe('a command', () => {
  it('follows what it did to the session, when the person wants timers', async () => {
    await followSessionOnce(worldWith(), ['session', 'start']);
    expect(reconcile).toHaveBeenCalledTimes(1);
    await followSessionOnce(worldWith(), ['day', 'show']);
    await followSessionOnce(worldWith({ 'booking.timers': false }), ['session', 'start']);
    await followSessionOnce(worldWith({ 'booking.provider': 'none' }), ['session', 'start']);
    expect(reconcile).toHaveBeenCalledTimes(1);
  });

  it('is held up for a moment at most, and fails for nothing', async () => {
    const memory = worldWith();
    const waits: number[] = [];
    const world: World = {
      ...memory,
      clock: {
        ...memory.clock,
        wait: async (ms) => {
          waits.push(ms);
        },
      },
    };
    reconcile.mockImplementationOnce(async (_world: World, stop?: Stop) => {
      await new Promise<void>((resolve) => stop?.whenAsked(resolve));
      throw new Error('called off');
    });
    await followSessionOnce(world, ['session', 'stop']);
    expect(waits).toEqual([5000]);
  });
});
