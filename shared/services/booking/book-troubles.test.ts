import { beforeEach, describe, expect, it } from 'vitest';
import { ProviderFailure } from '../../providers/failure.ts';
import { plusMinutes } from '../../values/instant.ts';
import { bookingProgress, cancelBooking } from './book.ts';
import { bookingStates } from './booking-states.ts';
import { Desk } from './sample-desk.ts';
import { ScriptedService } from './scripted-service.ts';

const MON = '2026-02-09';
const TUE = '2026-02-10';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.map('TB');
});

const stateOf = async (id: string) =>
  (await bookingStates(desk.world, { week: '2026-W07' })).find((one) => one.entryId === id);

describe('answers that do not come', () => {
  const failure = (kind: ConstructorParameters<typeof ProviderFailure>[0], words = 'no', retryAt = 0) =>
    new ProviderFailure(
      kind,
      words,
      retryAt === 0 ? {} : { retryAt: plusMinutes(desk.world.clock.now(), retryAt) },
    );

  it('are looked up: found is booked', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    desk.service.mishap = ({ what, count }) => (what === 'create' && count === 2 ? 'lost after' : null);
    expect(await desk.sync()).toMatchObject({ created: 1, waiting: 0 });
    expect(desk.service.entries).toHaveLength(1);
    expect(desk.service.calls).toEqual(['list', 'create', 'find', 'list']);
  });

  it('are looked up: not found is told again', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    desk.service.mishap = ({ what, count }) => (what === 'create' && count === 2 ? 'lost before' : null);
    expect(await desk.sync()).toMatchObject({ created: 1 });
    expect(desk.service.entries).toHaveLength(1);
  });

  it('of changes are looked up too', async () => {
    for (const mishap of ['lost after', 'lost before'] as const) {
      const id = await desk.work(MON, 'TB-1 one', 30);
      await desk.sync();
      await desk.correct(id, 15);
      let lost = false;
      desk.service.mishap = ({ what }) => (what === 'update' && !lost && (lost = true) ? mishap : null);
      expect(await desk.sync()).toMatchObject({ updated: 1, conflicts: [] });
      expect(await stateOf(id)).toMatchObject({ state: 'booked' });
    }
    expect(desk.service.lines()).toEqual([`${MON} 45 TB-1: one`, `${MON} 45 TB-1: one`]);
  });

  it('of changes may come long after others were made: what is here counts', async () => {
    const id = await desk.work(MON, 'TB-1 one', 30);
    await desk.sync();
    await desk.correct(id, 15);
    let late = desk.service.entries[0]!;
    let lost = false;
    desk.service.mishap = ({ what }) => {
      if (what === 'update' && !lost) {
        lost = true;
        late = { ...late, minutes: 45 as never };
        return 'lost before';
      }
      return null;
    };
    await desk.sync();
    await desk.correct(id, 15);
    await desk.sync();
    desk.service.edit(late.id, late);
    expect((await desk.row(id)).reason).toContain('A change of ours that was given up came after all');
    expect(await desk.sync()).toMatchObject({ updated: 1, conflicts: [] });
    expect(desk.service.lines()).toEqual([`${MON} 60 TB-1: one`]);
  });

  it('of deletions are looked up too', async () => {
    for (const mishap of ['lost after', 'lost before'] as const) {
      const id = await desk.work(MON, 'TB-1 one', 30);
      await desk.sync();
      await desk.change(id, { state: 'deleted' });
      let lost = false;
      desk.service.mishap = ({ what }) => (what === 'remove' && !lost && (lost = true) ? mishap : null);
      expect(await desk.sync({ delete: true })).toMatchObject({ deleted: 1, waiting: 0 });
    }
    expect(desk.service.entries).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
  });

  it('leave what nobody can look up for the next run', async () => {
    const id = await desk.work(MON, 'TB-1 one', 30);
    desk.service.mishap = ({ what }) =>
      what === 'create' ? 'lost after' : what === 'find' ? 'unreached' : null;
    const result = await desk.sync();
    expect(result).toMatchObject({ created: 0, waiting: 1 });
    expect(result.problem).not.toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: 'unknown' });
    desk.service.mishap = () => null;
    expect(await desk.sync()).toMatchObject({ adopted: 1, created: 0, waiting: 0 });
    expect(desk.service.entries).toHaveLength(1);
  });

  it('may come from a request that was done twice: the second one is removed', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    desk.service.mishap = ({ what }) => (what === 'create' ? 'done twice' : null);
    await desk.sync();
    expect(desk.service.entries).toHaveLength(2);
    desk.service.mishap = () => null;
    expect((await desk.plan()).warnings[0]).toContain('twice');
    expect(await desk.sync()).toMatchObject({ deleted: 1, skipped: 1 });
    expect(desk.service.entries).toHaveLength(1);
    expect(await desk.planned()).toEqual(['skip TB-1 30']);
  });

  it('may come from a request that was done twice, and the first one may be the one that is taken away', async () => {
    const id = await desk.work(MON, 'TB-1 one', 30);
    const other = await desk.work(MON, 'TB-2 two', 30);
    desk.service.mishap = ({ what }) => (what === 'create' ? 'done twice' : null);
    await desk.sync();
    desk.service.mishap = () => null;
    const firsts = new Set((await desk.outbox()).map((row) => row.remoteId));
    desk.service.entries = desk.service.entries.filter((one) => !firsts.has(one.id));
    await desk.correct(id, 5);
    await desk.change(other, { state: 'deleted' });
    expect(await desk.sync({ delete: true })).toMatchObject({ updated: 1, deleted: 1, conflicts: [] });
    expect(desk.service.lines()).toEqual([`${MON} 35 TB-1: one`]);
  });

  it('make a repeated request settle by itself', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    let late: (() => void) | null = null;
    desk.service.mishap = ({ what, count }) => {
      if (what === 'create' && count === 2) return 'lost before';
      // What was slow, not lost, comes after all.
      if (what === 'list' && count > 2) late?.();
      return null;
    };
    late = () => {
      desk.service.entries.push({ ...desk.service.entries[0]!, id: 'late' });
      late = null;
    };
    expect(await desk.sync()).toMatchObject({ created: 1, deleted: 1 });
    expect(desk.service.entries).toHaveLength(1);
  });

  it('leave copies that people make alone', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    await desk.sync();
    desk.service.entries.push({ ...desk.service.entries[0]!, id: 'copy', date: TUE as never });
    const plan = await desk.plan();
    expect(plan.rows).toMatchObject([{ action: 'skip' }]);
    expect(plan.elsewhere).toMatchObject([{ remoteId: 'copy' }]);
    expect(plan.warnings[0]).toContain('copied by hand');
    expect(await desk.sync()).toMatchObject({ deleted: 0 });
  });

  it('of one bad entry never hold up the rest', async () => {
    const bad = await desk.work(MON, 'TB-1 bad', 30);
    await desk.work(MON, 'TB-2 good', 30);
    await desk.work(MON, 'TB-3 odd', 30);
    desk.service.mishap = ({ what, note }) =>
      what !== 'create'
        ? null
        : note.includes('bad')
          ? failure('refused', 'Note is too rude')
          : note.includes('odd')
            ? 'lost before'
            : null;
    const result = await desk.sync();
    expect(result).toMatchObject({
      created: 1,
      waiting: 1,
      failed: [{ entryId: bad, reason: 'Note is too rude' }],
    });
    expect(await stateOf(bad)).toMatchObject({ state: 'failed', reason: 'Note is too rude' });

    // Nothing changed: it is not tried again by itself, but when it is asked for, or changed.
    desk.service.mishap = () => null;
    desk.service.calls.length = 0;
    const again = await desk.sync();
    expect(again).toMatchObject({ created: 1, failed: [{ entryId: bad }] });
    expect(again.failed[0]!.reason).toContain('Service refused it: Note is too rude.');
    expect(await desk.sync({ entries: [bad] })).toMatchObject({ created: 1, failed: [] });
  });

  it('of what was refused are tried again once the draft or its mapping changed', async () => {
    const bad = await desk.work(MON, 'TB-1 bad', 30);
    desk.service.mishap = ({ what }) => (what === 'create' ? failure('refused', 'Service is closed') : null);
    await desk.sync();
    desk.service.mishap = () => null;
    expect(await desk.row(bad)).toMatchObject({ action: 'blocked' });
    await desk.map('TB', '12');
    expect(await desk.row(bad)).toMatchObject({ action: 'create', unit: '12' });
    expect(await desk.sync()).toMatchObject({ created: 1 });
  });

  it('that say it is gone make a conflict, not a second entry', async () => {
    const id = await desk.work(MON, 'TB-1 one', 30);
    await desk.sync();
    await desk.correct(id, 5);
    desk.service.mishap = ({ what }) => {
      if (what === 'update') desk.service.entries = [];
      return null;
    };
    expect(await desk.sync()).toMatchObject({
      updated: 0,
      created: 0,
      conflicts: [{ entryId: id, action: 'conflict' }],
    });
    expect(await desk.row(id)).toMatchObject({ action: 'conflict', theirs: null });
  });

  it('end the run as offline after two entries; all of it waits', async () => {
    for (let n = 1; n <= 30; n += 1) await desk.work(MON, `TB-${n} work`, 10);
    desk.service.mishap = ({ what }) => (what === 'create' ? 'unreached' : null);
    const result = await desk.sync();
    expect(result).toMatchObject({ created: 0, failed: [], waiting: 30 });
    expect(result.problem).toContain('does not answer');
    expect(desk.service.calls.length).toBeLessThan(20);
    expect(new Set(await desk.states())).toEqual(new Set(['create pending']));
    expect(await stateOf((await desk.outbox())[0]!.entry)).toMatchObject({ state: 'waiting' });
    desk.service.mishap = () => null;
    expect(await desk.sync()).toMatchObject({ created: 30, waiting: 0 });
  });

  it('before anything is known let everything wait, and say so', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    desk.service.mishap = () => 'unreached';
    await expect(desk.sync()).rejects.toMatchObject({
      code: 'offline',
      remedy: expect.stringContaining('1 entry waits') as string,
    });
    expect(await desk.states()).toEqual(['create pending']);
    const plan = await desk.plan();
    expect(plan.rows).toMatchObject([{ action: 'create' }]);
    expect(plan.warnings[0]).toContain('did not answer');
    desk.service.mishap = () => null;
    desk.service.byHand({ date: MON, minutes: 30, note: 'one' });
    expect(await desk.sync()).toMatchObject({ adopted: 1, created: 0 });
  });

  it('ask for a new token once, and wait', async () => {
    for (let n = 1; n <= 9; n += 1) await desk.work(MON, `TB-${n} work`, 10);
    desk.service.mishap = ({ what, count }) =>
      what === 'create' && count > 3 ? failure('unauthorised', 'revoked') : null;
    const result = await desk.sync();
    expect(result.created + result.waiting).toBe(9);
    expect(result.problem).toContain('stint provider connect productive');
    expect(desk.service.calls.length).toBeLessThan(10);
  });

  it('keep limits: short ones are waited for, long ones end the run and say until when', async () => {
    for (let n = 1; n <= 3; n += 1) await desk.work(MON, `TB-${n} work`, 10);
    let short = true;
    desk.service.mishap = ({ what }) =>
      what === 'create' && short && !(short = false) ? failure('limited', 'slow', 0.2) : null;
    expect(await desk.sync()).toMatchObject({ created: 3, waiting: 0 });

    await desk.work(TUE, 'TB-9 more', 10);
    desk.service.mishap = ({ what }) => (what === 'create' ? failure('limited', 'quota used up', 40) : null);
    const result = await desk.sync();
    expect(result).toMatchObject({ created: 0, waiting: 1 });
    expect(result.problem).toMatch(/after \d\d:\d\d/);
    expect((await desk.outbox()).at(-1)).toMatchObject({ state: 'pending', lastError: 'quota used up' });
    expect((await desk.outbox()).at(-1)!.nextTryAt).not.toBeNull();
  });

  it('that break something inside of us are one entry’s trouble', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    await desk.work(MON, 'TB-2 two', 30);
    desk.service.mishap = ({ what, note }) => {
      if (what === 'create' && note.includes('one')) throw new TypeError('x is undefined');
      return null;
    };
    expect(await desk.sync()).toMatchObject({ created: 1, waiting: 1 });
  });
});

