import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { ReadAll } from '#shared/services/sources/sources.ts';
import { sourceJobs } from './source-job.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function host(read: (wish: ReadAll) => Promise<void> = async () => undefined) {
  const world = memoryWorld('2026-02-10T09:00:00Z', 'Europe/Berlin', { 'calendar.pollMinutes': 10 });
  const wishes: ReadAll[] = [];
  const sources = sourceJobs(world, async (wish) => {
    wishes.push(wish);
    await read(wish);
  });
  ends.push(sources.end);
  return { world, wishes, ...sources };
}

describe('reading sources by itself', () => {
  it('looks at this machine as often as at repositories, and outside every pollMinutes, more or less', async () => {
    const { jobs, wishes, world } = host();
    await world.settings.set('git.scanMinutes', 3);
    const [local, remote] = jobs;
    expect(local!.everyMs()).toBe(180_000);
    world.dice.value = 0;
    expect(remote!.everyMs()).toBe(540_000);
    world.dice.value = 0.999;
    expect(remote!.everyMs()).toBeCloseTo(660_000, -3);
    await local!.run();
    await remote!.run();
    expect(wishes).toMatchObject([{ way: 'local' }, { way: 'remote', freshMs: 300_000 }]);
  });

  it('follows the settings, never twice at once, and not less for what changed meanwhile', async () => {
    const gates: (() => void)[] = [];
    const { world, wishes } = host(() => new Promise<void>((resolve) => gates.push(resolve)));
    for (let n = 0; n < 3; n += 1) world.events.publish({ kind: 'settings' });
    world.events.publish({ kind: 'day', date: '2026-02-10' });
    await vi.waitFor(() => expect(gates.length).toBe(1));
    gates[0]!();
    await vi.waitFor(() => expect(gates.length).toBe(2));
    gates[1]!();
    world.events.publish({ kind: 'settings' });
    await vi.waitFor(() => expect(wishes.length).toBe(3));
    gates[2]!();
  });

  it('notes a failure and goes on', async () => {
    const bug = new Error('bug');
    const { world, wishes } = host(() => Promise.reject(bug));
    const error = vi.spyOn(world.log, 'error');
    world.events.publish({ kind: 'settings' });
    await vi.waitFor(() => expect(error).toHaveBeenCalledWith('job.sources', bug));
    world.events.publish({ kind: 'settings' });
    await vi.waitFor(() => expect(wishes.length).toBe(2));
  });

  it('ends: what is being read is called off, and nothing begins any more', async () => {
    const { world, wishes, jobs, end } = host();
    await jobs[0]!.run();
    end();
    expect(wishes[0]!.stop?.asked).toBe(true);
    world.events.publish({ kind: 'settings' });
    expect(wishes.length).toBe(1);
  });
});
