// A week told as people live it: typed into, asked about, confirmed, submitted and booked; with the mouse, and without.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { OpenQuestions } from '#shared/contract/question-operations.ts';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import { connect, DAYS, expect, test, UNIT, WEEK } from '../../world/booking-desk.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { makeRepository } from '../../world/repository.ts';

test.describe.configure({ timeout: 120_000 });

const STANDUP =
  'UID:daily\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20260202T093000\nDURATION:PT15M\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU';

/** Two days of commits with a meeting on each, a third of writing by hand, and an hour of Tuesday nobody can explain. */
async function makeWeek(
  stint: CommandLine,
  workspace: string,
  wasThere: (...times: string[]) => Promise<void>,
): Promise<void> {
  const repository = makeRepository(workspace, 'auction');
  repository.commit(`${DAYS[0]}T09:50:00+01:00`, 'TB-042: fix socket');
  repository.commit(`${DAYS[1]}T09:50:00+01:00`, 'TB-051: lock the row');
  await stint.json('repo', 'add', workspace);
  const file = join(workspace, 'team.ics');
  await writeFile(file, calendarOf(STANDUP));
  await stint.json('config', 'set', 'calendar.ics', JSON.stringify([file]));
  const at = (day: string, from: string, to: string) => [`${day}T${from}:00+01:00`, `${day}T${to}:00+01:00`];
  await wasThere(
    ...at(DAYS[0], '09:00', '11:30'),
    ...at(DAYS[1], '09:00', '11:30'),
    ...at(DAYS[1], '14:00', '15:00'),
  );
  await stint.json('log', `8h on TB-060 for the workshop on ${DAYS[2]}`);
}

const week = (stint: CommandLine, name = WEEK) => stint.json<WeekShape>('week', name);
const open = (page: Page, name = WEEK) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/week/${name}`);
const cellOf = (page: Page, ticket: string, column: number): Locator =>
  page.locator(`tr[data-ticket="${ticket}"] td[data-column="${column}"]`);
const card = (page: Page): Locator => page.locator('.question-card');
const asked = (page: Page): Locator => card(page).getByRole('heading');
const answer = (page: Page, name: RegExp | string): Promise<void> =>
  card(page).getByRole('button', { name }).click();
/** What a cell shows, after the names of its sources. */
const time = (text: string): RegExp => new RegExp(`(^|[a-z])${text}$`);
const rowOf = async (stint: CommandLine, ticket: string | null) =>
  (await week(stint)).tickets.find((row) => row.ticket === ticket)?.days;

test('a week is typed into, asked about, confirmed and submitted with the mouse', async ({
  stint,
  workspace,
  wasThere,
  host,
  browse,
}) => {
  await makeWeek(stint, workspace, wasThere);
  const page = await browse(await host());
  await open(page);
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('2h15m'));
  await expect(page.getByRole('heading', { name: /^\d questions, about \d minutes?$/ })).toBeVisible();

  // A cell that rests on one entry: the entry is as long as the person says; every sum follows.
  await cellOf(page, 'TB-042', 0).click();
  await page.getByRole('textbox', { name: /^Time on TB-042, Mon,? 9 Feb$/ }).fill('+45m');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('3h'));
  await expect(page.locator('.week-totals')).toContainText('3h15m');
  expect(await rowOf(stint, 'TB-042')).toEqual([180, 0, 0, 0, 0, 0, 0]);

  // An empty cell: what it went into is asked in place.
  await cellOf(page, 'TB-042', 2).click();
  await page.keyboard.type('30m');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'What did the 30m go into?' }).fill('review');
  await page.getByRole('button', { name: 'Add 30m' }).click();
  await expect(cellOf(page, 'TB-042', 2)).toHaveText(time('30m'));

  // Several entries: more minutes were typed by hand; less of what git saw is for the person to say.
  await stint.json('log', `30m on TB-042 for docs on ${DAYS[0]}`);
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('3h30m'));
  await cellOf(page, 'TB-042', 0).click();
  await page.keyboard.type('2h');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1h30m less: say which entry gets shorter.')).toBeVisible();
  const ofGit = page.getByRole('textbox', { name: 'Time of fix socket' });
  await ofGit.fill('1h30m');
  await ofGit.press('Enter');
  await expect(page.getByText('less: say which')).toBeHidden();
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('2h'));

  // A ticket that has no row yet.
  await page.getByRole('button', { name: /^Add a ticket/ }).click();
  await page.keyboard.type('NEW-7');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'NEW-7', 0)).toBeFocused();

  // What is open: the series once, the hour that nothing explains; then the days.
  await expect(asked(page)).toHaveText('“Stand-up” has no ticket');
  await expect(card(page)).toContainText('2 meetings, 30m together');
  await answer(page, /TB-042/);
  await expect(page.getByText('“Stand-up” is always booked on TB-042')).toBeVisible();
  await expect(asked(page)).toHaveText('Away for 2h30m');
  await answer(page, /Not worth an entry/);
  await expect(asked(page)).toHaveText('1h untracked');
  expect(await rowOf(stint, null)).toBeUndefined();
  await answer(page, /A break/);
  await expect(asked(page)).toHaveText(/Monday.* is not reviewed/);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(asked(page)).toHaveText('1h untracked');
  await answer(page, /A break/);
  await answer(page, 'Confirm the day');
  await expect(asked(page)).toHaveText(/Tuesday.* is not reviewed/);
  await answer(page, 'Later');

  // Wednesday is confirmed in the list of days; Tuesday is named as left behind.
  await page.getByRole('button', { name: /^Confirm Wednesday/ }).click();
  await expect(page.locator('.week-foot')).toContainText('Submits 2 days: Mon, Wed.');
  await expect(page.locator('.week-foot')).toContainText(/days are not reviewed yet: Tue/);
  await page.getByRole('button', { name: 'Submit week' }).click();
  await expect(page.locator('.week-foot')).toContainText('2 days submitted: Mon, Wed.');
  const { days } = await week(stint);
  expect(days.slice(0, 3).map(({ status }) => status)).toEqual(['submitted', 'draft', 'submitted']);

  // A line of the list leads to the day, and history back.
  await page.locator('.week-line').filter({ hasText: 'Tue' }).click();
  await expect(page.getByRole('heading', { name: /Tuesday,? 10 February 2026/ })).toBeVisible();
  await page.goBack();
  await expect(cellOf(page, 'TB-042', 0)).toBeVisible();
});

/** Presses until something has the focus. */
async function pressUntil(page: Page, key: string, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let press = 0; press < 60; press += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(what)}`);
}

