import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { someFacts } from '../../ports/sample-sources.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { answerPrompt } from '../prompts/answer-prompt.ts';
import { listPrompts } from '../prompts/list-prompts.ts';
import { addRepositories } from '../repositories.ts';
import { setSetting } from '../settings.ts';
import { showStatus } from '../session-status.ts';
import { startSession, stopSession } from '../session.ts';
import { heedBranch, heedFacts, heedTicketFiles, heedTold } from '../triggers/heed.ts';
import { configureTimer } from './configure-timer.ts';
import { blockTask, completeTask, startTask } from './move-task.ts';
import { showTimer, startTimer, stopTimer, timerStatus, timerSummary } from './timer.ts';

const FILE = '/work/shop/.tract/tickets/TASK-025.md';
let world: MemoryWorld;
const pass = (minutes: number) => world.clock.advance(minutes * 60_000);
const write = (status: string, path = FILE): void =>
  void world.files.texts.set(
    path,
    `---\r\nid: ${path.slice(-11, -3)}\r\ntitle: Headless Mode Integration\r\nstatus: ${status} # by hand\r\nplan: paircoder-v2-upgrade\r\nsprint: sprint-7\r\n---\r\n\r\nstatus: not this one\r\n`,
  );
const running = async () => (await showStatus(world)).running;
const set = (key: string, value: unknown) => setSetting(world, { key, value });

beforeEach(async () => {
  world = memoryWorld('2025-01-16T10:00:00+01:00', 'Europe/Berlin');
  world.git.repositories.set('/work/shop', { commits: [], broken: null });
  await addRepositories(world, { path: '/work/shop' });
  write('todo');
});

