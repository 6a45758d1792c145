// Connecting, mapping and booking as a person does it in the window, against a stand-in for Productive over HTTP.
import type { Page } from '@playwright/test';
import type { ProviderShape } from '#shared/contract/booking-shapes.ts';
import { expect, filesWith, test, UNIT } from '../../world/booking-desk.ts';
import type { Productive } from '../../world/booking-desk.ts';
import type { CommandLine } from '../../world/command-line.ts';

const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, `#${hash}`);
const main = (page: Page) => page.getByRole('main');
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Book in Productive.io' });

/** Only where the service is; the rest is found out by connecting. */
const pointAt = (stint: CommandLine, { served }: Productive) =>
  stint.json('config', 'set', 'providers.productive.baseUrl', served.url);

async function connectInWindow(page: Page, token: string): Promise<void> {
  await go(page, '/connections');
  await page.getByRole('button', { name: 'Connect Productive.io' }).click();
  await page.getByLabel('API token').fill(token);
  await page.keyboard.press('Enter');
}

/** Connected, mapped, and so much of today submitted. */
async function submitted(stint: CommandLine, productive: Productive, ...entries: string[]): Promise<void> {
  await pointAt(stint, productive);
  await stint.tell(`${productive.fake.token}\n`, 'provider', 'connect', 'productive', '--json');
  await stint.json('provider', 'map', 'productive', '--prefix', 'TB', '--unit', UNIT);
  for (const entry of entries) await stint.json('log', entry);
  await stint.json('confirm', 'today');
  await stint.json('submit', 'this');
}

test('from a token to a booked week', async ({ stint, productive, host, browse, home }) => {
  const { fake } = productive;
  fake.addUnit({ unit: '22222', name: 'Support', project: 'TB', customer: 'Acme' });
  await pointAt(stint, productive);
  await stint.json('log', '2h on TB-042 for planning');
  await stint.json('log', '45m on TB-051 for sockets');
  await stint.json('confirm', 'today');
  const page = await browse(await host());

  await connectInWindow(page, fake.token);
  const card = page.getByRole('listitem', { name: 'Productive.io' });
  await expect(card.getByText('Connected', { exact: true })).toBeVisible();
  expect((await stint.json<ProviderShape[]>('provider', 'list'))[0]).toMatchObject({
    state: 'ready',
    isDefault: true,
  });
  // The token went to the host and stayed nowhere else.
  expect(await page.content()).not.toContain(fake.token);
  expect(await filesWith(home, fake.token)).toEqual([]);

  // One project without a place; what looks like it is one click away.
  await expect(main(page).getByText('1 is not mapped: 2h45m cannot be booked')).toBeVisible();
  await page.getByRole('button', { name: /^Book TB on .*Support/ }).click();
  await expect(main(page).getByText('Everything you worked on is mapped.')).toBeVisible();

  await go(page, '/week');
  await page.getByRole('button', { name: 'Submit week' }).click();
  await expect(main(page).getByText('2 entries are not booked yet.')).toBeVisible();
  // What is submitted is booked next: the sheet comes by itself.
  const toBook = sheet(page).getByRole('region', { name: 'To be booked' });
  await expect(toBook.getByText('TB-042')).toBeVisible();
  expect(fake.entries()).toEqual([]);
  await sheet(page).getByRole('button', { name: 'Book 2 entries · 2h45m' }).click();
  await expect(sheet(page).getByText('2 booked.')).toBeVisible();
  await expect(toBook.getByRole('img', { name: 'Booked in Productive.io' })).toHaveCount(2);
  expect(fake.entries().map(({ minutes, unit }) => `${minutes} ${unit}`)).toEqual(['120 22222', '45 22222']);

  await sheet(page).getByRole('button', { name: 'Close' }).click();
  await expect(main(page).getByText('All of it is booked in Productive.io.')).toBeVisible();
  await go(page, '/today');
  await expect(main(page).getByRole('img', { name: 'Booked in Productive.io' })).toHaveCount(2);
});

test('a token that is not accepted is said so, in place, and kept nowhere', async ({
  stint,
  productive,
  host,
  browse,
  home,
}) => {
  await pointAt(stint, productive);
  const page = await browse(await host());
  await connectInWindow(page, 'a-wrong-token');
  await expect(main(page).getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('API token')).toHaveValue('');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await page.content()).not.toContain('a-wrong-token');
  expect(await filesWith(home, 'a-wrong-token')).toEqual([]);
  expect((await stint.json<ProviderShape[]>('provider', 'list'))[0]).toMatchObject({ state: 'off' });
});

