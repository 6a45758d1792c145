import type { CDPSession, Page } from '@playwright/test';
import type { DayShape } from '#shared/contract/shapes.ts';
import { launchBrowser } from '../../world/browser.ts';
import { expect, test } from '../../world/headless-story.ts';

const DAY = '2026-02-10';

/** A finger on the page, as the machine tells the browser of one. */
function finger(cdp: CDPSession) {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  return {
    down: (x: number, y: number) => touch('touchStart', x, y),
    async move(x: number, from: number, to: number) {
      for (let step = 1; step <= 6; step++) await touch('touchMove', x, from + ((to - from) * step) / 6);
    },
    up: () => touch('touchEnd'),
  };
}

const block = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Entries on the clock' }).getByRole('button', { name });
const held = (page: Page) => page.locator('.lane-wide[data-dragging]');

test('a finger that rests drags, resizes and draws; one that moves scrolls', async ({
  stint,
  host,
}, info) => {
  await stint.json('log', `09:00-11:00 TB-042 sockets ${DAY}`);
  const browser = await launchBrowser();
  if (browser === null) return info.skip(true, 'No Chrome or Chromium on this machine.');
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto((await host()).open);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/today/${DAY}`);
  await expect(block(page, /09:00–11:00: TB-042/)).toBeVisible();
  const touch = finger(await context.newCDPSession(page));
  const boxOf = async (name: RegExp) => {
    await block(page, name).scrollIntoViewIfNeeded();
    return (await block(page, name).boundingBox())!;
  };
  const scrolled = () => page.locator('.timeline-scroll').evaluate((view) => view.scrollTop);

  // One that moves at once scrolls, and moves nothing else.
  let box = await boxOf(/TB-042/);
  const was = await scrolled();
  await touch.down(box.x + 60, box.y + 60);
  await touch.move(box.x + 60, box.y + 60, box.y - 40);
  await touch.up();
  await expect.poll(scrolled).toBeGreaterThan(was);
  await expect(block(page, /09:00–11:00: TB-042/)).toBeVisible();

  // One that rests takes hold: of the whole, of an end.
  box = await boxOf(/TB-042/);
  await touch.down(box.x + 60, box.y + 60);
  await expect(held(page)).toBeVisible();
  await touch.move(box.x + 60, box.y + 60, box.y + 120);
  await expect(page.getByText('10:00–12:00 · 2h')).toBeVisible();
  await touch.up();
  await expect(block(page, /10:00–12:00: TB-042 2h/)).toBeVisible();
  box = await boxOf(/TB-042/);
  await touch.down(box.x + 60, box.y + box.height - 10);
  await expect(held(page)).toHaveAttribute('data-dragging', 'end');
  await touch.move(box.x + 60, box.y + box.height - 10, box.y + box.height + 20);
  await touch.up();
  await expect(block(page, /10:00–12:30: TB-042 2h30m/)).toBeVisible();
  await expect
    .poll(async () => (await stint.json<DayShape>('day', DAY)).entries.map((entry) => entry.minutes))
    .toEqual([150]);

  // Let go where it was: what else can be done with it.
  box = await boxOf(/TB-042/);
  await touch.down(box.x + 60, box.y + 60);
  await expect(held(page)).toBeVisible();
  await touch.up();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();

  // And time is drawn where there is none. A page that is busy hears of the machine's own menu first: it means the same.
  const [x, y] = [box.x + 60, box.y + box.height + 30];
  await touch.down(x, y);
  const isOurs = await page.evaluate(
    (at) => {
      const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
      return !document.elementFromPoint(at.x, at.y)!.dispatchEvent(menu);
    },
    { x, y },
  );
  expect(isOurs).toBe(true);
  await expect(held(page)).toBeVisible();
  await expect(page.getByText('13:00–13:30 · 30m')).toBeVisible();
  await touch.move(box.x + 60, box.y + box.height + 30, box.y + box.height + 75);
  await touch.up();
  await expect(page.getByRole('dialog', { name: 'New entry, 13:00–13:45' })).toBeVisible();
  await browser.close();
});
