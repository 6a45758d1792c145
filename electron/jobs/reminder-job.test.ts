import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresenceState } from '#shared/evidence/presence.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { anEvent } from '#shared/ports/sample-sources.ts';
import { logWords } from '#shared/services/add-entry.ts';
import { confirmNow } from '#shared/services/close-day.ts';
import { snoozePrompts } from '#shared/services/prompts/snooze-prompts.ts';
import { setSetting } from '#shared/services/settings.ts';
import type { Instant } from '#shared/values/instant.ts';
import { instant } from '#shared/values/instant.ts';
import type { Reminding } from './reminder-job.ts';
import { reminding } from './reminder-job.ts';

const MINUTE = 60_000;
const at = (text: string): Instant => instant(Date.parse(text));

/** A host whose clock is turned by hand; the job runs as often as it asks to, as the schedule would run it. */
async function host(start: string, told = true) {
  const memory = memoryWorld(start, 'Europe/Berlin');
  const presence = { state: 'active' as PresenceState };
  const world: MemoryWorld = {
    ...memory,
    presence: { ...memory.presence, current: () => ({ state: presence.state, backend: 'test' }) },
  };
  const heard: string[] = [];
  const made: Reminding = reminding(
    world,
    told ? (prompts) => heard.push(prompts.map(({ title }) => title).join(' ')) : null,
  );
  ends.push(made.end);
  await made.look();
  /** Lets the time go on to then. @returns what was told meanwhile. */
  const until = async (text: string): Promise<string[]> => {
    const from = heard.length;
    for (;;) {
      await made.job.run();
      const left = at(text) - world.clock.now();
      if (left <= 0) return heard.slice(from);
      world.clock.advance(Math.min(left, made.job.everyMs()));
    }
  };
  /** The machine sleeps: its timers stand still, and one of them comes late. */
  const sleepUntil = async (text: string): Promise<string[]> => {
    const from = heard.length;
    world.clock.jumpTo(at(text));
    await made.job.run();
    return heard.slice(from);
  };
  return { world, made, heard, presence, until, sleepUntil };
}

const ends: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

