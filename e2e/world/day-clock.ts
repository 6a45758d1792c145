// The clock of a day, as a pointer works on it.
import type { Page } from '@playwright/test';

/** The lane of entries on the clock. */
const lane = (page: Page) => page.getByRole('group', { name: 'Entries on the clock' });
/** A stretch on the clock, by what its name says. */
export const block = (page: Page, name: string | RegExp) => lane(page).getByRole('button', { name });

/** Takes hold of a block, or of one of its ends, and lets go of it some pixels (minutes) further down. */
export async function drag(
  page: Page,
  name: RegExp,
  by: number,
  { grip = 'middle', drop = true }: { grip?: 'top' | 'middle' | 'bottom'; drop?: boolean } = {},
) {
  await block(page, name).scrollIntoViewIfNeeded();
  const box = (await block(page, name).boundingBox())!;
  const x = box.x + 40;
  const y = { top: box.y + 2, middle: box.y + box.height / 2, bottom: box.y + box.height - 2 }[grip];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + by / 2, { steps: 4 });
  await page.mouse.move(x, y + by, { steps: 4 });
  if (drop) await page.mouse.up();
}
