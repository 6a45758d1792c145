import { beforeEach, describe, expect, it } from 'vitest';
import { countQuestions } from '../count-questions.ts';
import { openQuestions } from '../review-questions.ts';
import { bookingStates } from './booking-states.ts';
import type { Desk } from './sample-desk.ts';
import { MON, TUE, mappedDesk, stateOf } from './booking-desk.fixture.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await mappedDesk();
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
    expect(await stateOf(desk, id)).toMatchObject({ state: 'differs' });
    expect((await stateOf(desk, id))!.reason).toContain('1h here and 45m there');
    expect(await desk.sync({ decisions: [{ entry: id, choice: 'theirs' }] })).toMatchObject({
      conflicts: [],
      skipped: 1,
    });
    expect(desk.service.lines()).toEqual([`${MON} 45 TB-042: fix`]);
    expect(await desk.planned()).toEqual(['skip TB-042 60']);
    expect(await stateOf(desk, id)).toMatchObject({ state: 'booked' });

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
    expect(await stateOf(desk, id)).toMatchObject({ state: 'none' });
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
    expect(await stateOf(desk, id)).toMatchObject({ state: 'differs' });
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
    expect(await stateOf(desk, id)).toMatchObject({ state: 'booked' });
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
