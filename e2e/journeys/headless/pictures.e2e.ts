// The main pages as they are kept in e2e/pictures, light and dark. What is to look different is taken anew, looked at, and
// committed with the change: `npm run e2e -- --project=headless pictures --update-snapshots`.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, go, test } from '../../world/shown-story.ts';

test.describe.configure({ mode: 'default', timeout: 120_000 });
// Paths stand on some pages, so they must not change.
test.use({ shownFolder: 'stint-pictures' });
test.skip(process.platform !== 'linux', 'The pictures are of one browser on one system.');

type Reach = (page: Page) => Promise<unknown>;
const SHOWN: Readonly<Record<string, readonly [address: string, reach?: Reach]>> = {
  connections: ['/connections', (page) => page.getByText('Checked this minute').waitFor()],
  today: ['/today'],
  'open-row': [
    '/today',
    async (page) => {
      await page.locator('.row-main').nth(3).click();
      await page.getByRole('button', { name: 'Save' }).waitFor();
    },
  ],
  week: ['/week'],
  booking: [
    '/week/2026-W06?book=1',
    (page) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^Book / })
        .waitFor(),
  ],
  sources: ['/sources'],
  settings: ['/settings'],
  palette: [
    '/today',
    (page) => page.keyboard.press('Control+k').then(() => page.getByRole('option').nth(3).waitFor()),
  ],
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages look as they did, ${colorScheme}`, async ({ shown }) => {
    const page = await shown.open('/today', { colorScheme });
    for (const [name, [address, reach]] of Object.entries(SHOWN)) {
      await go(page, address);
      await reach?.(page);
      await page.mouse.move(0, 0);
      await expect.soft(page).toHaveScreenshot(`${name}-${colorScheme}.png`, {
        animations: 'disabled',
        maxDiffPixelRatio: 0.002,
        stylePath: join(import.meta.dirname, '..', '..', 'pictures', 'still.css'),
      });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      // The next page begins with nothing in focus.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    await page.context().close();
  });
}
