import type { DayShape } from '#shared/contract/shapes.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository, workedExample } from '../../world/repository.ts';

const linesOf = (day: DayShape) => day.entries.map((entry) => `${entry.ticket} ${entry.minutes}`);

test('the documents’ day, without presence: 3h45m and 30m', async ({ stint, workspace }) => {
  workedExample(workspace);
  await stint.json('repo', 'add', workspace);
  const day = await stint.json<DayShape>('derive', '2026-02-10');
  expect(linesOf(day)).toEqual(['TB-042 225', 'APP-019 30']);
  expect(day).toMatchObject({
    date: '2026-02-10',
    user: 'max',
    status: 'draft',
    totals: { minutes: 255, target: 480 },
  });
  expect(Object.keys(day)).toEqual(['date', 'user', 'status', 'entries', 'totals', 'warnings']);
  expect(Object.keys(day.entries[0]!)).toEqual([
    ...['id', 'ticket', 'project', 'minutes', 'rawMinutes', 'source', 'description', 'commits'],
    ...['unallocated', 'startedAt', 'endedAt', 'evidence'],
  ]);
  expect(day.entries[0]!.commits).toHaveLength(4);
});

test('the documents’ day, with presence: 3h15m and 1h30m', async ({ stint, workspace, wasThere }) => {
  workedExample(workspace);
  await stint.json('repo', 'add', workspace);
  await wasThere(
    ...['2026-02-10T09:15:00+01:00', '2026-02-10T12:00:00+01:00'],
    ...['2026-02-10T14:00:00+01:00', '2026-02-10T16:00:00+01:00'],
  );
  const day = await stint.json<DayShape>('derive', '2026-02-10');
  expect(linesOf(day)).toEqual(['TB-042 195', 'APP-019 90']);
  expect(day.totals.untracked).toBe(0);
});

test('rewritten history counts once', async ({ stint, workspace }) => {
  const repository = workedExample(workspace);
  await stint.json('repo', 'add', workspace);
  const before = await stint.json<DayShape>('derive', '2026-02-10');
  repository.git('branch', 'copy');
  repository.git('checkout', '--quiet', '-b', 'elsewhere', 'HEAD~4');
  repository.git(
    '-c',
    'advice.skippedCherryPicks=false',
    'cherry-pick',
    '--allow-empty',
    '--strategy-option=theirs',
    'copy~1',
    'copy',
  );
  const after = await stint.json<DayShape>('derive', '2026-02-10');
  expect(after.totals).toEqual(before.totals);
  expect(linesOf(after)).toEqual(linesOf(before));
});

test('the branch checked out takes the time that commits do not name', async ({ stint, workspace }) => {
  const repository = makeRepository(workspace, 'shop');
  repository.commit('2026-02-10T09:00:00+01:00', 'start');
  repository.git('checkout', '--quiet', '-b', 'fix/TB-777-socket');
  repository.commit('2026-02-10T10:00:00+01:00', 'first try');
  repository.commit('2026-02-10T11:00:00+01:00', 'second try');
  await stint.json('repo', 'add', workspace);
  const day = await stint.json<DayShape>('derive', '2026-02-10');
  expect(day.entries.find((entry) => entry.ticket === 'TB-777')?.minutes).toBeGreaterThanOrEqual(90);
});

test('Stint’s own history gives sensible days', async ({ stint }) => {
  const project = process.cwd();
  const { execFileSync } = await import('node:child_process');
  const [email, at] = execFileSync('git', ['log', '-1', '--format=%ae%n%aI'], {
    cwd: project,
    encoding: 'utf8',
  }).split('\n');
  await stint.json('config', 'set', 'identity.emails', JSON.stringify([email]));
  await stint.json('config', 'set', 'time.zone', 'UTC');
  await stint.json('repo', 'add', project);
  const date = new Date(at!).toISOString().slice(0, 10);
  const day = await stint.json<DayShape>('derive', date);
  expect(day.entries.length).toBeGreaterThan(0);
  for (const entry of day.entries) {
    expect(entry.minutes).toBeGreaterThan(0);
    expect(entry.description).not.toBe('');
    expect(entry.evidence.length).toBeGreaterThan(0);
  }
  expect(day.totals.minutes).toBeLessThanOrEqual(24 * 60);
  expect(await stint.json<DayShape>('derive', date)).toEqual(day);
});
