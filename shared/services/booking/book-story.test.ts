import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './sample-desk.ts';
import { MON, TUE, mappedDesk, stateOf } from './booking-desk.fixture.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await mappedDesk();
});

const nothing = {
  created: 0,
  updated: 0,
  deleted: 0,
  adopted: 0,
  skipped: 0,
  failed: [],
  conflicts: [],
  waiting: 0,
  problem: null,
};

describe('a submitted week', () => {
  it('is planned, booked, and then left alone', async () => {
    await desk.work(MON, 'TB-042 fix socket', 90);
    await desk.work(TUE, 'TB-043 add test', 60);
    expect(await desk.planned()).toEqual(['create TB-042 90', 'create TB-043 60']);
    expect(desk.service.entries).toEqual([]);

    expect(await desk.sync()).toEqual({ ...nothing, provider: 'productive', created: 2 });
    expect(desk.service.lines()).toEqual([`${MON} 90 TB-042: fix socket`, `${TUE} 60 TB-043: add test`]);
    expect(await desk.planned()).toEqual(['skip TB-042 90', 'skip TB-043 60']);
    expect(await desk.sync()).toMatchObject({ created: 0, skipped: 2 });
    expect(desk.service.entries).toHaveLength(2);
  });

  it('costs one list and one call for each entry', async () => {
    for (let n = 1; n <= 5; n += 1) await desk.work(MON, `TB-${n} work`, 30);
    await desk.sync();
    expect(desk.service.calls.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'create'), 'list']);
  });

  it('goes out only when it is submitted; reviewed days when asked for', async () => {
    await desk.work(MON, 'TB-042 fix', 90);
    await desk.day(MON, 'reviewed');
    expect(await desk.planned()).toEqual([]);
    expect(await desk.planned({ include: 'reviewed' })).toEqual(['create TB-042 90']);
    expect(await desk.sync()).toMatchObject({ created: 0 });
  });

  it('is this one and the four before, unless one is named', async () => {
    await desk.work('2026-01-11', 'TB-001 long ago', 30);
    await desk.work('2026-01-12', 'TB-002 four weeks ago', 30);
    await desk.work(MON, 'TB-003 now', 30);
    expect(await desk.planned()).toEqual(['create TB-002 30', 'create TB-003 30']);
    expect(await desk.planned({ week: '2026-W02' })).toEqual(['create TB-001 30']);
  });

  it('tells what is not mapped instead of dropping it', async () => {
    const id = await desk.work(MON, 'APP-7 login', 45);
    await desk.work(MON, 'TB-042 fix', 90);
    const result = await desk.sync();
    expect(result).toMatchObject({ created: 1, failed: [{ entryId: id, date: MON, minutes: 45 }] });
    expect(result.failed[0]!.reason).toContain('APP-7 is not mapped');
    await desk.map('APP', '12');
    expect(await desk.sync()).toMatchObject({ created: 1, failed: [] });
  });

  it('has corrections folded in, before and after it was booked', async () => {
    const id = await desk.work(MON, 'TB-042 fix', 90);
    await desk.correct(id, -30);
    await desk.sync();
    expect(desk.service.lines()).toEqual([`${MON} 60 TB-042: fix`]);
    await desk.correct(id, 15);
    const row = await desk.row(id);
    expect(row).toMatchObject({ action: 'update', mine: { minutes: 75 }, theirs: { minutes: 60 } });
    expect(row.reason).toContain('1h15m here and 1h there');
    expect(await desk.sync()).toMatchObject({ updated: 1 });
    expect(desk.service.lines()).toEqual([`${MON} 75 TB-042: fix`]);
    expect(await stateOf(desk, id)).toMatchObject({ state: 'booked', ticket: 'TB-042', date: MON });
  });

  it('can be booked in part', async () => {
    const one = await desk.work(MON, 'TB-1 one', 30);
    await desk.work(MON, 'TB-2 two', 30);
    expect(await desk.sync({ entries: [one.slice(-8)] })).toMatchObject({
      created: 1,
      skipped: 0,
      waiting: 0,
    });
    expect(await desk.planned()).toEqual(['skip TB-1 30', 'create TB-2 30']);
  });
});

