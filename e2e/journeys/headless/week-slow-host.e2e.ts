// A host that takes its time: who types into the week goes on at once, and nothing they typed is lost.
import type { Page } from '@playwright/test';
import { DAYS, expect, test } from '../../world/booking-desk.ts';
import { card, cellOf, makeWeek, open, rowOf, time } from '../../world/week-story.ts';

/** Keeps from the host what is written into cells, or what else is said. @returns lets it through, or has it fail. */
async function hold(
  page: Page,
  then: 'continue' | 'abort' = 'continue',
  what = /week\/cell/,
): Promise<() => void> {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(what, async (route) => {
    await held;
    await route[then]();
  });
  return answer;
}

/** Types into what has the focus, and ends it by a key. */
async function type(page: Page, text: string, key: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press(key);
}

test('what is written slowly takes nothing from whoever went on', async ({ stint, host, browse }) => {
  await stint.json('log', `2h on TB-042 for planning on ${DAYS[0]}`);
  await stint.json('log', `1h on TB-051 for sockets on ${DAYS[0]}`);
  const page = await browse(await host());
  await open(page);
  const asked = page.waitForRequest(/week\/cell/);
  const answer = await hold(page);
  await cellOf(page, 'TB-042', 0).click();
  await type(page, '3h', 'Enter');
  const written = page.waitForResponse((await asked).url());
  await page.getByRole('button', { name: /^Add a ticket/ }).click();
  await page.keyboard.type('NEW');
  answer();
  await (await written).finished();
  await expect(page.getByText(/^TB-042, .*: 3h$/)).toBeAttached();
  await page.keyboard.type('-7');
  await expect(page.getByRole('option', { name: /NEW-7/ })).toBeVisible();
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('3h'));
});

test('a quick hand types down a column and across it, and every cell is written', async ({
  stint,
  host,
  browse,
}) => {
  for (const ticket of ['TB-042', 'TB-051', 'TB-060'])
    for (const day of [DAYS[0], DAYS[1]]) await stint.json('log', `1h on ${ticket} for planning on ${day}`);
  const page = await browse(await host());
  await open(page);
  const answer = await hold(page);
  await cellOf(page, 'TB-042', 0).focus();
  // As it is typed by somebody who does not look: three cells down, back up to the first, and one to the right.
  await type(page, '2h', 'Enter');
  await type(page, '3h', 'Enter');
  await type(page, '4h', 'Shift+Enter');
  await page.keyboard.press('ArrowUp');
  await type(page, '+15m', 'Tab');
  await type(page, '90', 'Enter');
  await expect(cellOf(page, 'TB-051', 1)).toBeFocused();
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('2h15m'));
  answer();
  await expect.poll(() => rowOf(stint, 'TB-042')).toEqual([135, 90, 0, 0, 0, 0, 0]);
  expect(await rowOf(stint, 'TB-051')).toEqual([180, 60, 0, 0, 0, 0, 0]);
  expect(await rowOf(stint, 'TB-060')).toEqual([240, 60, 0, 0, 0, 0, 0]);
  for (const [ticket, shown] of [
    ['TB-042', '2h15m'],
    ['TB-051', '3h'],
    ['TB-060', '4h'],
  ] as const)
    await expect(cellOf(page, ticket, 0)).toHaveText(time(shown));
  await expect(cellOf(page, 'TB-051', 1)).toBeFocused();
});

test('what the host asks about a cell waits until the next one is typed', async ({
  stint,
  workspace,
  wasThere,
  host,
  browse,
}) => {
  // Git saw 2h15m of it; which of the two entries gets shorter is for the person to say.
  await makeWeek(stint, workspace, wasThere);
  await stint.json('log', `30m on TB-042 for docs on ${DAYS[0]}`);
  await stint.json('log', `1h on TB-042 for sockets on ${DAYS[1]}`);
  const page = await browse(await host());
  await open(page);
  const answer = await hold(page);
  await cellOf(page, 'TB-042', 0).focus();
  await type(page, '2h', 'Tab');
  await page.keyboard.type('3');
  const answered = page.waitForResponse(/week\/cell/);
  answer();
  await (await answered).finished();
  // Taken back, and not asked about: the next cell is being typed in.
  await expect(cellOf(page, 'TB-042', 0)).toHaveText(time('2h45m'));
  await type(page, 'h15m', 'Enter');
  await expect(page.getByText('45m less: say which entry gets shorter.')).toBeVisible();
  await expect.poll(async () => (await rowOf(stint, 'TB-042'))?.slice(0, 2)).toEqual([165, 195]);
  await page.keyboard.press('Escape');
  await expect(cellOf(page, 'TB-042', 0)).toBeFocused();
});

test('what the host refuses comes back with what was typed, or is told to whoever left', async ({
  stint,
  host,
  browse,
}) => {
  await stint.json('log', `1h on TB-042 for planning on ${DAYS[0]}`);
  const page = await browse(await host());
  await open(page);
  await page.route(/week\/cell/, (route) => route.abort());
  const cell = cellOf(page, 'TB-042', 0);
  await cell.focus();
  await type(page, '3h', 'Enter');
  const field = cell.getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('3h');
  await expect(cell.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText(time('1h'));

  await page.unroute(/week\/cell/);
  const refuse = await hold(page, 'abort');
  await type(page, '3h', 'Enter');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('grid')).toBeHidden();
  refuse();
  await expect(
    page.getByRole('alert').filter({ hasText: /TB-042, Mon.*: 3h was not written/ }),
  ).toBeVisible();
  expect(await rowOf(stint, 'TB-042')).toEqual([60, 0, 0, 0, 0, 0, 0]);
});

test('questions asked for before they came have the focus when they come; who went on keeps it', async ({
  stint,
  workspace,
  wasThere,
  host,
  browse,
}) => {
  await makeWeek(stint, workspace, wasThere);
  const page = await browse(await host());
  for (const goesOn of [false, true]) {
    const answer = await hold(page, 'continue', /week\/questions/);
    await open(page);
    await expect(cellOf(page, 'TB-042', 0)).toBeVisible();
    await expect(card(page)).toBeHidden();
    await page.keyboard.press('q');
    if (goesOn) await page.keyboard.press('g');
    const week = page.getByRole('textbox', { name: 'Week or date' });
    if (goesOn) await expect(week).toBeFocused();
    answer();
    await expect(card(page)).toBeVisible();
    await expect(goesOn ? week : card(page)).toBeFocused();
    await page.unrouteAll({ behavior: 'wait' });
    await page.reload();
  }
});
