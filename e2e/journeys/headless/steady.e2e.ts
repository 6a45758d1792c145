// The window holds still and fits: no jumps while it loads, no pushing sideways at any size or zoom, no spinner too early.
import type { Page } from '@playwright/test';
import { expect, go, PAGES, stands, test } from '../../world/shown-story.ts';

test.describe.configure({ mode: 'default', timeout: 120_000 });

/** What a layout may shift while it loads, as Chromium sums it up (web.dev "CLS"); 0.1 counts as good. */
const STEADY = 0.02;

test('nothing jumps while a page comes', async ({ shown }) => {
  const moved: Record<string, number> = {};
  for (const address of PAGES) {
    const page = await shown.open('/today');
    await page.addInitScript(() => {
      const kept = window as unknown as { shifts: number };
      kept.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          kept.shifts += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // From nothing to the page, then away to another and back.
    await page.goto(`${shown.host.url}/?from=nothing#${address}`);
    await stands(page);
    await go(page, address === '/sessions' ? '/today' : '/sessions');
    await go(page, address);
    await settled(page);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number }).shifts);
    if (shifts > STEADY) moved[address] = shifts;
    await page.context().close();
  }
  expect(moved).toEqual({});
});

/** Two frames after which nothing was asked of the host any more. */
async function settled(page: Page): Promise<void> {
  await stands(page);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** In CSS pixels; a zoom makes fewer of them out of the same window. */
const SIZES = {
  'the smallest window': { width: 900, height: 600 },
  '1280 × 800 at 90 %': { width: 1422, height: 889 },
  '1280 × 800 at 150 %': { width: 853, height: 533 },
  '1280 × 800 at 200 %': { width: 640, height: 400 },
  'a wide screen': { width: 2560, height: 1440 },
} as const;

for (const [name, viewport] of Object.entries(SIZES)) {
  test(`everything fits: ${name}`, async ({ shown }) => {
    const wide: Record<string, readonly string[]> = {};
    // German words are the longer ones; the room is the same.
    const page = await shown.open('/today', { viewport });
    for (const address of [...PAGES, '/today/2026-02-13', '/today/2026-02-06', '/week/2026-W06']) {
      await go(page, address);
      const found = await page.evaluate(tooWide);
      if (found.length > 0) wide[address] = found;
    }
    expect(wide).toEqual({});
    // What is pressed most is there without scrolling sideways, and can be reached.
    await go(page, '/today');
    const confirm = page.getByRole('button', { name: 'Confirm', exact: true });
    await confirm.scrollIntoViewIfNeeded();
    await expect(confirm).toBeInViewport({ ratio: 1 });
    const quickAdd = page.getByRole('textbox', { name: 'Quick add' });
    await quickAdd.scrollIntoViewIfNeeded();
    await expect(quickAdd).toBeInViewport({ ratio: 1 });
    await page.context().close();
  });
}

/** In the page: what reaches past its side or has to be pushed sideways. A table of days may (WCAG 1.4.10 leaves tables out). */
function tooWide(): string[] {
  const edge = document.documentElement.clientWidth;
  const found: string[] = [];
  /** Words that are too long end in dots inside their own box. */
  const isCut = (element: Element): boolean => {
    for (let box = element.parentElement; box !== null && box.id !== 'page'; box = box.parentElement)
      if (getComputedStyle(box).overflowX === 'hidden') return box.getBoundingClientRect().right <= edge + 1;
    return false;
  };
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.sr-only, .skip, .week-scroll, .mantine-VisuallyHidden-root') !== null) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width === 0) continue;
    const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    if ((right > edge + 1 || left < -1) && !isCut(element))
      found.push(`${name} reaches from ${Math.round(left)} to ${Math.round(right)}`);
    const { overflowX } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
      found.push(`${name} is ${element.scrollWidth} wide in ${element.clientWidth}`);
  }
  return found.slice(0, 5);
}

test('what is slow shows its outline, what is quick shows nothing in between', async ({ shown }) => {
  const page = await shown.open('/sessions');
  const outline = page.locator('.mantine-Skeleton-root');
  const waiting: (() => void)[] = [];
  let isHeld = true;
  const asked = new Promise<void>((resolve) => {
    void page.route('**/rpc/week/**', async (route) => {
      resolve();
      if (isHeld) await new Promise<void>((go) => waiting.push(go));
      await route.continue();
    });
  });
  const since = Date.now();
  await page.evaluate(() => {
    location.hash = '/week/2026-W05';
  });
  await asked;
  await outline.first().waitFor();
  expect(Date.now() - since).toBeGreaterThanOrEqual(300);
  isHeld = false;
  for (const go of waiting) go();
  await stands(page);
  await expect(outline).toHaveCount(0);
  await page.context().close();
});

test('nothing moves where people asked for stillness', async ({ shown }) => {
  const page = await shown.open('/today', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      }).length,
  );
  expect(moving).toBe(0);
  await page.context().close();
});
