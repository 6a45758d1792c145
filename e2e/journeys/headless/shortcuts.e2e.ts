import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DayShape, StatusShape } from '#shared/contract/shapes.ts';
import { expect, test } from '../../world/headless-story.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const setting = async (stint: { json<T>(...args: string[]): Promise<T> }, key: string) =>
  (await stint.json<{ value: unknown }>('config', 'get', key)).value;
const where = (page: Page) => new URL(page.url()).hash;
const isFocused = (page: Page, name: string) =>
  expect(page.getByRole('textbox', { name, exact: true })).toBeFocused();

test('N logs time from every page, and what was typed is never lost', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await page.keyboard.press('n');
  await isFocused(page, 'Quick add');
  await page.keyboard.type('45m on APP-7');
  await page.keyboard.press('Escape');

  for (const key of ['2', '3', '4', '5']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('textbox', { name: 'Quick add' })).toBeHidden();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'Log time' });
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await expect(dialog.getByRole('textbox')).toHaveValue('45m on APP-7');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await page.reload();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Log time' });
  await expect(dialog.getByText('What was it?')).toBeVisible();
  await page.keyboard.type(' for review');
  await expect(dialog.getByText('45m → APP-7, today, manual: review')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Written: 45m → APP-7, today, manual: review')).toBeVisible();
  expect((await stint.json<DayShape>('day')).entries).toMatchObject([{ ticket: 'APP-7', minutes: 45 }]);
  await page.keyboard.press('n');
  await expect(dialog.getByRole('textbox')).toHaveValue('');
});

test('keys are changed on the sheet, swapped, and given back', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await page.keyboard.press('?');
  const find = sheet(page).getByRole('textbox', { name: 'Find a shortcut' });
  await expect(find).toBeFocused();
  await find.fill('quick');
  await expect(sheet(page).getByRole('listitem')).toHaveCount(1);

  // A free key is simply taken.
  await sheet(page).getByRole('button', { name: 'Change N for “Log time (quick add)”' }).click();
  await expect(sheet(page).getByText('Press the new keys…')).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(sheet(page).getByText('Alt+L')).toBeVisible();
  expect(await setting(stint, 'app.shortcuts')).toEqual({ quickAdd: 'alt+l' });

  // What the window itself needs is refused; what another action has is named, and swapped when asked.
  await sheet(page).getByRole('button', { name: 'Change Alt+L' }).click();
  await page.keyboard.press('Control+c');
  await expect(sheet(page).getByText('Ctrl+C belongs to editing text.')).toBeVisible();
  await page.keyboard.press('s');
  await expect(sheet(page).getByText('S is “Start a session…”.')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Swap' }).press('Enter');
  await expect(
    sheet(page).getByRole('button', { name: 'Change S for “Log time (quick add)”' }),
  ).toBeVisible();
  expect(await setting(stint, 'app.shortcuts')).toEqual({ quickAdd: 's', startSession: 'alt+l' });
  // Escape leaves only what listens, then the sheet.
  await sheet(page).getByRole('button', { name: 'Change S' }).click();
  await page.keyboard.press('Escape');
  await expect(sheet(page).getByText('Press the new keys…')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();

  await page.keyboard.press('s');
  await isFocused(page, 'Quick add');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+l');
  await isFocused(page, 'Start on a ticket or words…');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await sheet(page).getByRole('button', { name: 'All keys as they came' }).click();
  await expect(
    sheet(page).getByRole('button', { name: 'Change N for “Log time (quick add)”' }),
  ).toBeVisible();
  expect(await setting(stint, 'app.shortcuts')).toEqual({});
});

test('single letters can be switched off; keys with Ctrl and arrows stay', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('log', '2h on TB-042 for planning');
  const page = await browse(await host());
  await page.getByText('planning').first().waitFor();
  await page.keyboard.press('?');
  await sheet(page).getByRole('switch', { name: 'Single letters' }).click();
  await expect.poll(() => setting(stint, 'app.letterKeys')).toBe(false);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  const day = where(page);
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-row]:focus')).toContainText('planning');
  expect(where(page)).toBe(day);
  // Keys of a row are heard only while it has the focus, which is allowed.
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Go to or do' })).toBeVisible();
});

test('the command line refuses keys that cannot be, and the window follows those it takes', async ({
  stint,
  host,
  browse,
}) => {
  const refused = await stint.say('config', 'set', 'app.shortcuts', '{"quickAdd":"x","undo":"x"}');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('quickAdd and undo');
  expect((await stint.say('config', 'set', 'app.globalToggle', 'T')).code).toBe(2);
  expect((await stint.say('config', 'set', 'app.globalToggle', 'CommandOrControl+Alt+T')).code).toBe(0);

  const page = await browse(await host());
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await stint.json('config', 'set', 'app.shortcuts', '{"goWeek":"F2 g"}');
  await page.keyboard.press('?');
  await expect(sheet(page).getByRole('button', { name: 'Change F2 for “Go to Week”' })).toBeVisible();
  await expect(sheet(page).getByText('They work while the desktop app runs.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await page.keyboard.press('g');
  await expect.poll(() => where(page)).toContain('#/week');

  // Keys for any program are pressed; those that are taken are refused, and Backspace takes them away.
  await page.evaluate(() => (location.hash = '#/settings?find=app.globalQuickAdd'));
  const record = page.locator('[id="app.globalQuickAdd"]').getByRole('button', { name: /^Press the keys/ });
  const quickAdd = async () =>
    (await stint.json<{ value: string }>('config', 'get', 'app.globalQuickAdd')).value;
  await record.click();
  await expect(page.getByPlaceholder('Press the new keys…')).toBeVisible();
  await page.keyboard.press('Control+Alt+t');
  await expect(page.getByText('CommandOrControl+Alt+T is “Start or stop the session”.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByText('CommandOrControl+K was also “Go to or do” in the window')).toBeVisible();
  await expect.poll(quickAdd).toBe('CommandOrControl+K');
  await expect(record).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Press the new keys…')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect.poll(quickAdd).toBe('');
});

test('one key starts and stops, in the window and on the command line', async ({ stint, host, browse }) => {
  await stint.json('start', 'TB-042', 'fix', 'socket');
  await stint.json('stop');
  const page = await browse(await host());
  const running = async () => (await stint.json<StatusShape>('status')).running?.status ?? null;
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await page.keyboard.press('Shift+S');
  await expect.poll(running).toBe('active');
  // The key holds what the page shows to be running.
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('p');
  await expect.poll(running).toBe('paused');
  expect((await stint.json<StatusShape>('toggle')).running).toMatchObject({
    ticket: 'TB-042',
    status: 'active',
  });
  const said = await stint.say('toggle');
  expect(said.code).toBe(0);
  expect(said.stdout).toContain('Nothing runs');
  expect((await stint.json<StatusShape>('toggle', 'APP-7', 'review')).running).toMatchObject({
    ticket: 'APP-7',
    title: 'review',
  });
});
