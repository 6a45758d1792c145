// A development session from its first word to its report: told on the command line, then looked up in the window.
import AxeBuilder from '@axe-core/playwright';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevSessionPage, DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

/** A repository with one commit, on a branch that names a ticket. */
function someCode(workspace: string) {
  const repository = makeRepository(workspace, 'shop');
  repository.git('checkout', '--quiet', '-b', 'feat/TB-042-uploads');
  repository.commit('2026-02-10T09:15:00+01:00', 'begin');
  return repository;
}

test('a session is started, paused, resumed, linked, priced, completed and reported', async ({
  stint,
  workspace,
}) => {
  const { path, git } = someCode(workspace);
  const dev = (...words: string[]) => stint.json<DevSessionShape>('dev', ...words);
  const started = await dev('start', 'Conference workflow', '--folder', path, '--complexity', 'complex');
  expect(started).toMatchObject({ status: 'active', ticket: 'TB-042', branch: 'feat/TB-042-uploads' });
  expect(await dev('pause')).toMatchObject({ status: 'paused' });
  expect(await dev('resume', started.id.slice(-8))).toMatchObject({ status: 'active' });
  await writeFile(join(path, 'b.txt'), 'one\ntwo\nthree\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'TB-043: thumbnails');
  expect(await dev('show')).toMatchObject({ status: 'active', commits: 1, linesAdded: 3, endCommit: null });
  await dev('link', 'current', 'TB-042', '--relationship', 'completed');
  await dev('use', 'current', '--images', '4', '--model', 'gpt-4o', '--input', '10000000');
  const costs = await stint.json<{ live: boolean; total: { units: number } }>('dev', 'costs');
  expect(costs).toMatchObject({ live: true, total: { units: 132_000 } });

  const done = await dev('complete', '--next-steps', 'Tell the others');
  expect(done).toMatchObject({
    status: 'completed',
    commits: 1,
    filesChanged: 1,
    linesAdded: 3,
    linesRemoved: 0,
    costUnits: 132_000,
    costUsd: 132,
    gitStart: 'exact',
    nextSteps: ['Tell the others'],
  });
  expect(done.linkedTasks.map((task) => `${task.ticket} ${task.relationship}`)).toEqual([
    'TB-042 completed',
    'TB-043 updated',
  ]);
  const { stdout: report } = await stint.say('dev', 'report', done.id.slice(-8));
  expect(report).toContain('# Development Session: Conference workflow');
  expect(report).toContain('| Lines Added | +3 |');
  expect(report).toContain('- **TB-042**');
  expect(report).toContain('TB-043: thumbnails');
  await stint.json('dev', 'copy', done.id, '--folder', join(workspace, 'notes'));
  const [file = ''] = await readdir(join(workspace, 'notes'));
  expect(await readFile(join(workspace, 'notes', file), 'utf8')).toContain('| VIBE Cost | 132,000 |');
  const { sessions } = await stint.json<DevSessionPage>('dev', 'list');
  expect(sessions.map(({ title }) => title)).toEqual(['Conference workflow']);
});

test('the window starts one, shows what is open, completes it, and keeps its report', async ({
  stint,
  workspace,
  host,
  browse,
}) => {
  const { path, git } = someCode(workspace);
  await stint.json('repo', 'add', path);
  const page = await browse(await host());
  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await page.getByRole('link', { name: 'Development' }).click();
  await expect(page.getByText('No development sessions yet')).toBeVisible();
  await expect(page.getByLabel('Repository')).toHaveValue(path);
  await page.getByLabel('What is it about?').fill('Uploads of thumbnails');
  await page.keyboard.press('Enter');
  const open = page.getByRole('region', { name: 'Open now' });
  await expect(open.getByRole('heading', { name: 'TB-042 Uploads of thumbnails' })).toBeVisible();
  await writeFile(join(path, 'b.txt'), 'one\ntwo\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'thumbnails');

  await page.getByRole('link', { name: 'Timers' }).click();
  await page.getByRole('link', { name: 'Development' }).click();
  await expect(open.getByText('+2 −0')).toBeVisible();
  await expect(open.getByText('1 commit · 1 file')).toBeVisible();
  await open.getByRole('button', { name: 'Complete…' }).click();
  await expect(open.getByLabel('Summary')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(open.getByRole('button', { name: 'Complete…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await open.getByLabel('Summary').fill('They come up at once');
  await open.getByRole('button', { name: 'Complete session' }).click();
  await expect(open).toBeHidden();

  const row = page.getByRole('button', { name: /Uploads of thumbnails/ });
  await row.click();
  await expect(page.getByLabel('Report', { exact: true })).toContainText('| Lines Added | +2 |');
  await expect(page.getByText('They come up at once', { exact: true })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('.dev-sessions').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }
  await page.getByLabel('Find a session').fill('nothing like it');
  await expect(page.getByText('No session fits.')).toBeVisible();

  // In the calendar by its kind; arrows, Enter, and it is shown by itself.
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  const chip = page.getByRole('table').getByRole('link', { name: /TB-042 Uploads of thumbnails · Feature/ });
  await expect(chip).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('.dev-calendar').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await chip.press('PageUp');
  await expect(chip).toBeHidden();
  await page.keyboard.press('PageDown');
  await chip.press('Enter');
  await expect(page.getByLabel('Report', { exact: true })).toContainText('| Lines Added | +2 |');

  // On the clock of the day, in its table, and at the ticket it worked on.
  await stint.json('log', '1h on TB-042 for thumbnails');
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  const lane = page.getByRole('group', { name: 'Development sessions' });
  await expect(lane.getByRole('link', { name: /TB-042 Uploads of thumbnails · Feature/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Development session: TB-042 Uploads/ })).toHaveCount(1);
  await page.getByRole('link', { name: '1 session, TB-042: 1 development session' }).click();
  await expect(page.getByRole('link', { name: /^Only TB-042/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Uploads of thumbnails/ })).toBeVisible();
});
