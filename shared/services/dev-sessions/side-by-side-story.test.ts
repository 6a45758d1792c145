import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { aRun } from '../../ports/sample-sources.ts';
import { addUse, pauseDevSession } from './change.ts';
import { completeDevSession } from './complete.ts';
import { activeDevSessions, listDevSessions, showDevSession } from './list.ts';
import { followAgents } from './follow-agents.ts';
import { startDevSession } from './start.ts';
import { blockTask, completeTask } from '../tasks/move-task.ts';
import { devSessionWorld, pass, present } from './dev-session-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = devSessionWorld();
});

describe('several at once', () => {
  it('share the person’s time, and have to be named', async () => {
    await present(world, 60);
    const one = await startDevSession(world, { title: 'One' });
    const two = await startDevSession(world, { title: 'Two', createdBy: 'claude-code' });
    pass(world, 60);
    await expect(pauseDevSession(world, { id: 'current' })).rejects.toMatchObject({ code: 'usage' });
    expect((await activeDevSessions(world)).map((s) => s.attentionMinutes)).toEqual([30, 30]);
    const done = [
      await completeDevSession(world, { id: one.id }),
      await completeDevSession(world, { id: two.id }),
    ];
    expect(done.map((session) => session.attentionMinutes)).toEqual([30, 30]);
  });

  it('are counted each, whoever tells of them at the same moment', async () => {
    const { id: name } = await startDevSession(world, { title: 'One' });
    await Promise.all(
      [1, 2, 3].map((n) => addUse(world, { id: name, model: 'gpt-4o', input: 1_000_000 * n, searches: 1 })),
    );
    expect(await showDevSession(world, { id: name })).toMatchObject({
      tokens: 6_000_000,
      searches: 3,
      costUnits: 30_300,
    });
  });
});

describe('an agent’s run', () => {
  const begins = async (run: string, cwd: string | null, ended: 'stopped' | null = null) => {
    const now = world.clock.now();
    await world.stores.agents.putRuns([
      aRun(run, {
        user: 'max',
        agent: 'claude-code',
        startedAt: now,
        aliveAt: now,
        cwd,
        title: '',
        branch: null,
        ended,
      }),
    ]);
    await followAgents(world);
  };

  it('does nothing to sessions unless that is wanted', async () => {
    await startDevSession(world, { title: 'Mine', folder: '/src/app' });
    await begins('r1', '/src/app');
    expect((await world.stores.devSessions.open('max')).flatMap(({ runs }) => runs)).toEqual([]);
  });

  it('joins the session of its repository, and ends none that the person started', async () => {
    await world.settings.set('dev.agents', 'join');
    await startDevSession(world, { title: 'Mine', folder: '/src/app' });
    await begins('r1', '/src/app/web');
    await begins('r1', '/src/app/web', 'stopped');
    await begins('r2', '/elsewhere');
    expect(await world.stores.devSessions.open('max')).toMatchObject([
      { title: 'Mine', runs: [{ agent: 'claude-code', run: 'r1' }] },
    ]);
  });

  it('starts a session of its own where there is none, which ends with it; side by side each has its own', async () => {
    await world.settings.set('dev.agents', 'begin');
    await begins('r1', '/src/app');
    await begins('r2', '/src/app');
    expect(await activeDevSessions(world)).toMatchObject([
      { title: 'app', createdBy: 'claude-code' },
      { title: 'app', createdBy: 'claude-code' },
    ]);
    pass(world, 10);
    await begins('r1', '/src/app', 'stopped');
    const { sessions } = await listDevSessions(world, {});
    expect(sessions.map(({ status }) => status).toSorted()).toEqual(['active', 'completed']);
  });
});

describe('a task that is completed', () => {
  const linked = async () =>
    (await activeDevSessions(world)).map(({ title, linkedTasks }) =>
      [title, ...linkedTasks.map((task) => `${task.ticket} ${task.relationship}`)].join(' '),
    );

  it('is linked with the sessions on it, else with the only one that is active', async () => {
    await startDevSession(world, { title: 'TB-1 one' });
    await completeTask(world, { task: 'TB-9' });
    await startDevSession(world, { title: 'TB-2 two' });
    await blockTask(world, { task: 'TB-2' });
    await completeTask(world, { task: 'TB-3' });
    expect(await linked()).toEqual(['two TB-2 blocked', 'one TB-9 completed']);
  });
});