describe('what is there already', () => {
  it('is taken for the entry when it was booked by hand: same day, unit and minutes, the most alike first', async () => {
    desk.service.byHand({ date: MON, minutes: 60, note: 'meeting with Acme' });
    desk.service.byHand({ date: MON, minutes: 60, note: 'fix the socket' });
    desk.service.byHand({ date: TUE, minutes: 25, note: 'lunch' });
    const id = await desk.work(MON, 'TB-042 fix socket', 60);
    const plan = await desk.plan();
    expect(plan.rows).toMatchObject([{ action: 'adopt', remoteId: 'h2' }]);
    expect(plan.elsewhere.map(({ note }) => note)).toEqual(['meeting with Acme', 'lunch']);
    expect(await desk.sync()).toMatchObject({ adopted: 1, created: 0 });
    expect(desk.service.entries).toHaveLength(3);
    expect(await stateOf(desk, id)).toMatchObject({ state: 'booked', remoteId: 'h2' });
    expect(await desk.planned()).toEqual(['skip TB-042 60']);
  });

  it('is left alone when the person wants one of its own', async () => {
    desk.service.byHand({ date: MON, minutes: 60, note: 'fix socket' });
    const id = await desk.work(MON, 'TB-042 fix socket', 60);
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'create' }] })).toMatchObject({
      created: 1,
      adopted: 0,
    });
    expect(desk.service.entries).toHaveLength(2);
  });

  it('is known again by its mark when the outbox was lost', async () => {
    await desk.work(MON, 'TB-042 fix', 60);
    await desk.work(MON, 'TB-042 fix', 60);
    await desk.sync();
    for (const row of await desk.outbox()) await desk.world.stores.outbox.remove(row.id);
    expect(await desk.planned()).toEqual(['adopt TB-042 60', 'adopt TB-042 60']);
    expect(await desk.sync()).toMatchObject({ adopted: 2, created: 0 });
    expect(await desk.planned()).toEqual(['skip TB-042 60', 'skip TB-042 60']);
  });

  it('is a conflict when it carries our mark but says something else', async () => {
    const id = await desk.work(MON, 'TB-042 fix', 60);
    await desk.sync();
    for (const row of await desk.outbox()) await desk.world.stores.outbox.remove(row.id);
    desk.service.edit(desk.service.entries[0]!.id, { minutes: 45 as never });
    expect(await desk.sync()).toMatchObject({
      conflicts: [{ entryId: id, theirs: { minutes: 45 } }],
      created: 0,
    });
    expect(await desk.sync({ conflicts: 'mine' })).toMatchObject({ updated: 1, conflicts: [] });
    expect(desk.service.lines()).toEqual([`${MON} 60 TB-042: fix`]);
  });

  it('is the entry of the session’s timer, which gets the final minutes', async () => {
    const session = desk.world.ids.next(desk.world.clock.now());
    const remote = desk.service.byHand({ date: MON, minutes: 1, note: 'TB-042' });
    await desk.world.stores.timers.put({
      ...desk.of,
      session,
      remoteId: remote,
      timerId: 't',
      state: 'stopped',
      lastError: null,
      updatedAt: desk.world.clock.now(),
    });
    const id = await desk.work(MON, 'TB-042 fix', 50, { source: 'timer', key: `timer:${session}` });
    expect(await desk.row(id)).toMatchObject({ action: 'update', remoteId: remote });
    expect(await desk.sync()).toMatchObject({ updated: 1, created: 0 });
    expect(desk.service.lines()).toEqual([`${MON} 50 TB-042: fix`]);
    expect(desk.service.entries[0]!.reference).not.toBeNull();
    expect(await desk.planned()).toEqual(['skip TB-042 50']);
  });
});

describe('units and budgets', () => {
  it('block what is closed, and what a capped budget has no room for', async () => {
    await desk.map('APP', '12');
    await desk.map('OPS', '13');
    await desk.units([
      { closed: 'archived' },
      { unit: '12', left: 60 as never, capped: true },
      { unit: '13', left: 60 as never },
    ]);
    await desk.work(MON, 'TB-1 a', 30);
    await desk.work(MON, 'APP-1 b', 45);
    await desk.work(TUE, 'APP-2 c', 30);
    await desk.work(TUE, 'OPS-2 d', 90);
    const { rows } = await desk.plan();
    expect(rows.map((row) => `${row.action} ${row.ticket}`)).toEqual([
      'blocked TB-1',
      'create APP-1',
      'blocked APP-2',
      'create OPS-2',
    ]);
    expect(rows[0]!.reason).toContain('archived');
    expect(rows[2]!.reason).toContain('Only 15m are left');
    expect(rows[3]!.reason).toContain('its budget is exceeded by 30m');
    expect(await desk.sync()).toMatchObject({ created: 2, failed: [{ minutes: 30 }, { minutes: 30 }] });
  });
});
