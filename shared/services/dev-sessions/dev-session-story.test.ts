import { beforeEach, describe, expect, it } from 'vitest';
import type { GitOutcome } from '../../evidence/dev-session.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { anOutcome } from '../../ports/sample-dev-sessions.ts';
import { aSpan, id } from '../../ports/sample-rows.ts';
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
import {
  activeDevSessions,
  devSessionCosts,
  devSessionsOfDays,
  devSessionsOfProject,
  listDevSessions,
  showDevSession,
} from './list.ts';
import { followAgents } from './follow-agents.ts';
import { recoverDevSessions } from './recover.ts';
import { copyDevReport, showDevReport } from './report.ts';
import { startDevSession } from './start.ts';
import { devSessionStats } from './stats.ts';
import { personOf } from '../person.ts';
import { blockTask, completeTask } from '../tasks/move-task.ts';

let world: MemoryWorld;
const pass = (minutes: number) => world.clock.advance(minutes * 60_000);
const COMMIT = 'a'.repeat(40);
const GIT: GitOutcome = {
  ...anOutcome().git!,
  log: [
    { hash: 'c'.repeat(40), at: instant(0), subject: 'TB-043: thumbnails | <b>' },
    { hash: 'b'.repeat(40), at: instant(0), subject: 'TB-042: uploads' },
  ],
};

beforeEach(() => {
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  world.sessionGit.places.set('/src/app', { repository: '/src/app', branch: 'feat/TB-042', commit: COMMIT });
  world.sessionGit.outcomes.set('/src/app', GIT);
});

/** The person is at the machine for so long from now on. */
const present = async (minutes: number) => {
  const now = world.clock.now();
  const span = aSpan(700 + minutes, '2026-02-10T09:00:00Z', '2026-02-10T09:00:00Z', { user: 'max' });
  await world.stores.evidence.putPresence({ ...span, start: now, end: instant(now + minutes * 60_000) });
};

