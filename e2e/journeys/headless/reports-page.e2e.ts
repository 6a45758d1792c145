// Reports where one looks at them: one is chosen, its days are changed, it is read by the keyboard, taken along, and is
// there in both colours and both languages.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

test.describe.configure({ timeout: 120_000 });

const LAWS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(LAWS).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

test('a report is chosen, its days are changed, and it is taken along', async ({
  stint,
  workspace,
  host,
  browse,
}) => {
  makeRepository(workspace, 'auction');
  const tickets = join(workspace, 'auction', '.tract', 'tickets');
  await mkdir(tickets, { recursive: true });
  await writeFile(join(tickets, 'TB-900.md'), '---\nid: TB-900\ntitle: Later\nsprint: sprint-7\n---\n');
  await stint.json('repo', 'add', workspace);
  await stint.json('log', '6h on TB-042 for the socket on 2026-02-09');
  await stint.json('log', '2h30m on TB-051 for the double bid on 2026-02-09');
  await stint.json('log', '7h on TB-042 for the tests on 2026-02-10');
  await stint.json('log', '45m reading on 2026-02-10');
  await stint.json('project', 'edit', 'TB', '--name', 'Auction', '--budget-hours', '40');
  const page = await browse(await host());
  const title = page.getByRole('heading', { level: 1 });

  await page.keyboard.press('6');
  await expect(title).toHaveText('Weekly timesheet');
  await expect(page).toHaveTitle('Reports · Stint');

  // Any days, typed.
  await page.getByRole('button', { name: /^Days: / }).click();
  await page.getByLabel('From').fill('2026-02-09');
  await page.getByLabel('To').fill('2026-02-10');
  await page.getByLabel('To').press('Enter');
  await expect(page).toHaveURL(/period=2026-02-09\.\.2026-02-10$/);
  const figures = page.getByLabel('In short');
  await expect(figures).toContainText('16h15m');

  // The drawing is one stop, walked by the arrows; each day tells all of itself.
  const days = page.getByRole('group', { name: 'By day' }).getByRole('img');
  await expect(days).toHaveCount(2);
  await days.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(days.nth(1)).toBeFocused();
  await expect(days.nth(1)).toHaveAccessibleName(
    'Tuesday, 10 February 2026: 7h45m, No ticket 45m, TB-042 7h, Target 8h',
  );
  await expect(page.locator('.chart-tip')).toContainText('TB-042');

  // The days before hold nothing; the way back is the browser's.
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing in these days' })).toBeVisible();
  await page.goBack();
  await expect(figures).toContainText('16h15m');

  // Where a report knows why there is nothing, it says that.
  const here = page.url();
  await page.goto(`${here.split('#')[0]}#/reports/customer?customer=Nobody`);
  await expect(page.getByText('No project of Nobody is known.')).toBeVisible();
  await page.goto(`${here.split('#')[0]}#/reports/budget?customer=Nobody`);
  await expect(page.getByRole('heading', { name: 'No budget yet' })).toBeVisible();
  await expect(page.getByText('Set one on the page Customers')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show all time' })).toHaveCount(0);
  await page.goto(here);
  await expect(figures).toContainText('16h15m');

  await page.getByRole('button', { name: 'Download' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^timesheet-max-2026-02-09.*\.csv$/);
  const rows = (await readFile(await download.path(), 'utf8')).split(/\r?\n/);
  expect(rows.filter((row) => row.includes('TB-042'))).toHaveLength(2);
  expect(rows.filter((row) => row.includes('TB-051'))).toHaveLength(1);

  // Another report of the same days, and from it to a ticket.
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'R&D report' }).click();
  await expect(title).toHaveText('R&D report');
  await expect(page.getByRole('region', { name: 'Needs review' })).toContainText('TB-051');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: 'TB-042' }).first().click();
  await expect(figures).toContainText('13h00m');

  await page.evaluate(() => (location.hash = '/reports/budget?project=TB'));
  await expect(page.getByRole('group', { name: 'Auction' }).getByRole('img')).toHaveCount(2);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await faults(page)).toEqual([]);

  // A sprint is chosen among those that tickets name; the keyboard stays where it is.
  await page.evaluate(() => (location.hash = '/reports/summary'));
  const sprint = page.getByRole('combobox', { name: 'Sprint' });
  await sprint.click();
  await page.getByRole('option', { name: 'sprint-7' }).click();
  await expect(title).toHaveText('Summary: sprint-7');
  await expect(sprint).toBeFocused();

  await stint.json('config', 'set', 'app.language', 'de');
  await page.evaluate(() => (location.hash = '/reports/timesheet?period=2026-02'));
  await expect(title).toHaveText('Wochen-Stundenzettel');
  await expect(page.getByRole('table', { name: /^Februar 2026/ })).toContainText('8h30m');
  await expect(page.getByRole('region', { name: 'Nach Ticket' })).toContainText('Kein Ticket');
  expect(await faults(page)).toEqual([]);
});
