// What waits for the person, as the window shows it: read, answered and put off with the keyboard, beside the work.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DayShape } from '#shared/contract/shapes.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { expect, test } from '../../world/headless-story.ts';
import { localNoon } from '../../world/local-noon.ts';
import { until } from '../../world/wait.ts';

const list = (page: Page) => page.getByRole('region', { name: 'What waits for you' });
const waiting = async (stint: CommandLine): Promise<string[]> =>
  (await stint.json<{ title: string }[]>('prompts')).map(({ title }) => title);
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Somebody for whom every day is a working day, and it is about noon. @param end of work, in minutes from now. */
async function somebody(stint: CommandLine, end: number) {
  const here = localNoon();
  await stint.json('config', 'set', 'time.zone', here.zone);
  await stint.json('config', 'set', 'time.workingDays', '[1,2,3,4,5,6,7]');
  await stint.json('config', 'set', 'reminders.week', 'false');
  await stint.json('config', 'set', 'reminders.workBlocks', JSON.stringify([`00:00-${here.clock(end)}`]));
}

test('absences are answered in one list, a day is put off, all by keyboard and with nobody left out', async ({
  stint,
  host,
  browse,
  wasThere,
}) => {
  await somebody(stint, -1);
  await stint.json('log', '6h on TB-042 for socket config');
  await wasThere(
    ...[minutesAgo(200), minutesAgo(140), minutesAgo(100), minutesAgo(80)],
    ...[minutesAgo(60), minutesAgo(2)],
  );
  expect(await waiting(stint)).toEqual(['You were away 2 times.', 'Today: 6h of 8h.']);

  const page = await browse(await host());
  const bell = page.getByRole('button', { name: '3 things wait for you' });
  await expect(bell).toBeVisible();
  // What waited before shows its number and covers nothing.
  await expect(list(page)).toBeHidden();
  await bell.focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('#prompts').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Break/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page).getByText('You were away', { exact: false })).toHaveText(/\d\d:\d\d–\d\d:\d\d\.$/);
  await expect(list(page)).toBeFocused();

  await page.getByRole('button', { name: /^Ticket for/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('TB-042');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Away from the machine/ })).toBeVisible();
  const { entries } = await stint.json<DayShape>('day');
  expect(entries.map(({ ticket, minutes }) => [ticket, minutes])).toEqual([
    ['TB-042', 20],
    ['TB-042', 360],
  ]);

  await expect(list(page).getByText('Today: 6h20m of 8h.')).toBeVisible();
  await list(page).getByRole('button', { name: 'Later' }).click();
  await list(page).getByRole('button', { name: 'Tomorrow' }).click();
  await expect(list(page).getByText('Nothing waits for you.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Nothing waits for you' })).toBeFocused();
  expect(await waiting(stint)).toEqual([]);
  await stint.json('config', 'set', 'app.language', 'de');
  await expect(page.getByRole('button', { name: 'Nichts wartet auf dich' })).toBeVisible();
});

test('a meeting on a ticket: the offer comes up by itself and is taken; a budget leads to where it stands', async ({
  stint,
  home,
  host,
  browse,
}) => {
  await somebody(stint, 60);
  await stint.json('config', 'set', 'reminders.endOfDay', 'false');
  await stint.json('start', 'TB-042', 'socket config');
  const page = await browse(await host());
  await page.getByRole('button', { name: 'Nothing waits for you' }).waitFor();

  const stamp = (minutes: number): string => minutesAgo(-minutes).replaceAll(/[-:]|\.\d+/g, '');
  const file = join(home, 'team.ics');
  await writeFile(
    file,
    calendarOf(`UID:now\nSUMMARY:APP-100 stand-up\nDTSTART:${stamp(-5)}\nDTEND:${stamp(25)}`),
  );
  await stint.json('config', 'set', 'calendar.ics', JSON.stringify([file]));
  await expect(list(page).getByText('“APP-100 stand-up” goes on until', { exact: false })).toBeVisible();
  await expect(list(page).getByText('TB-042 runs. Switch to APP-100?')).toBeVisible();
  expect(await list(page).evaluate((region) => region.contains(document.activeElement))).toBe(false);
  await list(page).getByRole('button', { name: 'Switch' }).click();
  await expect(page.getByRole('region', { name: 'Session' })).toContainText('APP-100');
  await expect(list(page).getByText('Nothing waits for you.')).toBeVisible();

  await stint.json('project', 'edit', 'TB', '--name', 'Tracker', '--budget-hours', '2');
  await stint.json('log', '2h on TB-042 for planning');
  await until('the budget to wait', async () => (await waiting(stint)).length === 1);
  await expect(list(page).getByText('Tracker has used up its budget.')).toBeVisible();
  await list(page).getByRole('button', { name: 'Open the budget' }).click();
  await expect(page.getByRole('button', { name: 'Budget of Tracker' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(list(page)).toBeHidden();
});