describe('a task', () => {
  it('starts and stops its session, and its file says so', async () => {
    const started = await startTask(world, { task: 'task-025' });
    expect(started).toMatchObject({
      name: 'TASK-025: Headless Mode Integration',
      file: FILE,
      note: null,
      started: { ticket: 'TASK-025', title: 'Headless Mode Integration' },
    });
    const text = world.files.texts.get(FILE)!;
    expect(text).toContain('\r\nstatus: in-progress # by hand\r\n');
    expect(text).toContain('\r\nstatus: not this one\r\n');
    pass(83);
    expect(await completeTask(world, { task: 'TASK-025' })).toMatchObject({ stopped: { minutes: 83 } });
    expect(world.files.texts.get(FILE)).toContain('status: completed # by hand');
    expect(await running()).toBeNull();
    expect(await showTimer(world, { task: 'TASK-025' })).toMatchObject({
      minutes: 83,
      entries: [{ minutes: 83 }],
    });
  });

  it('that takes over says what it stopped; one that runs already goes on', async () => {
    await startSession(world, { what: 'APP-1 review' });
    pass(10);
    expect(await startTask(world, { task: 'TASK-025' })).toMatchObject({
      stopped: { ticket: 'APP-1', minutes: 10 },
      note: 'Stopped for it: APP-1.',
    });
    const before = await running();
    expect(await startTask(world, { task: 'TASK-025' })).toMatchObject({ started: null, stopped: null });
    expect((await running())?.id).toBe(before?.id);
  });

  it('that is completed or blocked leaves the session of another one alone', async () => {
    await startSession(world, { what: 'APP-1 review' });
    expect(await blockTask(world, { task: 'TASK-025' })).toMatchObject({ stopped: null, status: 'blocked' });
    expect((await running())?.ticket).toBe('APP-1');
  });

  it('moves no session where the settings say so', async () => {
    await set('tasks.autoStart', false);
    await set('tasks.autoStop', false);
    expect((await startTask(world, { task: 'TASK-025' })).started).toBeNull();
    await startTimer(world, { task: 'TASK-025' });
    expect((await completeTask(world, { task: 'TASK-025' })).stopped).toBeNull();
    expect((await running())?.ticket).toBe('TASK-025');
  });

  it('is called as the setting has it; without a file it is only a session', async () => {
    await set('tasks.pattern', 'work on {task_title} [{task_id}]');
    expect((await startTask(world, { task: 'TASK-025' })).started?.title).toBe(
      'work on Headless Mode Integration [TASK-025]',
    );
    expect(await startTask(world, { task: 'TB-7' })).toMatchObject({ name: 'TB-7', file: null, title: '' });
    await expect(startTask(world, { task: 'nothing' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('whose file has no front matter is started all the same, and it is said', async () => {
    world.files.texts.set(FILE, '# TASK-025\n');
    expect(await startTask(world, { task: 'TASK-025' })).toMatchObject({
      file: null,
      note: expect.stringContaining('front matter') as unknown,
      started: { ticket: 'TASK-025' },
    });
    expect(world.files.texts.get(FILE)).toBe('# TASK-025\n');
  });
});

describe('the timer', () => {
  it('tells what it is on, and adds up plans and sprints', async () => {
    expect(await timerStatus(world)).toBeNull();
    await startTask(world, { task: 'TASK-025' });
    pass(60);
    expect(await timerStatus(world)).toMatchObject({ task: 'TASK-025', session: { minutes: 60 } });
    expect(await showTimer(world, { task: 'TASK-025' })).toMatchObject({
      minutes: 60,
      entries: [{ endedAt: null }],
    });
    await stopTimer(world);
    await world.stores.ticketFacts.put([
      someFacts('TASK-026', { title: 'Next', labels: ['sprint:Sprint-7'] }),
      someFacts('TASK-027', { title: 'Elsewhere', labels: ['sprint:sprint-70'] }),
    ]);
    expect(await timerSummary(world, { sprint: 'sprint-7' })).toEqual({
      plan: null,
      sprint: 'sprint-7',
      tasks: [
        { task: 'TASK-025', title: 'Headless Mode Integration', minutes: 60 },
        { task: 'TASK-026', title: 'Next', minutes: 0 },
      ],
      minutes: 60,
    });
    expect(
      (await timerSummary(world, { plan: 'paircoder-v2-upgrade', sprint: 'sprint-7' })).tasks,
    ).toHaveLength(1);
    await expect(timerSummary(world, {})).rejects.toMatchObject({ code: 'usage' });
    await expect(stopTimer(world)).rejects.toMatchObject({ code: 'refused' });
  });

  it('takes over a configuration, but never a key', async () => {
    world.files.texts.set(
      '/work/shop/.paircoder/config.yaml',
      [
        'version: "2.1"',
        'time_tracking:',
        '  provider: toggl',
        '  auto_start: false',
        '  auto_stop: true',
        '  project_mapping:',
        '    paircoder-v2-upgrade: 12345678',
        '  api_key_env: TOGGL_API_KEY',
        '  workspace_id: 1234567',
        '  task_pattern: "{task_id} {task_title}"',
      ].join('\n'),
    );
    const told = await configureTimer(world, { from: '/work/shop/.paircoder/config.yaml', autoStart: true });
    expect(told).toMatchObject({
      provider: 'toggl',
      workspace: '1234567',
      autoStart: true,
      autoStop: true,
      taskPattern: '{task_id} {task_title}',
      tokenVariable: 'STINT_TOGGL_TOKEN',
    });
    expect([...told.mapped, ...told.skipped.map((line) => line.split(':')[0])]).toEqual([
      'paircoder-v2-upgrade',
    ]);
    world.files.texts.set('/x.yaml', 'a: [');
    for (const from of ['/x.yaml', FILE])
      await expect(configureTimer(world, { from })).rejects.toMatchObject({ code: 'usage' });
    expect((await configureTimer(world, { provider: 'none' })).workspace).toBeNull();
    await expect(configureTimer(world, { workspace: '1' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('of a plan that has a place at the provider counts for it', async () => {
    await set('booking.provider', 'toggl');
    await world.stores.ledger.commit({
      actor: 'x',
      operation: 'provider.map',
      why: '',
      changes: [
        {
          noun: 'mapping',
          before: null,
          after: {
            id: world.ids.next(world.clock.now()),
            user: world.machine.userName,
            provider: 'toggl',
            scope: 'project',
            name: 'paircoder-v2-upgrade',
            unit: '12345678',
            task: null,
            label: '12345678',
            billable: null,
            revision: 1,
          },
        },
      ],
    });
    await startTask(world, { task: 'TASK-025' });
    const [session] = await world.stores.sessions.open(world.machine.userName);
    expect(session?.project).toBe('paircoder-v2-upgrade');
  });
});

describe('ticket files that are followed', () => {
  const heed = () => heedTicketFiles(world, ['TASK-025' as TicketId]);
  beforeEach(async () => {
    await set('triggers.files', true);
    await heed();
  });

  it('start and stop a session; what is seen first starts nothing', async () => {
    expect(await running()).toBeNull();
    write('In Progress');
    await heed();
    expect((await running())?.ticket).toBe('TASK-025');
    await heed();
    pass(20);
    write('blocked');
    await heed();
    expect(await running()).toBeNull();
    expect((await showTimer(world, { task: 'TASK-025' })).minutes).toBe(20);
  });

  it('never take what was started by hand: they ask', async () => {
    await startSession(world, { what: 'APP-1 review' });
    write('in-progress');
    await heed();
    expect((await running())?.ticket).toBe('APP-1');
    const [prompt] = await listPrompts(world);
    expect(prompt).toMatchObject({
      kind: 'trigger',
      title: 'TASK-025 is in progress now.',
      text: 'You started APP-1 by hand, so it runs on. Switch?',
      answers: ['switch', 'dismiss'],
    });
    expect(await answerPrompt(world, { prompt: prompt!.key, answer: 'switch' })).toEqual([]);
    expect(await running()).toMatchObject({ ticket: 'TASK-025', title: 'Headless Mode Integration' });
    // Switched to by hand, so it is asked about too.
    write('done');
    await heed();
    const [stop] = await listPrompts(world);
    expect(stop).toMatchObject({ kind: 'trigger', answers: ['stop', 'dismiss'] });
    await stopSession(world);
    expect(await listPrompts(world)).toEqual([]);
  });

  it('are no news where our own command wrote them', async () => {
    await startTask(world, { task: 'TASK-025' });
    await stopSession(world);
    await heed();
    expect(await running()).toBeNull();
  });

  it('are not followed while it is off', async () => {
    await set('triggers.files', false);
    write('in-progress');
    await heed();
    expect(await running()).toBeNull();
  });
});

describe('other triggers', () => {
  it('a tracker’s status is followed as it is read', async () => {
    await set('triggers.trackers', true);
    const facts = (status: string) => [someFacts('TB-042', { title: 'Socket', status, from: 'linear' })];
    await heedFacts(world, facts('Todo'));
    await heedFacts(world, facts('In Progress'));
    expect(await running()).toMatchObject({ ticket: 'TB-042' });
    expect(await heedTold(world, world.clock.now())).toBe(world.clock.now());
    await heedFacts(world, facts('Started'));
    await heedFacts(world, facts('Done'));
    expect(await running()).toBeNull();
  });

  it('a checkout starts the session of its ticket; a session of a trigger makes way for the next', async () => {
    await set('triggers.checkout', true);
    for (const branch of [
      'main',
      'fix/TB-042-socket',
      null,
      'fix/TB-042-socket',
      'feat/no-ticket',
      'feat/APP-7',
    ])
      await heedBranch(world, 'r1', branch);
    expect(await running()).toMatchObject({ ticket: 'APP-7' });
    await startSession(world, { what: 'reading' });
    await heedBranch(world, 'r1', 'fix/TB-042-socket');
    expect(await running()).toMatchObject({ title: 'reading' });
    expect(await listPrompts(world)).toMatchObject([
      { kind: 'trigger', ticket: 'TB-042', running: 'reading' },
    ]);
    pass(61);
    expect((await listPrompts(world)).filter(({ kind }) => kind === 'trigger')).toEqual([]);
  });
});
