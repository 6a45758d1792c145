import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from './sample-desk.ts';
import { MON, TUE, mappedDesk, stateOf } from './booking-desk.fixture.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await mappedDesk();
});

describe('answers that do not come', () => {
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
      expect(await stateOf(desk, id)).toMatchObject({ state: 'booked' });
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
    expect(await stateOf(desk, id)).toMatchObject({ state: 'unknown' });
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
});
