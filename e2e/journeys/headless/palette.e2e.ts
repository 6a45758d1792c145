import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DayShape, StatusShape } from '#shared/contract/shapes.ts';
import { PROJECT } from '../../world/app.ts';
import { expect, test } from '../../world/headless-story.ts';

const execute = promisify(execFile);

const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to or do' });
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');
/** Opens the palette and types; gives what stands first. */
const ask = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await field(page).fill(words);
  return options(page).first();
};
const where = (page: Page) => new URL(page.url()).hash;

test('an entry is written from the palette, said, and taken back', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await page.keyboard.press('2');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Week' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const first = await ask(page, '2h on TINT-191 for HR training yesterday');
  await expect(first).toHaveText('2h → TINT-191, yesterday, manual: HR training');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByText('Written: 2h → TINT-191, yesterday, manual: HR training')).toBeVisible();
  const yesterday = async () => (await stint.json<DayShape>('day', 'yesterday')).entries.length;
  expect(await yesterday()).toBe(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect.poll(yesterday).toBe(0);
});

test('plain words are understood, and shown where the window shows such things', async ({ host, browse }) => {
  const page = await browse(await host());
  await expect(await ask(page, 'how much time on TB-042 in january?')).toHaveText(
    /^Time on TB-042 \(\d{4}-01\)$/,
  );
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  expect(where(page)).toMatch(/^#\/reports\/ticket\?ticket=TB-042&period=\d{4}-01$/);
});

test('Enter means what was typed, however quickly', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText('45m on APP-7 for review');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Written: 45m → APP-7, today, manual: review')).toBeVisible();
  expect((await stint.json<DayShape>('day')).entries).toMatchObject([{ ticket: 'APP-7', minutes: 45 }]);
});

test('what is typed before the palette was read is not lost, and Enter means it', async ({
  stint,
  host,
  browse,
}) => {
  const page = await browse(await host());
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/Palette/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  // As fast as a machine can type: no frame is drawn between the keys.
  await page.evaluate(async () => {
    const press = (key: string, ctrlKey = false) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
      return Promise.resolve();
    };
    await press('k', true);
    for (const key of '45m ') await press(key);
  });
  const early = palette(page).getByRole('textbox');
  await expect(early).toBeFocused();
  await expect(early).toHaveValue('45m ');
  await page.keyboard.type('on APP-7 for review');
  await page.keyboard.press('Enter');
  letGo();
  await expect(page.getByText('Written: 45m → APP-7, today, manual: review')).toBeVisible();
  expect((await stint.json<DayShape>('day')).entries).toMatchObject([{ ticket: 'APP-7', minutes: 45 }]);
});

test('what is refused is said in place, and the words stay', async ({ stint, host, browse }) => {
  await stint.json('log', '2h on TB-042 for planning yesterday');
  await stint.json('confirm', 'yesterday');
  const week = new Date().getDay() === 1 ? 'last' : 'this';
  await stint.json('submit', week);
  const page = await browse(await host());
  await ask(page, '1h on TB-042 for more planning yesterday');
  await expect(options(page).first()).toContainText('1h → TB-042');
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('alert')).toContainText('submitted');
  await expect(field(page)).toHaveValue('1h on TB-042 for more planning yesterday');
  await field(page).fill('2h on TB-042');
  await expect(palette(page).getByText('What was it?')).toBeVisible();
});

test('days, weeks, tickets, settings and pages are a few letters away', async ({ stint, host, browse }) => {
  await stint.json('log', '2h on TB-042 for socket planning', '--date', '2026-02-10');
  await stint.json('log', '1h on APP-7 for review');
  const page = await browse(await host());

  await expect(await ask(page, '2026-02-10')).toHaveText(/^Open Tuesday,? 10 February 2026$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => where(page)).toBe('#/today/2026-02-10');

  await expect(await ask(page, 'gestern')).toContainText('Open');
  await page.keyboard.press('Escape');
  await expect(await ask(page, '2026-W07')).toContainText('Open week 2026-W07');
  await page.keyboard.press('Enter');
  await expect.poll(() => where(page)).toBe('#/week/2026-W07');

  await expect(await ask(page, 'sock')).toContainText('TB-042 socket planning');
  await page.keyboard.press('Enter');
  await expect.poll(() => where(page)).toBe('#/today/2026-02-10');

  await ask(page, 'start tb42');
  await expect(options(page).first()).toHaveText('Start a session on TB-042 socket planning');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stint.json<StatusShape>('status')).running?.ticket).toBe('TB-042');

  await expect(await ask(page, 'stop')).toContainText('Stop the session: TB-042');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stint.json<StatusShape>('status')).running).toBeNull();

  await expect(await ask(page, 'idle')).toContainText('Away after');
  await page.keyboard.press('Enter');
  await expect.poll(() => where(page)).toBe('#/settings?find=presence.idleMinutes');

  await expect(await ask(page, 'productive')).toContainText('Connection: Productive.io');
  await page.keyboard.press('Escape');
  await expect(await ask(page, 'dark')).toHaveText('Dark colours');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  // What was used last comes first.
  await page.keyboard.press('Control+k');
  await expect(options(page).first()).toHaveText('Dark colours');
});

test('a day is confirmed from anywhere, and asks first where there is something to ask', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('log', '2h reading the specification');
  const page = await browse(await host());
  await page.keyboard.press('3');
  await ask(page, 'confirm');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Confirm with 1 unallocated' }).click();
  await expect.poll(async () => (await stint.json<DayShape>('day')).status).toBe('reviewed');
  await ask(page, 'submit');
  await page.keyboard.press('Enter');
  // What is submitted stays so: the palette leads to the button and does not press it.
  await expect(page.getByRole('button', { name: 'Submit week' })).toBeFocused();
});

test('it speaks German, by the keyboard alone, and is sound to a screen reader', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('log', '1h on TB-051 for tables');
  const page = await browse(await host());
  await stint.json('config', 'set', 'app.language', 'de');
  await page.getByRole('link', { name: 'Woche' }).waitFor();
  await page.getByRole('button', { name: 'Bestätigen' }).focus();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Gehe zu oder tu' });
  const input = dialog.getByRole('combobox');
  await expect(input).toBeFocused();
  await page.keyboard.type('1,5 Std auf TB-042 für Doku gestern');
  await expect(dialog.getByRole('option').first()).toHaveText('1h30m → TB-042, gestern, von Hand: Doku');
  await input.fill('tb');
  await expect(dialog.getByRole('group', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const chosen = dialog.getByRole('option', { selected: true });
  await expect(chosen).toHaveText('Sitzung auf TB-051 tables starten');
  await expect(input).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Bestätigen' })).toBeFocused();
});

test('three thousand tickets: thirty rows at most, found while typing', async ({
  home,
  stint,
  host,
  browse,
}) => {
  const program = join(PROJECT, 'e2e', 'world', 'put-tickets.ts');
  await execute(process.execPath, [program, home, '3000'], { cwd: PROJECT });
  expect(await stint.json<unknown[]>('ticket', 'list', '--limit', '5000')).toHaveLength(3000);
  const page = await browse(await host());
  await ask(page, 'TB-2999');
  await expect(options(page).first()).toContainText('TB-2999');
  await field(page).fill('work');
  await expect(options(page).first()).toBeVisible();
  expect(await options(page).count()).toBeLessThanOrEqual(30);
});
