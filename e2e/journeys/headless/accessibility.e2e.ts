// Nobody is left out: axe on every page in every dress, and what axe cannot see.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, go, PAGES, stands, test, type Look } from '../../world/shown-story.ts';
import { THURSDAY } from '../../world/shown-week.ts';

// One worker: the week is made once.
test.describe.configure({ mode: 'default', timeout: 180_000 });

const LAWS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; everything else is the same in every dress. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const DRESSES: Readonly<Record<string, readonly [look: Look, rules: readonly string[] | null]>> = {
  light: [{ colorScheme: 'light' }, null],
  dark: [{ colorScheme: 'dark' }, OF_COLOURS],
  'forced colours': [{ colorScheme: 'dark', forcedColors: 'active' }, OF_COLOURS],
};
/**
 * Drawn to the scale of the day. What a press on it does, the row of the list beside it does too, and that one is large
 * enough (WCAG 2.5.8, "Equivalent").
 */
const TO_SCALE = '.timeline-sheet';

const press = (page: Page, key: string) => page.keyboard.press(key);
/** Every page, and every layer that lies over one: how one gets there. */
const VIEWS: Readonly<Record<string, readonly [address: string, reach?: (page: Page) => Promise<unknown>]>> =
  {
    'a day with entries': ['/today'],
    'an opened row': [
      '/today',
      async (page) => {
        await page.locator('.row-main').first().click();
        await page.getByRole('button', { name: 'Save' }).waitFor();
      },
    ],
    'an empty day': ['/today/2026-02-13'],
    'a day that was submitted': ['/today/2026-02-06'],
    'the week': ['/week'],
    'the booking sheet': [
      '/week/2026-W06?book=1',
      (page) =>
        page
          .getByRole('dialog')
          .getByRole('button', { name: /^Book / })
          .waitFor(),
    ],
    sessions: ['/sessions'],
    sources: ['/sources'],
    'what leaves this machine': ['/sources/outgoing'],
    'a report of a week': ['/reports/timesheet?period=2026-W07'],
    customers: ['/customers'],
    connections: ['/connections'],
    settings: ['/settings'],
    'the palette': [
      '/today',
      (page) => press(page, 'Control+k').then(() => page.getByRole('combobox').waitFor()),
    ],
    'the shortcuts': ['/today', (page) => press(page, '?').then(() => page.getByRole('dialog').waitFor())],
  };

/** What axe finds, one line each: the rule, and where. @param rules null: all of them. */
async function faults(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === null ? axe.withTags(LAWS) : axe.withRules([...rules])).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({
      id,
      target: target.join(' '),
      why: failureSummary?.split('\n')[1]?.trim() ?? '',
    })),
  );
  const drawn = await Promise.all(
    found.map(
      async ({ id, target }) =>
        id === 'target-size' && (await page.locator(TO_SCALE).locator(target).count()) > 0,
    ),
  );
  return found.filter((_, at) => !drawn[at]).map(({ id, target, why }) => `${id} ${target}: ${why}`);
}

for (const [dress, [look, rules]] of Object.entries(DRESSES)) {
  test(`axe finds nothing, ${dress}`, async ({ shown }) => {
    const found: Record<string, string[]> = {};
    const page = await shown.open('/today', look);
    for (const [name, [address, reach]] of Object.entries(VIEWS)) {
      await go(page, address);
      await reach?.(page);
      const lines = await faults(page, rules);
      if (lines.length > 0) found[name] = lines;
      // Layers are left the way people leave them.
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.context().close();
    expect(found).toEqual({});
  });
}

test('axe finds nothing on the first start', async ({ host, browse, stint }) => {
  await stint.json('repo', 'list');
  const page = await browse(await host());
  await page.getByRole('heading').first().waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await faults(page)).toEqual([]);
  }
});

test('what has the focus is seen, on every page, and nothing lies over it', async ({ shown }) => {
  const found: Record<string, string[]> = {};
  for (const address of PAGES) {
    const page = await shown.open(address);
    const hidden = new Set<string>();
    for (let stop = 0; stop < 60; stop += 1) {
      await press(page, 'Tab');
      const said = await page.evaluate(focusFault);
      if (said === 'the end') break;
      if (said !== null) hidden.add(said);
    }
    if (hidden.size > 0) found[address] = [...hidden];
    await page.context().close();
  }
  expect(found).toEqual({});
});

/** In the page: why the focus is not seen, `the end` when it left the page, or null. */
function focusFault(): string | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return 'the end';
  const name = `${focused.tagName.toLowerCase()}.${focused.getAttribute('class') ?? ''} ${focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 30)}`;
  const ringed = (element: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  // A field may leave its ring to the box it lies in; a switch or box, to the picture of it beside the real one.
  let around: Element | null = focused;
  let seen = false;
  for (let level = 0; around !== null && level < 3; level += 1, around = around.parentElement) {
    seen ||= ringed(around) || [...around.children].some((child) => level <= 1 && ringed(child));
  }
  if (!seen) return `no ring: ${name}`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  if (right - left <= 2 || bottom - top <= 2) return null;
  if (bottom <= 0 || top >= innerHeight) return `out of sight: ${name}`;
  const over = document.elementFromPoint(
    (left + right) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  );
  const isOwn =
    over === null ||
    over.contains(focused) ||
    focused.contains(over) ||
    over.closest('label, .mantine-Checkbox-root, .mantine-Switch-root, .mantine-SegmentedControl-root') !==
      null;
  return isOwn ? null : `covered by ${over.tagName}.${over.getAttribute('class')}: ${name}`;
}

test('the focus comes back when a dialog is left', async ({ shown }) => {
  const page = await shown.open('/today');
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  for (const name of ['Keyboard shortcuts', /Go to or do/] as const) {
    const opener = page.getByRole('banner').getByRole('button', { name });
    await opener.focus();
    const before = await focused();
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(before);
  }
  await page.context().close();

  const week = await shown.open('/week/2026-W06');
  const book = week.getByRole('button', { name: 'Book in Productive.io…' });
  await book.focus();
  await press(week, 'Enter');
  await week.getByRole('dialog').waitFor();
  await press(week, 'Escape');
  await week.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect(book).toBeFocused();
  await week.context().close();
});

test('the first key leads past the rail', async ({ shown }) => {
  const page = await shown.open('/today');
  await press(page, 'Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await press(page, 'Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/today');
  await page.context().close();
});

test('every page says where one is, in the language it is written in', async ({ shown }) => {
  const page = await shown.open('/today');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const [address, title] of [
    ['/today', 'Today'],
    ['/week', 'Week'],
    ['/sessions', 'Sessions'],
    ['/sources', 'Sources'],
    ['/reports', 'Reports'],
    ['/connections', 'Connections'],
    ['/settings', 'Settings'],
  ] as const) {
    await go(page, address);
    await expect(page).toHaveTitle(`${title} · Stint`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]')).toHaveText(
      title,
    );
  }
  await page.context().close();
});

test('live regions speak of changes only', async ({ shown }) => {
  const page = await shown.open(`/today/${THURSDAY}`, { runningClock: true });
  await stands(page);
  // A session runs, and its time goes on in sight; a minute and more of it is nothing to be told.
  const said = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const heard: string[] = [];
        const observer = new MutationObserver((changes) => {
          for (const { target } of changes) {
            const element = target instanceof Element ? target : target.parentElement;
            const region = element?.closest(
              '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer]',
            );
            if (region) heard.push(region.textContent);
          }
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => resolve(heard), 3000);
      }),
  );
  expect(said).toEqual([]);
  await page.context().close();
});
