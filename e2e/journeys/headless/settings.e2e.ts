import type { Page } from '@playwright/test';
import { expect, test } from '../../world/headless-story.ts';

async function openSettings(page: Page, find = ''): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/settings${find === '' ? '' : `?find=${find}`}`);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
}
const row = (page: Page, key: string) => page.locator(`[id="${key}"]`);

test('a setting is found by words in either language, changed, and set back', async ({
  stint,
  host,
  browse,
}) => {
  const page = await browse(await host());
  await openSettings(page);
  const search = page.getByRole('textbox', { name: 'Find a setting' });
  await search.fill('Längste Lücke');
  await expect(page.getByRole('status').filter({ hasText: '1 setting' })).toBeVisible();
  const gap = row(page, 'git.maxGap');
  await expect(gap.getByText('Changed')).toBeHidden();
  await gap.getByRole('textbox', { name: 'Longest gap' }).fill('90m');
  await page.keyboard.press('Enter');
  // What would move is shown first.
  await gap.getByRole('button', { name: 'Change it' }).click();
  await expect(gap.getByText('Changed')).toBeVisible();
  await expect(gap.getByText('Default: 2h', { exact: true })).toBeVisible();
  expect(await stint.json('config', 'get', 'git.maxGap')).toMatchObject({ value: '90m' });
  await gap.getByRole('button', { name: /Reset/ }).click();
  await gap.getByRole('button', { name: 'Change it' }).click();
  await expect(gap.getByText('Changed')).toBeHidden();
  expect(await stint.json('config', 'get', 'git.maxGap')).toMatchObject({ value: '2h' });
});

test('what cannot be is told in place, and what was typed stays', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await openSettings(page, 'tickets.prefixes');
  await openSettings(page, 'reminders.absenceMinutes');
  const minutes = row(page, 'reminders.absenceMinutes');
  const field = minutes.getByRole('textbox');
  await field.fill('9999');
  await page.keyboard.press('Enter');
  await expect(minutes.getByRole('alert')).toBeVisible();
  await expect(field).toHaveValue('9999');
  await field.fill('20');
  await page.keyboard.press('Enter');
  await expect(minutes.getByRole('alert')).toBeHidden();
  await expect(minutes.getByText('Changed')).toBeVisible();
  expect(await stint.json('config', 'get', 'reminders.absenceMinutes')).toMatchObject({ value: 20 });
});

test('names with something behind them are lines, not JSON', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await openSettings(page, 'tickets.projects');
  const projects = row(page, 'tickets.projects');
  await projects.getByRole('button', { name: 'Add a line' }).click();
  await projects.getByRole('textbox', { name: 'Name of line 1', exact: true }).fill('TB');
  // Half a line is kept in the window only.
  await expect(projects.getByText('A line is not complete yet')).toBeVisible();
  await projects.getByRole('textbox', { name: 'TB: Value' }).fill('auction-engine');
  await page.getByRole('textbox', { name: 'Find a setting' }).focus();
  await expect
    .poll(async () => (await stint.json<{ value: unknown }>('config', 'get', 'tickets.projects')).value)
    .toEqual({ TB: 'auction-engine' });
  await projects.getByRole('button', { name: 'Remove TB' }).click();
  await expect
    .poll(async () => (await stint.json<{ value: unknown }>('config', 'get', 'tickets.projects')).value)
    .toEqual({});

  await openSettings(page, 'agent.prices');
  const prices = row(page, 'agent.prices');
  await prices.getByRole('button', { name: 'Add a line' }).click();
  await prices.getByRole('textbox', { name: 'Name of line 1', exact: true }).fill('my-model');
  await prices.getByRole('textbox', { name: 'my-model: input' }).fill('2,5');
  await prices.getByRole('textbox', { name: 'my-model: output' }).fill('10');
  await page.getByRole('textbox', { name: 'Find a setting' }).focus();
  await expect
    .poll(async () => (await stint.json<{ value: unknown }>('config', 'get', 'agent.prices')).value)
    .toEqual({ 'my-model': { input: 2.5, output: 10 } });
});

test('every setting stands there, groups are a press away, and the program tells about itself', async ({
  home,
  stint,
  host,
  browse,
}) => {
  const all = await stint.json<{ key: string; group: string }[]>('config', 'list');
  const page = await browse(await host());
  await openSettings(page);
  const shown = all.filter(({ key }) => !key.startsWith('providers.'));
  await expect(page.locator('.setting')).toHaveCount(shown.length);
  const groups = page.getByRole('navigation', { name: 'Groups of settings' });
  await groups.getByRole('button', { name: 'About Stint' }).click();
  const about = page.getByRole('region', { name: 'About Stint' });
  await expect(about.getByText(home)).toBeVisible();
  await expect(about.getByText(/^\d+\.\d+\.\d+/)).toBeVisible();
  await about.getByRole('button', { name: 'Back up now' }).click();
  // The one of the day may have come first.
  await expect.poll(async () => (await stint.json<unknown[]>('backup', 'list')).length).toBeGreaterThan(0);
  await expect(about.getByText('none yet')).toBeHidden();
});
