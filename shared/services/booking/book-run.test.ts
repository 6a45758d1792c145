import { beforeEach, describe, expect, it } from 'vitest';
import { bookingProgress, cancelBooking } from './book.ts';
import { bookingStates } from './booking-states.ts';
import { Desk } from './sample-desk.ts';
import { ScriptedService } from './scripted-service.ts';
import { MON, mappedDesk } from './booking-desk.fixture.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await mappedDesk();
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
