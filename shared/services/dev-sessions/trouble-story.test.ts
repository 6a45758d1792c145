import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import {
  addUse,
  cancelDevSession,
  linkTask,
  pauseDevSession,
  resumeDevSession,
  updateDevSession,
} from './change.ts';
import { completeDevSession } from './complete.ts';
import { activeDevSessions, listDevSessions, showDevSession } from './list.ts';
import { recoverDevSessions } from './recover.ts';
import { startDevSession } from './start.ts';
import { personOf } from '../person.ts';
import { devSessionWorld, pass } from './dev-session-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = devSessionWorld();
});

describe('after a crash', () => {
  const recover = (crashed: boolean) => recoverDevSessions(world, personOf(world), crashed);

  it('a session is paused where it was last seen, and can go on or be completed', async () => {
    await startDevSession(world, { title: 'One' });
    pass(world, 20);
    await world.stores.devSessions.alive('max', world.clock.now());
    pass(world, 600);
    await recover(true);
    expect(await activeDevSessions(world)).toMatchObject([
      { status: 'paused', recovered: true, durationMinutes: 20 },
    ]);
    await resumeDevSession(world, { id: 'current' });
    pass(world, 5);
    expect(await completeDevSession(world, { id: 'current' })).toMatchObject({ durationMinutes: 25 });
  });

  it('one that nobody watched goes on where nothing broke, and one that is fresh always', async () => {
    await startDevSession(world, { title: 'One' });
    pass(world, 120);
    await recover(false);
    expect(await activeDevSessions(world)).toMatchObject([{ status: 'active', durationMinutes: 120 }]);
    await world.stores.devSessions.alive('max', world.clock.now());
    await recover(true);
    expect(await activeDevSessions(world)).toMatchObject([{ status: 'active' }]);
  });

  it('no stretch that is recovered is longer than eight hours', async () => {
    await startDevSession(world, { title: 'One' });
    pass(world, 20 * 60);
    await world.stores.devSessions.alive('max', world.clock.now());
    pass(world, 60);
    await recover(true);
    expect(await activeDevSessions(world)).toMatchObject([{ status: 'paused', durationMinutes: 480 }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a session that is not there', () => showDevSession(world, { id: 'ffffffff' }), 'not-found'],
    ['the current one where none is open', () => pauseDevSession(world, { id: 'current' }), 'refused'],
    ['a ticket that is none', () => startDevSession(world, { title: 'x', ticket: 'nonsense' }), 'usage'],
    ['a run that is none', () => startDevSession(world, { title: 'x', run: 'nonsense' }), 'usage'],
  ])('%s', async (_, call, code) => {
    await expect(call()).rejects.toMatchObject({ code });
  });

  it('pausing twice, resuming what runs, linking no ticket, tokens of no model', async () => {
    await startDevSession(world, { title: 'One' });
    await expect(resumeDevSession(world, { id: 'current' })).rejects.toMatchObject({ code: 'refused' });
    await pauseDevSession(world, { id: 'current' });
    await expect(pauseDevSession(world, { id: 'current' })).rejects.toMatchObject({ code: 'refused' });
    await expect(linkTask(world, { id: 'current', ticket: '' })).rejects.toMatchObject({ code: 'usage' });
    await expect(addUse(world, { id: 'current', input: 5 })).rejects.toMatchObject({ code: 'usage' });
    await cancelDevSession(world, { id: 'current' });
    const [dropped] = (await listDevSessions(world, {})).sessions;
    const change = updateDevSession(world, { id: dropped!.id, title: 'Two' });
    await expect(change).rejects.toMatchObject({ code: 'refused' });
  });
});
