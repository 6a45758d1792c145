// A week told as people live it: typed into, asked about, confirmed, submitted and corrected.
import AxeBuilder from '@axe-core/playwright';
import type { DayShape } from '#shared/contract/shapes.ts';
import { DAYS, expect, test, WEEK } from '../../world/booking-desk.ts';
import { answer, asked, card, cellOf, makeWeek, open, rowOf, time, week } from '../../world/week-story.ts';

test.describe.configure({ timeout: 120_000 });

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
  await expect.poll(() => rowOf(stint, 'TB-042')).toEqual([180, 0, 0, 0, 0, 0, 0]);

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