describe('a development session', () => {
  it('runs from start to report: paused, linked, priced, completed', async () => {
    await present(50);
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
    pass(30);
    await pauseDevSession(world, { id: 'current' });
    pass(60);
    await resumeDevSession(world, { id: started.id.slice(-8) });
    pass(30);
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
    pass(10);
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
    pass(10);
    await pauseDevSession(world, { id: 'current' });
    expect((await showStatus(world)).running).toMatchObject({ status: 'paused' });
    await resumeDevSession(world, { id: 'current' });
    pass(10);
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

describe('several at once', () => {
  it('share the person’s time, and have to be named', async () => {
    await present(60);
    const one = await startDevSession(world, { title: 'One' });
    const two = await startDevSession(world, { title: 'Two', createdBy: 'claude-code' });
    pass(60);
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

describe('the history', () => {
  beforeEach(async () => {
    for (const [n, title] of ['TB-1 first', 'TB-1 second', 'APP-2 third'].entries()) {
      await startDevSession(world, { title, type: n === 1 ? 'bugfix' : 'feature' });
      pass(30);
      await completeDevSession(world, { id: 'current' });
      pass(24 * 60 - 30);
    }
  });

  it('comes in pages, and by project, ticket and days', async () => {
    const first = await listDevSessions(world, { limit: 2 });
    expect(first.sessions.map(({ title }) => title)).toEqual(['third', 'second']);
    const next = await listDevSessions(world, { limit: 2, before: first.next! });
    expect(next).toMatchObject({ sessions: [{ title: 'first' }], next: null });
    const titles = async (page: Promise<typeof first>) => (await page).sessions.map(({ title }) => title);
    expect(await titles(devSessionsOfProject(world, { project: 'TB' }))).toEqual(['second', 'first']);
    expect(await titles(listDevSessions(world, { ticket: 'app-2' }))).toEqual(['third']);
    expect(await titles(devSessionsOfDays(world, { from: '2026-02-11', to: '2026-02-11' }))).toEqual([
      'second',
    ]);
    await expect(devSessionsOfDays(world, { from: 'today', to: '2026-01-01' })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(listDevSessions(world, { before: 'x' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('adds up, with what runs', async () => {
    await startDevSession(world, { title: 'TB-1 running' });
    await addUse(world, { id: 'current', searches: 10 });
    pass(15);
    const stats = await devSessionStats(world, {});
    expect(stats).toMatchObject({
      totals: { sessions: 4, durationMinutes: 105, costUnits: 1000 },
      byStatus: { active: 1, completed: 3 },
      byProject: [
        { project: 'TB', sessions: 3, durationMinutes: 75 },
        { project: 'APP', sessions: 1, durationMinutes: 30 },
      ],
    });
    const days = await devSessionStats(world, { from: '2026-02-10', to: '2026-02-11', project: 'TB' });
    expect(days).toMatchObject({ from: '2026-02-10', to: '2026-02-11', totals: { sessions: 2 } });
  });
});

describe('what was completed', () => {
  it('takes a later word, and its report is made again', async () => {
    await startDevSession(world, { title: 'One' });
    await addUse(world, { id: 'current', images: 1 });
    const { id: name } = await completeDevSession(world, { id: 'current' });
    const after = await updateDevSession(world, { id: name, summary: 'All done', complexity: 'major' });
    expect(after).toMatchObject({ summary: 'All done', costUnits: 12_000 });
    expect((await showDevReport(world, { id: name })).markdown).toContain('All done');
    await expect(addUse(world, { id: name, images: 1 })).rejects.toMatchObject({ code: 'refused' });
  });

  it('has its report copied into a folder, and once to the file of its ticket', async () => {
    const path = '/src/app/.tract/tickets/TB-042.md';
    world.files.texts.set(path, '---\nid: TB-042\ntitle: Uploads\n---\nText of mine.\n');
    const repository = { id: id(1), path: '/src/app', name: 'app', commonDir: '/src/app/.git' };
    const known = {
      addedAt: world.clock.now(),
      lastScanAt: null,
      lastProblem: null,
      mark: null,
      coveredFrom: null,
    };
    await world.stores.ledger.commit({
      actor: 'max',
      operation: 'repository.add',
      why: '',
      changes: [{ noun: 'repository', before: null, after: { ...repository, ...known } }],
    });
    await startDevSession(world, { title: 'Größe der Uploads', folder: '/src/app' });
    const { id: name } = await completeDevSession(world, { id: 'current' });
    const copied = await copyDevReport(world, { id: name, folder: '/notes/', task: 'tb-042' });
    expect(copied.writtenTo).toEqual([
      `/notes/dev-session-2026-02-10-gro-e-der-uploads-${name.slice(-8)}.md`,
      path,
    ]);
    expect(world.files.texts.get(copied.writtenTo[0]!)).toBe(copied.markdown);
    await updateDevSession(world, { id: name, summary: 'Second thoughts' });
    await copyDevReport(world, { id: name, task: 'TB-042' });
    const text = world.files.texts.get(path)!;
    expect(text).toMatch(/^---\nid: TB-042\ntitle: Uploads\n---\nText of mine\.\n\n<!-- stint dev session/);
    expect(text.match(/## Development Session/g)).toHaveLength(1);
    expect(text).toContain('Second thoughts');
    await expect(copyDevReport(world, { id: name })).rejects.toMatchObject({ code: 'usage' });
    await expect(copyDevReport(world, { id: name, task: 'TB-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('after a crash', () => {
  const recover = (crashed: boolean) => recoverDevSessions(world, personOf(world), crashed);

  it('a session is paused where it was last seen, and can go on or be completed', async () => {
    await startDevSession(world, { title: 'One' });
    pass(20);
    await world.stores.devSessions.alive('max', world.clock.now());
    pass(600);
    await recover(true);
    expect(await activeDevSessions(world)).toMatchObject([
      { status: 'paused', recovered: true, durationMinutes: 20 },
    ]);
    await resumeDevSession(world, { id: 'current' });
    pass(5);
    expect(await completeDevSession(world, { id: 'current' })).toMatchObject({ durationMinutes: 25 });
  });

  it('one that nobody watched goes on where nothing broke, and one that is fresh always', async () => {
    await startDevSession(world, { title: 'One' });
    pass(120);
    await recover(false);
    expect(await activeDevSessions(world)).toMatchObject([{ status: 'active', durationMinutes: 120 }]);
    await world.stores.devSessions.alive('max', world.clock.now());
    await recover(true);
    expect(await activeDevSessions(world)).toMatchObject([{ status: 'active' }]);
  });

  it('no stretch that is recovered is longer than eight hours', async () => {
    await startDevSession(world, { title: 'One' });
    pass(20 * 60);
    await world.stores.devSessions.alive('max', world.clock.now());
    pass(60);
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
    pass(10);
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