describe('a run', () => {
  it('is the only one', async () => {
    await desk.work(MON, 'TB-1 one', 30);
    const first = desk.sync();
    await expect(desk.sync()).rejects.toMatchObject({ code: 'conflict' });
    await first;
    await expect(desk.sync()).resolves.toMatchObject({ skipped: 1 });
  });

  it('can be stopped between entries, and goes on where it stopped', async () => {
    for (let n = 1; n <= 20; n += 1) await desk.work(MON, `TB-${n} work`, 10);
    desk.service.mishap = ({ what, count }) => {
      if (what === 'create' && count === 6) void cancelBooking(desk.world, {});
      return null;
    };
    const result = await desk.sync();
    expect(result.waiting).toBeGreaterThan(0);
    expect(result.created + result.waiting).toBe(20);
    expect(result.problem).toContain('stopped');
    expect(desk.service.entries).toHaveLength(result.created);
    expect(await bookingProgress(desk.world, {})).toMatchObject({ running: false });
    expect(await desk.sync()).toMatchObject({ created: result.waiting, waiting: 0 });
    expect(desk.service.entries).toHaveLength(20);
  });

  it('tells how far it is, but not for every entry', async () => {
    for (let n = 1; n <= 200; n += 1) await desk.work(MON, `TB-${n} work`, 1);
    const seen: number[] = [];
    desk.world.events.subscribe((event) => {
      if (event.kind === 'booking') void bookingProgress(desk.world).then(({ done }) => seen.push(done));
    });
    await desk.sync();
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.length).toBeLessThan(70);
    expect(Math.max(...seen)).toBe(200);
  });

  it('looks up what the last one left, however old it is', async () => {
    const id = await desk.work('2025-10-06', 'TB-1 old', 30);
    desk.service.mishap = ({ what }) =>
      what === 'create' ? 'lost after' : what === 'find' ? 'unreached' : null;
    await desk.sync({ week: '2025-W41' });
    desk.service.mishap = () => null;
    expect(await desk.planned()).toEqual(['create TB-1 30']);
    expect((await desk.row(id)).reason).toContain('looked up before anything is repeated');
    expect(await desk.sync()).toMatchObject({ adopted: 1, created: 0 });
    expect(desk.service.entries).toHaveLength(1);
  });

  it('looks again before it changes what was listed long ago', async () => {
    const id = await desk.work(MON, 'TB-1 one', 30);
    await desk.sync();
    await desk.correct(id, 5);
    const remote = desk.service.entries[0]!.id;
    desk.service.mishap = ({ what }) => {
      if (what === 'list') desk.world.clock.advance(0);
      return null;
    };
    const { provider } = desk.service;
    const list = provider.list;
    Object.assign(provider, {
      list: async (...given: Parameters<typeof list>) => {
        const answer = await list(...given);
        desk.world.clock.advance(300_000);
        desk.service.edit(remote, { minutes: 99 as never });
        return answer;
      },
    });
    expect(await desk.sync()).toMatchObject({ updated: 0, conflicts: [{ entryId: id }] });
    expect(desk.service.lines()).toEqual([`${MON} 99 TB-1: one`]);
  });

  it('needs a provider and an id that means one entry', async () => {
    await expect(
      new Desk(new ScriptedService(), { 'booking.provider': 'none' }).sync(),
    ).rejects.toMatchObject({
      code: 'usage',
    });
    expect(
      await bookingStates(new Desk(new ScriptedService(), { 'booking.provider': 'none' }).world, {
        week: 'this',
      }),
    ).toEqual([]);
    await desk.work(MON, 'TB-1 one', 30);
    await desk.work(MON, 'TB-2 two', 30);
    await expect(desk.sync({ entries: ['0'.repeat(8)] })).resolves.toMatchObject({ created: 0 });
    await expect(desk.sync({ entries: [''] })).rejects.toMatchObject({ code: 'usage' });
  });
});
