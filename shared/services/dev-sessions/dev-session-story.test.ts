import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { aRun, aUse } from '../../ports/sample-sources.ts';
import { instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { showStatus } from '../session-status.ts';
import { stopSession } from '../session.ts';
import {
  addUse,
  cancelDevSession,
  linkTask,
  pauseDevSession,
  resumeDevSession,
  updateDevSession,
} from './change.ts';
import { completeDevSession } from './complete.ts';
import { activeDevSessions, devSessionCosts, showDevSession } from './list.ts';
import { showDevReport } from './report.ts';
import { startDevSession } from './start.ts';
import { COMMIT, devSessionWorld, pass, present } from './dev-session-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = devSessionWorld();
});

describe('a development session', () => {
  it('runs from start to report: paused, linked, priced, completed', async () => {
    await present(world, 50);
    const started = await startDevSession(world, { title: 'Conference workflow', folder: '/src/app/web' });
    expect(started).toMatchObject({
      status: 'active',
      ticket: 'TB-042',
      project: 'TB',
      repository: '/src/app',
      branch: 'feat/TB-042',
      startCommit: COMMIT,
      createdBy: 'max',
      unit: 'VIBE',
    });
    pass(world, 30);
    await pauseDevSession(world, { id: 'current' });
    pass(world, 60);
    await resumeDevSession(world, { id: started.id.slice(-8) });
    pass(world, 30);
    await linkTask(world, { id: 'current', ticket: 'TB-9', relationship: 'completed' });
    await updateDevSession(world, { id: 'current', note: 'Found the *cause*', complexity: 'complex' });
    await addUse(world, { id: 'current', images: 4 });
    const done = await completeDevSession(world, { id: 'current', nextSteps: ['Thumbnails'] });
    expect(done).toMatchObject({
      status: 'completed',
      durationMinutes: 60,
      attentionMinutes: 30,
      commits: 3,
      filesChanged: 5,
      linesAdded: 100,
      linesRemoved: 10,
      endCommit: 'b'.repeat(40),
      costUnits: 32_000,
      costUsd: 32,
      nextSteps: ['Thumbnails'],
      keyChanges: ['uploads', 'thumbnails | <b>'],
      summary: '1h, 30m of attention; 3 commits changed 5 files (+100 −10).',
    });
    expect(done.linkedTasks.map((task) => `${task.ticket} ${task.relationship}`)).toEqual([
      'TB-9 completed',
      'TB-042 updated',
      'TB-043 updated',
    ]);
    expect(world.sessionGit.asked).toMatchObject([
      { repository: '/src/app', branch: 'feat/TB-042', commit: COMMIT },
    ]);
    const { markdown } = await showDevReport(world, { id: done.id });
    expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Development Session: Conference workflow',
      '## Summary',
      '## Metrics',
      '## Key Changes',
      '## Tasks Completed',
      '## Linked Tasks',
      '## Git Commits',
      '## Activities',
      '## Next Steps',
    ]);
    for (const line of [
      '**Date:** 2026-02-10 | **Duration:** 60 minutes | **Status:** completed |',
      '| Files Changed | 5 |\n| Lines Added | +100 |\n| Lines Removed | -10 |\n| Commits | 3 |',
      '| VIBE Cost | 32,000 |\n| USD Cost | $32.00 |',
      '## Tasks Completed\n\n- **TB-9**\n',
      '- `cccccccc` TB-043: thumbnails \\| &lt;b>\n',
      'and 1 more\n',
      '- 2026-02-10 11:00 Found the \\*cause\\*\n',
      '## Next Steps\n\n- Thumbnails\n',
    ])
      expect(markdown).toContain(line);
    await expect(completeDevSession(world, { id: done.id })).rejects.toMatchObject({ code: 'refused' });
    expect(await activeDevSessions(world)).toEqual([]);
  });

  it('is told live what it costs, by the answers of the agents that work in it', async () => {
    await startDevSession(world, { title: 'Uploads', folder: '/src/app', run: 'claude-code:r1' });
    const now = world.clock.now();
    await world.stores.agents.putRuns([
      aRun('r1', { user: 'max', agent: 'claude-code', startedAt: now, aliveAt: now, cwd: null }),
    ]);
    const use = aUse('m1', {
      agent: 'claude-code',
      run: 'r1',
      model: 'claude-opus-5',
      at: instant(now + 60_000),
    });
    pass(world, 10);
    await world.stores.agents.putUses([{ ...use, output: 40_000, input: 0 }]);
    const costs = await devSessionCosts(world, { id: 'current' });
    expect(costs).toMatchObject({
      live: true,
      multiplier: 1,
      unit: 'VIBE',
      models: [{ model: 'claude-opus-5' }],
    });
    expect(costs.total.usd).toBeGreaterThanOrEqual(1);
    const [active] = await activeDevSessions(world);
    expect(active).toMatchObject({ costUsd: costs.total.usd, tokens: costs.tokens.total });
    const done = await completeDevSession(world, { id: 'current' });
    expect(done.costUsd).toBe(costs.total.usd);
    expect(await devSessionCosts(world, { id: done.id })).toMatchObject({ live: false, total: costs.total });
  });

  it('tells what changed so far while it is open, and how it ended when it is over', async () => {
    const { id } = await startDevSession(world, { title: 'Uploads', folder: '/src/app' });
    const soFar = { commits: 3, filesChanged: 5, linesAdded: 100, linesRemoved: 10, gitStart: 'exact' };
    expect(await showDevSession(world, { id })).toMatchObject({ ...soFar, endCommit: null });
    const { markdown } = await showDevReport(world, { id });
    expect(markdown).toContain('| Files Changed | 5 |');
    expect(markdown).toContain('- `cccccccc` TB-043');
    // A list of fifty does not ask git fifty times.
    expect((await activeDevSessions(world))[0]).toMatchObject({ commits: 0, gitStart: null });

    world.sessionGit.outcomes.set('/src/app', new Problem('not-found', 'There is no repository.', 'Add it.'));
    expect(await showDevSession(world, { id })).toMatchObject({ gitProblem: 'There is no repository.' });

    await cancelDevSession(world, { id });
    expect(await showDevSession(world, { id })).toMatchObject({ commits: 0, gitProblem: null });
    expect((await showDevReport(world, { id })).markdown).toContain('_Not compared_');
  });

  it('is completed also where git cannot be read, and says why there are no numbers', async () => {
    world.sessionGit.outcomes.set('/src/app', new Problem('not-found', 'There is no repository.', 'Add it.'));
    await startDevSession(world, { title: 'Uploads', folder: '/src/app' });
    const done = await completeDevSession(world, { id: 'current' });
    expect(done).toMatchObject({ status: 'completed', gitProblem: 'There is no repository.', commits: 0 });
    expect((await showDevReport(world, { id: done.id })).markdown).toContain('There is no repository.');
  });

  it('needs no repository, and is on the ticket its title begins with', async () => {
    const session = await startDevSession(world, {
      title: 'TB-7 reading',
      folder: '/nowhere',
      type: 'research',
    });
    expect(session).toMatchObject({ ticket: 'TB-7', title: 'reading', repository: null, type: 'research' });
    expect(await completeDevSession(world, { id: 'current' })).toMatchObject({
      gitProblem: null,
      commits: 0,
    });
  });

  it('may let the timer run for it, and takes it along', async () => {
    const { timer } = await startDevSession(world, { title: 'TB-7 fix', timer: true });
    expect((await showStatus(world)).running).toMatchObject({ id: timer, ticket: 'TB-7', status: 'active' });
    pass(world, 10);
    await pauseDevSession(world, { id: 'current' });
    expect((await showStatus(world)).running).toMatchObject({ status: 'paused' });
    await resumeDevSession(world, { id: 'current' });
    pass(world, 10);
    const done = await completeDevSession(world, { id: 'current' });
    expect((await showStatus(world)).running).toBeNull();
    expect(done).toMatchObject({ attentionMinutes: 20, attentionUnknown: false });
  });

  it('goes on without its timer when somebody stops that by itself', async () => {
    await startDevSession(world, { title: 'TB-7 fix', timer: true });
    await stopSession(world);
    expect(await pauseDevSession(world, { id: 'current' })).toMatchObject({ status: 'paused' });
    expect(await cancelDevSession(world, { id: 'current' })).toMatchObject({ status: 'cancelled' });
  });
});
