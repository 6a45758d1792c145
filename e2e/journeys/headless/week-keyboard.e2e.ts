// A whole week by the keys alone, from its first question to its booking.
import type { Locator, Page } from '@playwright/test';
import type { OpenQuestions } from '#shared/contract/question-operations.ts';
import { connect, DAYS, expect, test, UNIT, WEEK } from '../../world/booking-desk.ts';
import { asked, card, cellOf, makeWeek, time, week } from '../../world/week-story.ts';

test.describe.configure({ timeout: 120_000 });

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