test('what was changed there is shown beside what is here, and one of them chosen', async ({
  stint,
  productive,
  host,
  browse,
}) => {
  const { fake } = productive;
  await submitted(stint, productive, '1h on TB-1 for first', '2h on TB-2 for second');
  await stint.json('sync', '--week', 'this');
  const [first, second] = fake.entries();
  fake.edit(first!.id, { minutes: 30 });
  fake.edit(second!.id, { minutes: 90 });
  const page = await browse(await host());
  await go(page, '/week?book=1');

  const conflicts = sheet(page).getByRole('region', { name: 'Changed on both sides' });
  await expect(conflicts.getByRole('radiogroup')).toHaveCount(2);
  await expect(sheet(page).getByRole('button', { name: 'Nothing to book' })).toBeDisabled();
  await conflicts
    .getByRole('listitem')
    .filter({ hasText: 'TB-1' })
    .getByRole('radio', { name: /^Mine/ })
    .check();
  await conflicts
    .getByRole('listitem')
    .filter({ hasText: 'TB-2' })
    .getByRole('radio', { name: /^In Productive/ })
    .check();
  await sheet(page)
    .getByRole('button', { name: /^Book 1 entry/ })
    .click();
  await expect(sheet(page).getByText(/^1 changed/)).toBeVisible();
  expect(fake.entries().map(({ minutes }) => minutes)).toEqual([60, 90]);
});

test('a service that is down is a mark, not a dialog; the rest goes on', async ({
  stint,
  productive,
  host,
  browse,
}) => {
  await submitted(stint, productive, '1h on TB-1 for first');
  const page = await browse(await host());
  await productive.served.offline();
  await go(page, '/connections');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(main(page).getByText('Does not answer')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Connections' })).toContainText('Does not answer');
  await expect(page.getByRole('dialog')).toBeHidden();
  await go(page, '/today');
  await expect(main(page).getByText('first').first()).toBeVisible();

  await productive.served.online();
  await go(page, '/week?book=1');
  await sheet(page)
    .getByRole('button', { name: /^Book 1 entry/ })
    .click();
  await expect(sheet(page).getByText('1 booked.')).toBeVisible();
  expect(productive.fake.entries()).toHaveLength(1);
});

test('what was booked by hand is seen; what is refused is said why and tried again', async ({
  stint,
  productive,
  host,
  browse,
}) => {
  const { fake } = productive;
  fake.addUnit({ unit: '33333', name: 'Support', project: 'Ops', customer: 'Acme' });
  await submitted(stint, productive, '1h on TB-1 for first', '20m on OPS-2 for second');
  const { date } = await stint.json<{ date: string }>('day');
  fake.add({ date, minutes: 25, note: 'Call with the customer', unit: UNIT });
  const page = await browse(await host());
  await go(page, '/week?book=1');
  const elsewhere = sheet(page).getByRole('region', { name: 'Already there, by hand' });
  await expect(elsewhere.getByText('Call with the customer')).toBeVisible();

  // One entry has no place yet: from the sheet to the table, by the keyboard, and back.
  const blocked = sheet(page).getByRole('region', { name: 'Cannot be booked' });
  await blocked.getByRole('button', { name: 'Choose where' }).click();
  await page.getByRole('button', { name: /^Where OPS is booked/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByPlaceholder('Find a service, project or task').fill('supp ops');
  await page.keyboard.press('Enter');
  await expect(main(page).getByText('Everything you worked on is mapped.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Where OPS is booked: Support/ })).toBeFocused();
  await go(page, '/week?book=1');
  await expect(sheet(page).getByRole('button', { name: /^Book 2 entries/ })).toBeEnabled();

  // Between the plan and the booking somebody closes the service.
  fake.closeUnit('33333');
  await sheet(page)
    .getByRole('button', { name: /^Book 2 entries/ })
    .click();
  await expect(sheet(page).getByText(/^1 booked, .*1 refused\.$/)).toBeVisible();
  await expect(sheet(page).getByRole('img', { name: /refused it: / })).toBeVisible();
  expect(fake.entries().map(({ minutes }) => minutes)).toEqual([25, 60]);
  fake.addUnit({ unit: '33333', name: 'Support', project: 'Ops', customer: 'Acme' });
  await sheet(page).getByRole('button', { name: 'Try it again' }).click();
  await expect(sheet(page).getByText('1 booked.')).toBeVisible();
  expect(fake.entries().map(({ minutes }) => minutes)).toEqual([25, 60, 20]);
});
