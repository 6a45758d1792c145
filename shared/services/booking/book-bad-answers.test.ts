import { beforeEach, describe, expect, it } from 'vitest';
import { ProviderFailure } from '../../providers/failure.ts';
import { plusMinutes } from '../../values/instant.ts';
import type { Desk } from './sample-desk.ts';
import { MON, TUE, mappedDesk, stateOf } from './booking-desk.fixture.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await mappedDesk();
});

describe('answers that do not come', () => {
  const failure = (kind: ConstructorParameters<typeof ProviderFailure>[0], words = 'no', retryAt = 0) =>
    new ProviderFailure(
      kind,
      words,
      retryAt === 0 ? {} : { retryAt: plusMinutes(desk.world.clock.now(), retryAt) },
    );

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
    expect(await stateOf(desk, bad)).toMatchObject({ state: 'failed', reason: 'Note is too rude' });

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
    expect(await stateOf(desk, (await desk.outbox())[0]!.entry)).toMatchObject({ state: 'waiting' });
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
