import type { Page } from '@playwright/test';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import { expect, test } from '../../world/headless-story.ts';
import { workedExample } from '../../world/repository.ts';

const openDay = (page: Page, date: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/today/${date}`);

test('a day is corrected and confirmed, the week submitted', async ({ stint, workspace, host, browse }) => {
  workedExample(workspace);
  await stint.json('repo', 'add', workspace);
  await stint.json('derive', '2026-02-10');
  const page = await browse(await host());
  await openDay(page, '2026-02-10');

  // The row opens in place; the time is changed and written.
  await page.getByText('update OAuth flow').last().click();
  await page.getByLabel('Time', { exact: true }).fill('1h30m');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByText('5h15m').first()).toBeVisible();

  // Quick add says what it would write before it does.
  const quickAdd = page.getByRole('textbox', { name: 'Quick add' });
  await quickAdd.fill('45m on TINT-7 for standup');
  await expect(page.getByText(/45m → TINT-7/)).toBeVisible();
  await quickAdd.press('Enter');
  await expect(page.getByRole('main').getByText('6h00m').first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('main').getByText('5h15m').first()).toBeVisible();

  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('Reviewed').first()).toBeVisible();

  await page.evaluate(() => {
    location.hash = '#/week/2026-W07';
  });
  await page.getByRole('button', { name: 'Submit week' }).click();
  await expect(page.getByText('Submitted').first()).toBeVisible();

  const week = await stint.json<WeekShape>('week', '2026-W07');
  expect(week.days[1]).toMatchObject({ date: '2026-02-10', status: 'submitted', minutes: 315 });

  // What is submitted takes only corrections.
  await openDay(page, '2026-02-10');
  await page.getByText('update OAuth flow').last().click();
  await page.getByLabel('Add or take away').fill('-30m');
  await page.getByLabel('Why the submitted day was wrong').fill('lunch was in it');
  await page.getByRole('button', { name: 'Append correction' }).click();
  await expect(page.getByRole('main').getByText('4h45m').first()).toBeVisible();
});

test('the window follows what other doors do', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await stint.json('log', '2h on TB-042 for planning');
  await expect(page.getByText('planning').first()).toBeVisible();
  await stint.json('start', 'TB-042', 'sockets');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeHidden();
  expect((await stint.json<{ status: string }[]>('session', 'list'))[0]!.status).toBe('completed');
});

test('without tickets a day is confirmed only when said so', async ({ stint, host, browse }) => {
  await stint.json('log', '2h reading the specification');
  const page = await browse(await host());
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm with 1 unallocated' }).click();
  await expect(page.getByText('Reviewed').first()).toBeVisible();
  expect((await stint.json<DayShape>('day')).status).toBe('reviewed');
});

test('the window speaks German', async ({ stint, host, browse }) => {
  await stint.json('log', '2h on TB-042 for planning');
  const page = await browse(await host());
  await stint.json('config', 'set', 'app.language', 'de');
  await expect(page.getByText('Entwurf').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bestätigen' })).toBeVisible();
});

test('its first picture has the language and the colours of the settings already', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('config', 'set', 'app.language', 'de');
  await stint.json('config', 'set', 'app.theme', 'dark');
  const page = await browse(await host());
  await page.addInitScript(() => {
    // What the window remembers of its last time is no help; a host that is slow here is waited for all the same.
    localStorage.clear();
    const later = window.setTimeout;
    window.setTimeout = ((go: () => void, ms = 0) => later(go, ms === 150 ? 30_000 : ms)) as typeof later;
    const seen = window as unknown as { first: (string | null)[] };
    new MutationObserver((_changes, observer) => {
      const pages = document.querySelector('nav');
      if (pages === null) return;
      observer.disconnect();
      const { documentElement: root } = document;
      seen.first = [pages.ariaLabel, root.lang, root.dataset['mantineColorScheme'] ?? null];
    }).observe(document, { subtree: true, childList: true });
  });
  await page.reload();
  await page.getByRole('navigation', { name: 'Seiten' }).waitFor();
  const first = await page.evaluate(() => (window as unknown as { first: unknown }).first);
  expect(first).toEqual(['Seiten', 'de', 'dark']);
});

test('the keyboard is enough for a day', async ({ stint, host, browse }) => {
  await stint.json('log', '2h on TB-042 for planning');
  await stint.json('log', '3h on TB-051 for sockets');
  const page = await browse(await host());
  await expect(page.getByText('sockets').first()).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('1h on TB-060 for review');
  await page.keyboard.press('Enter');
  await expect(page.getByText('review').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('Backspace');
  await expect.poll(async () => (await stint.json<DayShape>('day')).entries.length).toBe(2);
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await stint.json<DayShape>('day')).status).toBe('reviewed');
});