test('a whole week without a mouse: questions, cells, days, submitting, booking', async ({
  stint,
  workspace,
  wasThere,
  productive,
  host,
  browse,
}) => {
  const { fake } = productive;
  await makeWeek(stint, workspace, wasThere);
  await connect(stint, productive);
  for (const prefix of ['TB', 'APP'])
    await stint.json('provider', 'map', 'productive', '--prefix', prefix, '--unit', UNIT);
  const page = await browse(await host());
  const keys = async (...presses: string[]) => {
    for (const press of presses) await page.keyboard.press(press);
  };
  // To the week by its number, from wherever one is.
  await keys('2');
  await expect(page.getByRole('grid')).toBeVisible();
  await keys('g');
  await expect(page.getByRole('textbox', { name: 'Week or date' })).toBeFocused();
  await page.keyboard.type(DAYS[3]);
  await keys('Enter');
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('2h15m'));

  // The series goes on a ticket that is searched for; the next card comes by itself and has the focus.
  await keys('q');
  await expect(card(page)).toBeFocused();
  await expect(asked(page)).toHaveText('“Stand-up” has no ticket');
  await keys('t');
  await expect(page.locator('.ticket-search')).toBeFocused();
  await page.keyboard.type('APP-100');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keys('Enter');
  await expect(asked(page)).toHaveText('Away for 2h30m');
  await expect(card(page)).toBeFocused();
  await keys('ArrowUp', 'Enter');
  await expect(asked(page)).toHaveText('1h untracked');
  await expect(card(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'questions left. 1h untracked' })).toBeAttached();
  // The hour goes on the first suggestion, is taken back, and goes there again.
  await keys('1');
  await expect(asked(page)).toHaveText(/Monday.* is not reviewed/);
  await expect(card(page)).toBeFocused();
  await keys('u');
  await expect(asked(page)).toHaveText('1h untracked');
  await expect(card(page)).toBeFocused();
  await keys('1');
  await expect(asked(page)).toHaveText(/Monday.* is not reviewed/);

  // Time is typed down and across the grid before the days are confirmed.
  await keys('c', 'Control+Home');
  await pressUntil(page, 'ArrowDown', cellOf(page, 'TB-042', 0));
  await page.keyboard.type('4h');
  await keys('Enter');
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('4h'));
  await pressUntil(page, 'ArrowUp', cellOf(page, 'TB-042', 0));
  await keys('F2', 'Escape', 'ArrowRight', 'ArrowRight');
  await expect(cellOf(page, 'TB-042', 2)).toBeFocused();
  await page.keyboard.type('90');
  await keys('Tab');
  await page.getByRole('textbox', { name: 'What did the 1h30m go into?' }).waitFor();
  await page.keyboard.type('release notes');
  await keys('Enter');
  await expect(page.getByRole('dialog', { name: 'About this cell' })).toBeHidden();
  await expect(cellOf(page, 'TB-042', 2)).toHaveText(time('1h30m'));

  // The days, one key each.
  await keys('q');
  for (const day of ['Monday', 'Tuesday', 'Wednesday']) {
    await expect(asked(page)).toHaveText(new RegExp(`${day}.* is not reviewed`));
    await expect(card(page)).toBeFocused();
    await keys('1');
  }
  await expect(page.getByText('Nothing is open')).toBeVisible();
  await expect
    .poll(async () => (await week(stint)).days.slice(0, 3).map(({ status }) => status))
    .toEqual(['reviewed', 'reviewed', 'reviewed']);

  // Submit; the booking sheet comes by itself.
  await keys('Control+Enter');
  await expect(page.getByRole('button', { name: 'Submit week' })).toBeFocused();
  await keys('Enter');
  const sheet = page.getByRole('dialog', { name: /Book in Productive/ });
  const book = sheet.getByRole('button', { name: /^Book \d+ entries/ });
  await pressUntil(page, 'Tab', book);
  expect(fake.entries()).toEqual([]);
  await keys('Enter');
  await expect(sheet.getByText(/^\d+ booked\.$/)).toBeVisible({ timeout: 60_000 });
  const booked = fake.entries().reduce((sum, { minutes }) => sum + minutes, 0);
  expect(booked).toBe((await week(stint)).totals.minutes);
  await keys('Escape');
  await expect(page.getByText('All of it is booked in Productive.io.')).toBeVisible();
  expect((await stint.json<OpenQuestions>('questions', WEEK)).questions).toEqual([]);
});