describe('reminders', () => {
  it('come at the end of the day, once, and not when it is reviewed', async () => {
    const { world, until } = await host('2026-02-10T12:00:00+01:00');
    await logWords(world, { text: '6h15m on TB-1 for work' });
    expect(await until('2026-02-10T17:29:59+01:00')).toEqual([]);
    expect(await until('2026-02-10T17:30:00+01:00')).toEqual(['Today: 6h15m of 8h.']);
    expect(await until('2026-02-11T12:00:00+01:00')).toEqual([]);
    await logWords(world, { text: '1h on TB-1 for work' });
    await confirmNow(world, { date: 'today' });
    expect(await until('2026-02-11T20:00:00+01:00')).toEqual([]);
  });

  it('over which the machine slept come once after it woke', async () => {
    const { world, until, sleepUntil } = await host('2026-02-10T16:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    expect(await until('2026-02-10T17:00:00+01:00')).toEqual([]);
    expect(await sleepUntil('2026-02-11T08:40:00+01:00')).toEqual(['Tuesday is not reviewed yet: 6h of 8h.']);
    expect(await until('2026-02-11T17:00:00+01:00')).toEqual([]);
  });

  it('wait while nobody is there, or in a meeting, and come on return', async () => {
    const { world, until, presence, made, heard } = await host('2026-02-10T17:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    presence.state = 'locked';
    expect(await until('2026-02-10T18:00:00+01:00')).toEqual([]);
    presence.state = 'active';
    const meeting = { start: at('2026-02-10T18:00:00+01:00'), end: at('2026-02-10T18:45:00+01:00') };
    await world.stores.calendar.put('ics:1', [anEvent('late', meeting)], []);
    await made.look();
    expect(heard).toEqual([]);
    expect(await until('2026-02-10T18:44:59+01:00')).toEqual([]);
    expect(await until('2026-02-10T18:45:00+01:00')).toEqual(['Today: 6h of 8h.']);
  });

  it('are told as soon as somebody is back, without waiting for the minute', async () => {
    const { world, until, presence, heard } = await host('2026-02-10T17:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    presence.state = 'idle';
    await until('2026-02-10T17:40:00+01:00');
    presence.state = 'active';
    world.events.publish({ kind: 'presence' });
    world.events.publish({ kind: 'presence' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard).toEqual(['Today: 6h of 8h.']);
  });

  it('that were put off come back then; do not disturb keeps them in the window', async () => {
    const { world, until, heard } = await host('2026-02-10T17:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    expect(await until('2026-02-10T17:30:00+01:00')).toHaveLength(1);
    await snoozePrompts(world, { until: '1h' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await until('2026-02-10T18:29:00+01:00')).toEqual([]);
    expect(await until('2026-02-10T18:30:00+01:00')).toEqual(['Today: 6h of 8h.']);
    await setSetting(world, { key: 'reminders.quiet', value: true });
    await snoozePrompts(world, { until: 'tomorrow' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await until('2026-02-11T12:00:00+01:00')).toEqual([]);
    await setSetting(world, { key: 'reminders.quiet', value: false });
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard.at(-1)).toBe('Tuesday is not reviewed yet: 6h of 8h.');
  });

  it('follow a person who travels: half past five is where they are', async () => {
    const { world, until } = await host('2026-02-10T12:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    world.clock.moveTo('America/New_York');
    expect(await until('2026-02-10T17:29:00-05:00')).toEqual([]);
    expect(await until('2026-02-10T17:30:00-05:00')).toEqual(['Today: 6h of 8h.']);
    // Home again on the same day, it is not told once more.
    world.clock.moveTo('Pacific/Honolulu');
    expect(await until('2026-02-10T18:00:00-10:00')).toEqual([]);
  });

  it('come at half past five on the days of the clock change', async () => {
    const { world, until } = await host('2026-03-28T12:00:00+01:00');
    await setSetting(world, { key: 'reminders.days', value: [1, 2, 3, 4, 5, 6, 7] });
    await setSetting(world, { key: 'reminders.week', value: false });
    world.clock.jumpTo(at('2026-03-29T01:00:00+01:00'));
    await logWords(world, { text: '6h on TB-1 for work' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await until('2026-03-29T17:29:00+02:00')).toEqual([]);
    expect(await until('2026-03-29T17:30:00+02:00')).toEqual(['Today: 6h.']);
  });

  it('tell nobody in a host without a desktop, but windows hear that something waits', async () => {
    const { world, until, heard } = await host('2026-02-10T17:00:00+01:00', false);
    await logWords(world, { text: '6h on TB-1 for work' });
    await until('2026-02-10T17:31:00+01:00');
    expect(heard).toEqual([]);
    expect(world.events.published.filter(({ kind }) => kind === 'prompts')).toHaveLength(1);
  });

  it('ask the database only when something changed or a time has come', async () => {
    const { world, until } = await host('2026-02-10T09:00:00+01:00');
    await until('2026-02-10T09:10:00+01:00');
    const since = vi.spyOn(world.stores.prompts, 'since');
    await until('2026-02-10T17:29:00+01:00');
    expect(since).not.toHaveBeenCalled();
    expect(made(world)).toBe(0);
    await until('2026-02-10T17:31:00+01:00');
    expect(since).toHaveBeenCalled();
  });

  it('stop with the host', async () => {
    const { world, made: job, heard } = await host('2026-02-10T17:00:00+01:00');
    await logWords(world, { text: '6h on TB-1 for work' });
    job.end();
    world.clock.advance(60 * MINUTE);
    await job.look();
    world.events.publish({ kind: 'day', date: '2026-02-10' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard).toEqual([]);
  });
});

/** How often windows were told of something new. */
const made = (world: MemoryWorld): number =>
  world.events.published.filter(({ kind }) => kind === 'prompts').length;
