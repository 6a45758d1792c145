import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import { PROJECT } from '../../world/app.ts';
import { commandLine } from '../../world/command-line.ts';
import type { HeadlessHost } from '../../world/headless-host.ts';
import { serve } from '../../world/headless-host.ts';
import { expect, test as base } from '../../world/headless-story.ts';
import { ownHome } from '../../world/own-home.ts';
import { until } from '../../world/wait.ts';

const test = base.extend<{ tmp: string; start: () => Promise<HeadlessHost> }>({
  /** A temporary folder of the story's own, for demos of other stories lie in the system's. */
  tmp: async ({ workspace }, use) => {
    const folder = join(workspace, 'tmp');
    mkdirSync(folder);
    await use(folder);
  },
  start: async ({ home, tmp }, use) => {
    const started: HeadlessHost[] = [];
    await use(async () => {
      const host = await serve(home, { TMPDIR: tmp });
      started.push(host);
      return host;
    });
    for (const host of started) await host.stop();
  },
});

/** Backups are made when it is time, whoever looks around. */
const filesIn = (home: string): string[] =>
  readdirSync(home)
    .filter((name) => name !== 'backups')
    .toSorted();

async function openPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('option', { name: /made-up data/ }).click();
}

test('made-up data beside one’s own: full of life, sealed, and gone afterwards', async ({
  home,
  tmp,
  start,
  stint,
  browse,
}) => {
  await stint.json('log', '2h on TB-042 for planning');
  const page = await browse(await start());
  await expect(page.getByText('planning').first()).toBeVisible();
  const ownDay = await stint.json<DayShape>('day');
  const ownFiles = filesIn(home);
  const ownAddress = new URL(page.url()).origin;

  await openPalette(page, 'made-up');
  const note = page.getByRole('complementary', { name: 'Made-up data' });
  await expect(note).toBeVisible();
  expect(new URL(page.url()).origin).not.toBe(ownAddress);
  const [folder] = readdirSync(tmp) as [string];
  const demo = commandLine(join(tmp, folder));

  // A Thursday afternoon, whatever today is: a running session, tickets with titles, questions, gaps.
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  const day = await demo.json<DayShape>('day');
  expect(new Date(`${day.date}T12:00Z`).getUTCDay()).toBe(4);
  expect(day.status).toBe('draft');
  expect(day.totals.untracked).toBeGreaterThan(0);
  expect(day.entries.some((entry) => entry.unallocated)).toBe(true);
  await expect(page.getByText('Customer call: Port of Ellinghavn').first()).toBeVisible();
  const last = await demo.json<WeekShape>('week', 'last');
  expect(last.days.slice(0, 5).map(({ status }) => status)).toEqual(Array(5).fill('reviewed'));

  // Nothing gets out, and it is said in words.
  const refused = await demo.say('sync');
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('made-up data');
  await page.evaluate(() => (location.hash = '#/sources'));
  await page.getByRole('textbox', { name: 'Folder' }).fill('/tmp');
  await page.getByRole('button', { name: 'Add folder' }).click();
  await expect(page.getByText(/This is made-up data/).first()).toBeVisible();

  // It can be played with.
  await demo.json('log', '1h on HBR-204 for looking around');
  await page.evaluate(() => (location.hash = '#/today'));
  await expect(page.getByText('looking around').first()).toBeVisible();

  // The way back: the same window, still known, nothing of one's own touched.
  await note.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByText('planning').first()).toBeVisible();
  expect(new URL(page.url()).origin).toBe(ownAddress);
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeHidden();
  expect(await stint.json<DayShape>('day')).toEqual(ownDay);
  expect(filesIn(home)).toEqual(ownFiles);
  await until('the folder of the demo to be gone', () => !existsSync(join(tmp, folder)));
});

test('`stint demo` needs no data folder at all and leaves none behind', async ({ home, tmp }) => {
  const nowhere = join(home, 'nothing', 'here');
  const child = spawn(process.execPath, [join(PROJECT, 'build', 'bin', 'command.cjs'), 'demo', '--json'], {
    env: { ...process.env, ...ownHome(home), STINT_HOME: nowhere, TMPDIR: tmp, TZ: 'Asia/Kolkata' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url, token } = JSON.parse(line) as { url: string; token: string };
  const answer = await fetch(`${url}/api/demo`, { headers: { authorization: `Bearer ${token}` } });
  expect(await answer.json()).toMatchObject({ isDemo: true, canLeave: false });
  expect(existsSync(nowhere)).toBe(false);
  expect(readdirSync(tmp)).toHaveLength(1);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(readdirSync(tmp)).toEqual([]);
  expect(existsSync(nowhere)).toBe(false);
});

test('a person’s own data cannot be left, and the log says nothing of the demo’s titles', async ({
  home,
  stint,
  start,
  browse,
}) => {
  await stint.json('log', '2h on TB-042 for planning');
  const page = await browse(await start());
  await openPalette(page, 'made-up');
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  const log = readFileSync(join(home, 'logs', 'stint.log'), 'utf8');
  expect(log).not.toContain('HBR-');
});