test('a submitted week is corrected in its cells, with a reason, and the correction stays to be read', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('log', `3h on TB-042 for sockets on ${DAYS[1]}`);
  await stint.json('log', `1h on TB-042 for review on ${DAYS[1]}`);
  await stint.json('confirm', DAYS[1]);
  await stint.json('submit', WEEK);
  const page = await browse(await host());
  await open(page);
  await cellOf(page, 'TB-042', 1).focus();
  await page.keyboard.type('-1h30m');
  await page.keyboard.press('Enter');
  const reason = page.getByRole('textbox', { name: 'Why was the submitted day wrong?' });
  await expect(reason).toBeFocused();
  await expect(page.getByText(/A correction of -1h30m is appended to Tue,? 10 Feb/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cellOf(page, 'TB-042', 1)).toBeFocused();
  await expect(cellOf(page, 'TB-042', 1)).toHaveText(time('4h'));

  await page.keyboard.type('-1h30m');
  await page.keyboard.press('Enter');
  await reason.fill('lunch was in it');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, 'TB-042', 1)).toHaveText(time('2h30m'));
  const corrections = page.getByRole('region', { name: 'Corrections' });
  await expect(corrections.getByText('lunch was in it')).toHaveCount(2);

  const { entries, status } = await stint.json<DayShape>('day', DAYS[1]);
  expect(status).toBe('submitted');
  expect(entries.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([-60, -30, 60, 180]);
});

test('weeks in which the clocks change add up as they were lived', async ({ stint, host, browse }) => {
  await stint.json('log', '0130-0330 TB-042 release night on 2026-03-29');
  await stint.json('log', '0130-0330 TB-042 release night on 2026-10-25');
  const page = await browse(await host());
  await open(page, '2026-W13');
  await expect(
    cellOf(page, 'TB-042', 5)
      .or(cellOf(page, 'TB-042', 6))
      .filter({ hasText: /./ }),
  ).toHaveText(time('1h'));
  await expect(page.locator('.week-totals .week-sum')).toHaveText('1h00m');
  await open(page, '2026-W43');
  await expect(page.locator('.week-totals .week-sum')).toHaveText('3h00m');
  await expect(page.getByRole('heading', { name: /19.{1,3}25 October 2026/ })).toBeVisible();
});

test('nobody is left out: axe finds nothing in what the week opens, in German neither', async ({
  stint,
  workspace,
  wasThere,
  host,
  browse,
}) => {
  await makeWeek(stint, workspace, wasThere);
  await stint.json('config', 'set', 'app.language', 'de');
  const page = await browse(await host());
  await open(page);
  await expect(page.getByRole('heading', { name: /^\d Fragen, etwa \d Minuten?$/ })).toBeVisible();
  await expect(asked(page)).toHaveText('„Stand-up“ hat kein Ticket');
  const faults = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  expect(await faults()).toEqual([]);
  await cellOf(page, 'TB-042', 0).click();
  await page.keyboard.type('morgen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Eine Zeit wie 1h30m');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(page.getByRole('textbox', { name: 'Zeit von fix socket' })).toBeFocused();
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1h');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Wofür waren die 1h?' })).toBeFocused();
  expect(await faults()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 900, height: 700 });
  await page.keyboard.press('Escape');
  expect(await faults()).toEqual([]);
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWider).toBe(false);
});
