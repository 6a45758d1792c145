import { beforeEach, describe, expect, it } from 'vitest';
import { countQuestions } from '../count-questions.ts';
import { openQuestions } from '../review-questions.ts';
import { bookingStates } from './booking-states.ts';
import { Desk } from './sample-desk.ts';

const MON = '2026-02-09';
const TUE = '2026-02-10';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await desk.map('TB');
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
const stateOf = async (id: string) =>
  (await bookingStates(desk.world, { week: '2026-W07' })).find((one) => one.entryId === id);

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
    expect(await stateOf(id)).toMatchObject({ state: 'booked', ticket: 'TB-042', date: MON });
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
    expect(await stateOf(id)).toMatchObject({ state: 'booked', remoteId: 'h2' });
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

describe('changes on both sides', () => {
  let id: Awaited<ReturnType<Desk['work']>>;
  let remote: string;
  beforeEach(async () => {
    id = await desk.work(MON, 'TB-042 fix', 60);
    await desk.sync();
    remote = desk.service.entries[0]!.id;
  });

  it('made there are shown, never overwritten, until the person chooses theirs', async () => {
    desk.service.edit(remote, { minutes: 45 as never });
    expect(await desk.sync()).toMatchObject({
      updated: 0,
      conflicts: [{ entryId: id, mine: { minutes: 60 }, theirs: { minutes: 45 } }],
    });
    expect(await stateOf(id)).toMatchObject({ state: 'differs' });
    expect((await stateOf(id))!.reason).toContain('1h here and 45m there');
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'theirs' }] })).toMatchObject({
      conflicts: [],
      skipped: 1,
    });
    expect(desk.service.lines()).toEqual([`${MON} 45 TB-042: fix`]);
    expect(await desk.planned()).toEqual(['skip TB-042 60']);
    expect(await stateOf(id)).toMatchObject({ state: 'booked' });

    await desk.correct(id, 10);
    expect(await desk.row(id)).toMatchObject({ action: 'update' });
    desk.service.edit(remote, { minutes: 40 as never });
    expect(await desk.row(id)).toMatchObject({ action: 'conflict' });
  });

  it('made there are one of the questions of the week, for the tray too, without asking there again', async () => {
    const page = () =>
      openQuestions(desk.world, { week: '2026-W07' }, (week) => bookingStates(desk.world, { week }));
    const counts = async () => [(await countQuestions(desk.world)).count, (await page()).questions.length];
    const [before] = await counts();
    expect(await counts()).toEqual([before, before]);
    desk.service.edit(remote, { minutes: 45 as never });
    await desk.sync();
    const { calls } = desk.service;
    const asked = calls.length;
    expect(await counts()).toEqual([before! + 1, before! + 1]);
    expect(await countQuestions(desk.world)).toMatchObject({ seconds: (await page()).seconds });
    expect(calls).toHaveLength(asked);
    await desk.sync({ decisions: [{ entry: id, choice: 'theirs' }] });
    expect(await counts()).toEqual([before, before]);
  });

  it('made there give way to mine when the person says so', async () => {
    desk.service.edit(remote, { note: 'something else' });
    await desk.correct(id, 30);
    expect(await desk.sync()).toMatchObject({ conflicts: [{ entryId: id }] });
    expect(await desk.sync({ conflicts: 'mine' })).toMatchObject({ updated: 1 });
    expect(desk.service.lines()).toEqual([`${MON} 90 TB-042: fix`]);
  });

  it('made alike are no conflict', async () => {
    desk.service.edit(remote, { minutes: 90 as never });
    await desk.correct(id, 30);
    expect(await desk.sync()).toMatchObject({ skipped: 1, conflicts: [], updated: 0 });
    expect(await desk.states()).toEqual(['adopt sent']);
  });

  it('that took it away there are a conflict; theirs leaves it so, mine makes it again', async () => {
    desk.service.entries = [];
    expect(await desk.sync()).toMatchObject({ created: 0, conflicts: [{ entryId: id, theirs: null }] });
    await desk.sync({ conflicts: 'theirs' });
    expect(await desk.planned()).toEqual(['skip TB-042 60']);
    expect(await stateOf(id)).toMatchObject({ state: 'none' });
    await desk.correct(id, 5);
    expect(await desk.row(id)).toMatchObject({ action: 'conflict' });
    expect(await desk.sync({ conflicts: 'mine' })).toMatchObject({ created: 1 });
    expect(desk.service.lines()).toEqual([`${MON} 65 TB-042: fix`]);
  });

  it('that moved it there to another day are seen, and it is not made a second time', async () => {
    desk.service.edit(remote, { date: '2025-11-03' as never });
    expect(await desk.row(id)).toMatchObject({ action: 'conflict', theirs: { date: '2025-11-03' } });
    await desk.sync();
    expect(await desk.sync({ conflicts: 'mine' })).toMatchObject({ updated: 1, created: 0 });
    expect(desk.service.lines()).toEqual([`${MON} 60 TB-042: fix`]);
  });

  it('of what is locked there are blocked with its words; the rest goes on', async () => {
    desk.service.edit(remote, { locked: 'approved' });
    await desk.correct(id, 30);
    await desk.work(TUE, 'TB-050 more', 20);
    const result = await desk.sync();
    expect(result).toMatchObject({ created: 1, updated: 0, failed: [{ entryId: id }] });
    expect(result.failed[0]!.reason).toContain('approved');
    desk.service.edit(remote, { locked: null });
    expect(await desk.sync()).toMatchObject({ updated: 1 });
  });

  it('that deleted it here are asked about, then carried out', async () => {
    await desk.change(id, { state: 'deleted' });
    expect(await desk.planned()).toEqual(['delete TB-042 60']);
    expect(await desk.sync()).toMatchObject({ deleted: 0, skipped: 1 });
    expect(await stateOf(id)).toMatchObject({ state: 'differs' });
    expect(await desk.sync({ delete: true })).toMatchObject({ deleted: 1 });
    expect(desk.service.entries).toEqual([]);
    expect(await desk.outbox()).toEqual([]);
  });

  it('that corrected it to nothing take it away too, one by one', async () => {
    await desk.correct(id, -60);
    expect((await desk.row(id)).reason).toContain('Corrected to nothing here');
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'delete' }] })).toMatchObject({ deleted: 1 });
    expect(await desk.planned()).toEqual([]);
  });

  it('that deleted it here and changed it there are a conflict', async () => {
    await desk.change(id, { state: 'deleted' });
    desk.service.edit(remote, { minutes: 10 as never });
    expect(await desk.sync({ delete: true })).toMatchObject({ deleted: 0, conflicts: [{ entryId: id }] });
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'theirs' }] })).toMatchObject({ deleted: 0 });
    expect(desk.service.entries).toHaveLength(1);
    expect((await desk.row(id)).reason).toContain('it stays in Service, as you said');
    expect(await desk.sync({ delete: true })).toMatchObject({ deleted: 0, skipped: 1, conflicts: [] });
    expect(await stateOf(id)).toMatchObject({ state: 'booked' });
    desk.service.edit(remote, { minutes: 20 as never });
    expect(await desk.row(id)).toMatchObject({ action: 'conflict' });
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'delete' }] })).toMatchObject({ deleted: 1 });
    expect(await desk.outbox()).toEqual([]);
  });

  it('that deleted it here are known although the outbox was lost, or the request came long after', async () => {
    await desk.change(id, { state: 'deleted' });
    for (const row of await desk.outbox()) await desk.world.stores.outbox.remove(row.id);
    expect(await desk.planned()).toEqual(['delete TB-042 60']);
    expect(await desk.sync()).toMatchObject({ deleted: 0 });
    expect(await desk.sync({ delete: true })).toMatchObject({ deleted: 1 });
    expect(await desk.planned()).toEqual([]);
  });

  it('do not go out while the day is a draft again', async () => {
    await desk.day(MON, 'draft');
    await desk.change(id, { minutes: 30 as never });
    expect(await desk.row(id)).toMatchObject({ action: 'skip' });
    expect((await desk.row(id)).reason).toContain('draft again');
    await desk.sync();
    expect(desk.service.lines()).toEqual([`${MON} 60 TB-042: fix`]);
  });

  it('of its mapping move it to the other unit; a mapping that is gone leaves it', async () => {
    await desk.unmap('TB');
    expect(await desk.planned()).toEqual(['skip TB-042 60']);
    await desk.map('TB', '12');
    expect(await desk.sync()).toMatchObject({ updated: 1 });
    expect(desk.service.entries[0]).toMatchObject({ unit: '12' });
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
