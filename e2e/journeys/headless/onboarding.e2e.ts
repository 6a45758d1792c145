import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DayShape, RepositoryShape } from '#shared/contract/shapes.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { commandLine } from '../../world/command-line.ts';
import { expect, test as base } from '../../world/headless-story.ts';
import type { HeadlessHost } from '../../world/headless-host.ts';
import { serve } from '../../world/headless-host.ts';
import type { HomeWithCode } from '../../world/home-with-code.ts';
import { makeHome, twoYears } from '../../world/home-with-code.ts';

interface First {
  readonly person: HomeWithCode;
  /** Starts Stint for the first time, or again. */
  readonly start: () => Promise<HeadlessHost>;
  /** The command line on the same data folder; nothing was said on it before. */
  readonly quiet: CommandLine;
}

const test = base.extend<First>({
  person: async ({ workspace }, use) => use(makeHome(workspace)),
  start: async ({ home, person }, use) => {
    const started: HeadlessHost[] = [];
    await use(async () => {
      const host = await serve(home, person.env);
      started.push(host);
      return host;
    });
    for (const host of started) await host.stop();
  },
  quiet: async ({ home }, use) => use(commandLine(home)),
});

const step = (page: Page, name: string) => page.getByRole('heading', { name });
const go = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true });

test('from the first start to a proposed day out of two years of history, without an account', async ({
  person,
  start,
  quiet,
  browse,
}, info) => {
  twoYears(person, 'shop');
  const begun = performance.now();
  const page = await browse(await start());

  // What is found is only offered.
  await expect(step(page, 'Where is your code?')).toBeVisible();
  const folder = page.getByRole('checkbox', { name: /~\/code/ });
  await expect(folder).not.toBeChecked();
  await expect(go(page)).toBeDisabled();
  await folder.check();
  await go(page).click();

  // Git's own address and the other one of the same name are ticked; somebody else is not.
  await expect(page.getByRole('checkbox', { name: /^max@example\.com/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /noreply/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /ann@example\.com/ })).not.toBeChecked();
  // Until here nothing was written.
  expect(await quiet.json<RepositoryShape[]>('repo', 'list')).toEqual([]);
  await go(page).click();

  // The last week both ways; the other one is chosen by keyboard.
  await expect(step(page, 'Which of these weeks is yours?')).toBeFocused();
  const after = page.getByRole('radio', { name: /commit, then go on/ });
  await expect(after).toBeChecked();
  await after.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /when it is done/ })).toBeChecked();
  await page.getByLabel('Hours of a working day').fill('7');
  await page.keyboard.press('Enter');

  // A day with its reasons.
  await expect(step(page, 'Your first proposed day')).toBeVisible();
  const day = page.getByRole('region', { name: /20\d\d$/ });
  await expect(day.getByText(/^TB-1\d\d$/).first()).toBeVisible();
  await expect(day.getByText(/commit/).first()).toBeVisible();
  const seconds = (performance.now() - begun) / 1000;
  info.annotations.push({ type: 'first start to proposed day', description: `${seconds.toFixed(1)} s` });
  expect(seconds, 'issue: under two minutes').toBeLessThan(120);

  await page.getByRole('button', { name: 'Open this day' }).click();
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeEnabled();
  expect(await quiet.json('config', 'get', 'git.credit')).toMatchObject({ value: 'before' });
  expect(await quiet.json('config', 'get', 'time.workingHoursPerDay')).toMatchObject({ value: 7 });
  const shown = new URL(page.url()).hash.split('/')[2]!;
  const proposed = await quiet.json<DayShape>('day', shown);
  expect(proposed.status).toBe('draft');
  expect(proposed.entries.length).toBeGreaterThan(0);
});

test('progress outlives a restart, the way back is open, and it can be done again', async ({
  person,
  start,
  browse,
}) => {
  twoYears(person, 'shop');
  const first = await start();
  const page = await browse(first);
  await page.getByRole('checkbox', { name: /~\/code/ }).check();
  await go(page).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('checkbox', { name: /~\/code/ })).toBeChecked();
  await go(page).click();
  await go(page).click();
  await expect(step(page, 'Which of these weeks is yours?')).toBeVisible();
  await first.stop();

  const again = await browse(await start());
  await expect(step(again, 'Which of these weeks is yours?')).toBeVisible();
  await go(again).click();
  await expect(step(again, 'Your first proposed day')).toBeVisible();
  await again.getByRole('button', { name: 'Not now: Meetings' }).click();
  await expect(again.getByText('From Google or any calendar address.')).toBeHidden();

  // On the day itself a line leads back, until it is left.
  await again.getByRole('link', { name: 'Week' }).click();
  await again.getByRole('link', { name: 'Today', exact: true }).click();
  await again.getByRole('button', { name: 'Leave it' }).click();
  await expect(again.getByRole('button', { name: 'Leave it' })).toBeHidden();
  await again.getByRole('link', { name: 'Settings' }).click();
  await again.getByRole('link', { name: 'First steps again' }).click();
  await expect(step(again, 'Where is your code?')).toBeVisible();
});

test('without a commit it says so, and offers other ways', async ({ person, start, browse }) => {
  makeEmptyRepository(person);
  const page = await browse(await start());
  await page.getByRole('textbox', { name: 'Another folder' }).fill(`${person.path}/code/empty`);
  await page.keyboard.press('Enter');
  await go(page).click();
  await expect(page.getByText('no commits in the last year')).toBeVisible();
  await go(page).click();
  await expect(page.getByText('No commits of yours yet')).toBeVisible();
  await page.getByRole('button', { name: 'Log by hand instead' }).click();
  await expect(page.getByRole('textbox', { name: 'Quick add' })).toBeVisible();
  await expect(page.getByText('No commits of yours yet')).toBeHidden();
});

test('a folder that holds no repository is refused in words, and nothing is lost', async ({
  person,
  start,
  browse,
}) => {
  const page = await browse(await start());
  await expect(page.getByText(/No folder with repositories was found/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Another folder' }).fill(person.path);
  await go(page).click();
  await expect(page.getByText(/There is no git repository in/)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('checkbox', { name: person.path })).toBeChecked();
});

function makeEmptyRepository(person: HomeWithCode): void {
  execFileSync('git', ['init', '--quiet', join(person.path, 'code', 'empty')], {
    env: { ...process.env, ...person.env },
  });
}
