import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DayShape } from '#shared/contract/shapes.ts';
import { block, drag } from '../../world/day-clock.ts';
import { expect, test } from '../../world/headless-story.ts';

const DAY = '2026-02-10';
const openDay = (page: Page, date: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/today/${date}`);

async function undo(page: Page) {
  await page.keyboard.press('Control+z');
}

test.beforeEach(async ({ stint }) => {
  await stint.json('log', `09:00-10:00 TB-042 sockets ${DAY}`);
  await stint.json('log', `11:00-12:30 APP-019 login ${DAY}`);
});

test('entries are dragged, resized, split and merged on the clock; each step is undone', async ({
  stint,
  host,
  browse,
}) => {
  const page = await browse(await host());
  await openDay(page, DAY);
  await expect(block(page, /09:00–10:00: TB-042 1h/)).toBeVisible();

  // Moved, and the words say where to while it is dragged.
  await drag(page, /TB-042/, 63, { drop: false });
  await expect(page.getByText('10:05–11:05 · 1h · 5m also on APP-019')).toBeVisible();
  await page.mouse.up();
  await expect(block(page, /10:05–11:05: TB-042 1h/)).toBeFocused();
  await undo(page);
  await expect(block(page, /09:00–10:00: TB-042 1h/)).toBeVisible();

  // Escape puts it back; nothing is written.
  await drag(page, /TB-042/, 90, { drop: false });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(block(page, /09:00–10:00: TB-042 1h/)).toBeVisible();

  // Both ends.
  await drag(page, /APP-019/, 31, { grip: 'bottom' });
  await expect(block(page, /11:00–13:00: APP-019 2h/)).toBeVisible();
  await drag(page, /APP-019/, -14, { grip: 'top' });
  await expect(block(page, /10:45–13:00: APP-019 2h15m/)).toBeVisible();
  await expect
    .poll(async () => (await stint.json<DayShape>('day', DAY)).entries.map((entry) => entry.minutes))
    .toEqual([60, 135]);
  // Each press counts, however quickly one follows the other.
  await undo(page);
  await undo(page);
  await expect(block(page, /11:00–12:30/)).toBeVisible();

  // Split where the pointer is, by key; undone; by the menu; then merged again.
  const box = (await block(page, /APP-019/).boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 30);
  await page.keyboard.press('x');
  await expect(block(page, /11:00–11:30: APP-019 30m/)).toBeVisible();
  await expect(block(page, /11:30–12:30: APP-019 1h/)).toBeVisible();
  await undo(page);
  await expect(block(page, /11:00–12:30: APP-019 1h30m/)).toBeVisible();
  await block(page, /APP-019/).click({ button: 'right', position: { x: 40, y: 60 } });
  await page.getByRole('menuitem', { name: 'Split at 12:00' }).click();
  await expect(block(page, /12:00–12:30: APP-019 30m/)).toBeVisible();
  await block(page, /11:00–12:00/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Merge with APP-019 login' }).click();
  await expect(block(page, /11:00–12:30: APP-019 1h30m/)).toBeFocused();
  await undo(page);
  await expect(block(page, /12:00–12:30/)).toBeVisible();
});

test('time is drawn, a gap is filled, a ticket changed, a gap was a break', async ({
  stint,
  host,
  browse,
  wasThere,
}) => {
  await wasThere(`${DAY}T13:00:00+01:00`, `${DAY}T14:00:00+01:00`);
  await wasThere(`${DAY}T15:00:00+01:00`, `${DAY}T15:30:00+01:00`);
  const page = await browse(await host());
  await openDay(page, DAY);

  // Drawn over the first half of the gap.
  const gap = page.locator('[data-gap]').first();
  await gap.scrollIntoViewIfNeeded();
  const box = (await gap.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 31, { steps: 4 });
  await page.mouse.up();
  const form = page.getByRole('dialog', { name: 'New entry, 13:00–13:30' });
  await expect(form.getByLabel('Description')).toBeFocused();
  await form.getByRole('button', { name: /Ticket/ }).click();
  await page.getByRole('dialog', { name: 'Ticket' }).getByRole('combobox').pressSequentially('app19');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: 'Ticket: APP-019' })).toBeFocused();
  await form.getByLabel('Description').fill('call');
  await page.keyboard.press('Enter');
  await expect(block(page, /13:00–13:30: APP-019 30m call/)).toBeFocused();
  await undo(page);
  await expect(block(page, /APP-019 30m call/)).toHaveCount(0);

  // The ticket of a block, by key; what is typed in full is taken.
  await block(page, /TB-042/).focus();
  await page.keyboard.press('t');
  await page.getByRole('dialog', { name: 'Change ticket' }).getByRole('combobox').pressSequentially('HR-7');
  await page.keyboard.press('Enter');
  await expect(block(page, /09:00–10:00: HR-7 1h/)).toBeFocused();
  await undo(page);
  await expect(block(page, /09:00–10:00: TB-042 1h/)).toBeVisible();

  // A gap was a break: it stays away, and comes back by undo or by asking again.
  const rows = page.getByRole('region', { name: 'Entries' });
  const open = rows.getByRole('button', { name: /1h untracked/ });
  await open.focus();
  await page.keyboard.press('b');
  await expect(open).toHaveCount(0);
  await expect.poll(async () => (await stint.json<DayShape>('day', DAY)).totals.untracked).toBe(30);
  await undo(page);
  await expect(open).toBeVisible();
  await rows.getByRole('button', { name: 'Ignore' }).first().click();
  await expect(open).toHaveCount(0);
  await rows.getByRole('button', { name: 'Ask again' }).click();
  await expect(open).toBeVisible();
});

const PLANNING = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:planning@example.com
DTSTAMP:20260201T000000Z
DTSTART:20260210T140000Z
DTEND:20260210T150000Z
SUMMARY:Planning
END:VEVENT
END:VCALENDAR
`;

test('what an entry rests on lights with it, both ways, and says why', async ({
  stint,
  home,
  host,
  browse,
}) => {
  const file = join(home, 'own.ics');
  writeFileSync(file, PLANNING.replaceAll('\n', '\r\n'));
  await stint.json('config', 'set', 'calendar.ics', JSON.stringify([file]));
  await stint.json('derive', DAY);
  const page = await browse(await host());
  await openDay(page, DAY);
  const meeting = page.getByRole('group', { name: 'Calendar' }).getByRole('button');
  const row = page.locator('.row', { hasText: 'Planning' });
  const why = page.locator('.why-line');
  await expect(block(page, /Planning/)).toHaveCount(1);

  // From the evidence to the entry, by focus and by pointer.
  await meeting.focus();
  await expect(row).toHaveClass(/is-lit/);
  await expect(page.locator('.entry-block.is-lit')).toHaveCount(1);
  await expect(why).toContainText('Planning → No ticket 1h');
  await block(page, /TB-042/).focus();
  await expect(row).not.toHaveClass(/is-lit/);
  await expect(page.locator('.lane-span.is-lit')).toHaveCount(0);
  await meeting.hover();
  await expect(row).toHaveClass(/is-lit/);

  // From the entry to the evidence, on the clock and in the list.
  await block(page, /Planning/).focus();
  await expect(page.locator('.lane-span.is-lit')).toHaveCount(1);
  await row.getByRole('button', { name: /Planning/ }).focus();
  await expect(page.locator('.lane-span.is-lit')).toHaveCount(1);
  await expect(why).toContainText('No ticket 1h');
});

test('an entry without a time of day is dragged onto the clock', async ({ stint, host, browse }) => {
  await stint.json('log', `45m on HR-7 for training ${DAY}`);
  const page = await browse(await host());
  await openDay(page, DAY);
  const chip = page
    .getByRole('group', { name: 'Without a time of day' })
    .getByRole('button', { name: /HR-7/ });
  const from = (await chip.boundingBox())!;
  const at = (await block(page, /APP-019/).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + at.height + 10, { steps: 6 });
  await page.mouse.move(at.x + 60, at.y + at.height + 2, { steps: 3 });
  await expect(page.getByText('12:30–13:15 · 45m')).toBeVisible();
  await page.mouse.up();
  await expect(block(page, /12:30–13:15: HR-7 45m/)).toBeVisible();
  await expect(chip).toHaveCount(0);
  await undo(page);
  await expect(chip).toBeVisible();
});

test('the keyboard is enough on the clock', async ({ stint, host, browse }) => {
  const page = await browse(await host());
  await openDay(page, DAY);
  await block(page, /TB-042/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(block(page, /APP-019/)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Shift+Alt+ArrowDown');
  await page.keyboard.press('Shift+Alt+ArrowLeft');
  await expect(block(page, /11:05–12:45: APP-019 1h40m/)).toBeFocused();
  await expect.poll(async () => (await stint.json<DayShape>('day', DAY)).entries.at(-1)?.minutes).toBe(100);
  // Presses that follow each other are one step.
  await undo(page);
  await expect(block(page, /11:00–12:30/)).toBeFocused();

  await page.keyboard.press('x');
  await expect(block(page, /11:00–11:45: APP-019 45m/)).toBeFocused();
  // What undo takes away leaves the keyboard beside it.
  await page.keyboard.press('ArrowDown');
  await expect(block(page, /11:45–12:30: APP-019 45m/)).toBeFocused();
  await undo(page);
  await expect(block(page, /11:00–12:30: APP-019 1h30m/)).toBeFocused();

  await page.keyboard.press('x');
  await expect(block(page, /11:00–11:45: APP-019 45m/)).toBeFocused();
  await page.keyboard.press('m');
  await expect(block(page, /11:00–12:30: APP-019 1h30m/)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(block(page, /11:00–12:30/)).toBeFocused();
  // The keys that stand in the menu work in it.
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /Split/ })).toBeFocused();
  await page.keyboard.press('x');
  await expect(block(page, /11:00–11:45: APP-019 45m/)).toBeFocused();
  await undo(page);
  await expect(block(page, /11:00–12:30/)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(block(page, /APP-019/)).toHaveCount(0);
  await expect(block(page, /TB-042/)).toBeFocused();
  await undo(page);
  await expect(block(page, /APP-019/)).toBeVisible();

  // Enter opens the row; times are typed there; Ctrl+Enter in a field saves and confirms.
  await block(page, /TB-042/).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Start', { exact: true })).toHaveValue('09:00');
  await page.getByLabel('End', { exact: true }).fill('10:20');
  await page.keyboard.press('Control+Enter');
  await expect(block(page, /09:00–10:20: TB-042 1h20m/)).toBeVisible();
  await expect.poll(async () => (await stint.json<DayShape>('day', DAY)).status).toBe('reviewed');
});

test('a day of 25 hours is drawn whole, and its double hour is told apart', async ({
  stint,
  host,
  browse,
}) => {
  const long = '2026-10-25';
  await stint.json('log', `01:00-02:00 TB-9 release ${long}`);
  const page = await browse(await host());
  await openDay(page, long);
  await expect(block(page, /01:00–02:00/)).toBeVisible();
  expect(await page.locator('.hour').count()).toBe(26);
  await expect(page.locator('.hour', { hasText: 'CEST' })).toHaveCount(1);

  // Through both of them: two hours later the clock shows one hour more.
  await drag(page, /TB-9/, 120);
  await expect(block(page, /03:00–04:00|02:00 CET–03:00/)).toBeFocused();
  await drag(page, /TB-9/, -60, { grip: 'top' });
  const [entry] = (await stint.json<DayShape>('day', long)).entries;
  await expect.poll(async () => (await stint.json<DayShape>('day', long)).entries[0]?.minutes).toBe(120);
  expect(entry!.ticket).toBe('TB-9');

  await openDay(page, '2026-03-29');
  await expect(page.locator('.hour')).toHaveCount(24);
});

test('what is submitted is not dragged, and says why', async ({ stint, host, browse }) => {
  await stint.json('confirm', DAY);
  await stint.json('submit', '2026-W07');
  const page = await browse(await host());
  await openDay(page, DAY);
  await block(page, /TB-042/).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('This day is submitted. Open the entry to append a correction.')).toBeVisible();
  await drag(page, /TB-042/, 60);
  await expect(block(page, /09:00–10:00: TB-042 1h/)).toBeVisible();
  expect((await stint.json<DayShape>('day', DAY)).entries[0]!.startedAt).toBe(`${DAY}T08:00:00.000Z`);
});
