import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SyncResult } from '#shared/contract/booking-shapes.ts';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import type { DayStatus } from '#shared/review/day.ts';
import type { Settings } from '#shared/settings/catalogue.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { Problem } from '#shared/values/problem.ts';
import { bookAfterSubmit } from './booking-job.ts';

const DATE = '2026-02-10' as LocalDay;
const DONE: SyncResult = {
  provider: 'toggl',
  created: 1,
  updated: 0,
  deleted: 0,
  adopted: 0,
  skipped: 0,
  failed: [],
  conflicts: [],
  waiting: 0,
  problem: null,
};
const ends: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A host whose bookings end as the test says, one after the other; then all is well. */
function host(settings: Partial<Settings>, outcomes: (SyncResult | Error)[] = []) {
  const memory = memoryWorld('2026-02-13T16:00:00Z', 'Europe/Berlin', {
    'booking.provider': 'toggl',
    'booking.afterSubmit': true,
    ...settings,
  });
  const naps: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    naps.push(ms);
    memory.clock.advance(ms);
  };
  const world: MemoryWorld = { ...memory, clock: { ...memory.clock, wait } };
  let booked = 0;
  const job = bookAfterSubmit(world, async () => {
    booked += 1;
    const outcome = outcomes.shift() ?? DONE;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  ends.push(job.end);
  const day = async (status: DayStatus): Promise<void> => {
    const [before = null] = await world.stores.days.between('max', DATE, DATE);
    const after = {
      user: 'max',
      date: DATE,
      status,
      reviewedAt: null,
      submittedAt: null,
      revision: (before?.revision ?? 0) + 1,
    };
    await world.stores.ledger.commit({
      actor: 'max',
      operation: 'week.submit',
      why: 'a test',
      changes: [{ noun: 'day', before, after }],
    });
    world.events.publish({ kind: 'day', date: DATE });
  };
  /** How often was booked, once everything that was set going has come to rest. */
  const rest = async (): Promise<number> => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    return booked;
  };
  return { world, job, day, naps, rest };
}

describe('booking by itself', () => {
  it('works off at the start what was submitted or left while no host ran', async () => {
    expect(await host({}).rest()).toBe(1);
  });

  it('does nothing that was not asked for', async () => {
    for (const settings of [{ 'booking.afterSubmit': false }, { 'booking.provider': 'none' }] as const) {
      const { day, job, rest } = host(settings);
      await day('submitted');
      job.ask();
      expect(await rest()).toBe(0);
    }
  });

  it('follows days that go out, not those that are still worked on', async () => {
    const { day, rest, world } = host({});
    await rest();
    await day('reviewed');
    expect(await rest()).toBe(1);
    await world.settings.set('booking.include', 'reviewed');
    world.events.publish({ kind: 'day', date: DATE });
    expect(await rest()).toBe(2);
    await world.settings.set('booking.include', 'submitted');
    await day('submitted');
    expect(await rest()).toBe(3);
    world.events.publish({ kind: 'day', date: '2026-02-11' });
    expect(await rest()).toBe(3);
  });

  it('begins when it is switched on, not with every other setting', async () => {
    const { world, rest } = host({ 'booking.afterSubmit': false });
    await world.settings.set('booking.afterSubmit', true);
    world.events.publish({ kind: 'settings' });
    expect(await rest()).toBe(1);
    world.events.publish({ kind: 'settings' });
    expect(await rest()).toBe(1);
  });

  it('tries again what waits, later each time', async () => {
    const waits = { ...DONE, waiting: 3, problem: 'Toggl did not answer.' };
    const offline = new Problem('offline', 'Toggl did not answer.', 'Later.');
    const { rest, naps } = host({}, [waits, offline, new Problem('conflict', 'Under way.', 'Wait.')]);
    expect(await rest()).toBe(4);
    const pauses = naps.filter((ms) => ms > 1500);
    expect(pauses).toHaveLength(3);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it('leaves to the person what only they can mend', async () => {
    const { rest, job } = host({}, [new Problem('unauthorised', 'No token.', 'Connect.')]);
    expect(await rest()).toBe(1);
    job.ask();
    expect(await rest()).toBe(2);
  });

  it('notes a bug and goes on', async () => {
    const bug = new Error('bug');
    const { rest, world } = host({}, [bug]);
    const error = vi.spyOn(world.log, 'error');
    expect(await rest()).toBe(2);
    expect(error).toHaveBeenCalledWith('job.booking', bug);
  });
});
