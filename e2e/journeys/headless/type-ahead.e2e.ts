// A quick hand does not wait for a dialog to stand: what is typed meanwhile is typed into it, and is no shortcut.
import type { Page } from '@playwright/test';
import type { DayShape } from '#shared/contract/shapes.ts';
import { DAYS } from '../../world/booking-desk.ts';
import { expect, test } from '../../world/headless-story.ts';
import { open } from '../../world/week-story.ts';

/** Presses keys as fast as a machine can: no frame is drawn, and nothing else of the page runs between them. */
const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  page.evaluate((pressed) => {
    for (const combo of pressed) {
      const [key = '', mod] = combo.split('+').toReversed();
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: mod === 'Control', bubbles: true, cancelable: true }),
      );
    }
  }, keys);

/** Presses a button; gives what has the focus before another key could come. */
const focusAfterClick = (page: Page, name: RegExp): Promise<string | null> =>
  page.getByRole('button', { name }).evaluate(async (button: HTMLElement) => {
    button.focus();
    button.click();
    await Promise.resolve();
    return document.activeElement?.getAttribute('role') ?? null;
  });

test('a dialog takes what was typed before it stood, and Enter means it', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await open(page);
  await expect(page.getByRole('grid')).toBeVisible();

  await press(page, 'Control+k', ...'made-ux', 'Backspace', 'p');
  const palette = page.getByRole('dialog', { name: 'Go to or do' });
  await expect(palette.getByRole('combobox')).toHaveValue('made-up');
  await expect(palette.getByRole('option', { name: /made-up data/ })).toBeVisible();
  await page.keyboard.type('!');
  await expect(palette.getByRole('combobox')).toHaveValue('made-up!');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await press(page, 'n', ...'45m on APP-7 for review', 'Enter');
  await expect(page.getByText('Written: 45m → APP-7, today, manual: review')).toBeVisible();
  expect((await stint.json<DayShape>('day')).entries).toMatchObject([{ ticket: 'APP-7', minutes: 45 }]);
  await expect(page.getByRole('dialog')).toBeHidden();

  // The search for a week, by its key.
  await press(page, 'g', ...'2026-W06', 'Enter');
  await expect(page).toHaveURL(/#\/week\/2026-W06$/);
  await expect(page.getByRole('dialog')).toBeHidden();

  // Who leaves the dialog before it stands means the page again.
  await press(page, 'Control+k', 'x', 'Escape', '1');
  await expect(palette).toBeHidden();
  await expect(page).toHaveURL(/#\/today$/);
});

test('a search for a ticket has the focus as soon as it is asked for', async ({ stint, host, browse }) => {
  await stint.json('log', `2h on TB-042 for planning on ${DAYS[0]}`);
  const page = await browse(await host());
  await open(page);
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await focusAfterClick(page, /^Add a ticket/)).toBe('combobox');
  await page.keyboard.type('NEW-7');
  await expect(page.getByRole('option', { name: /NEW-7/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('tr[data-ticket="NEW-7"] td[data-column="0"]')).toBeFocused();

  await page.evaluate((hash) => (location.hash = hash), `#/today/${DAYS[0]}`);
  await page.locator('.row-main').focus();
  await press(page, 't');
  await expect(page.locator('.ticket-search')).toBeFocused();
});
