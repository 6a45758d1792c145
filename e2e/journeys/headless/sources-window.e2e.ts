// Where evidence comes from, what it told of a day and why, as a person sees and steers it in the window.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DayShape } from '#shared/contract/shapes.ts';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { calendarOf } from '#shared/sources/ics/read-sample.ts';
import type { CommandLine } from '../../world/command-line.ts';
import { answerConsent } from '../../world/google/consent-browser.ts';
import { CLIENT_SECRET, pointAtGoogle, startEmulatedGoogle } from '../../world/google/emulated-google.ts';
import { expect, test } from '../../world/headless-story.ts';
import { makeRepository } from '../../world/repository.ts';

const DAY = '2026-02-10';
const STAND_UP =
  'UID:daily\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Berlin:20260203T093000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY';

const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, `#${hash}`);
const main = (page: Page) => page.getByRole('main');
const source = async (stint: CommandLine, kind: SourceShape['kind']) =>
  (await stint.json<SourceShape[]>('source', 'list')).filter((one) => one.kind === kind);
const day = (stint: CommandLine) => stint.json<DayShape>('day', DAY);
/** The row of an entry or meeting, by its words. */
const row = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Entries' }).locator('[data-row]').filter({ hasText: words });

test('a calendar is added, its meeting seen, taken out and in by one key, and its series booked for good', async ({
  stint,
  home,
  workspace,
  host,
  browse,
}) => {
  const repository = makeRepository(workspace, 'shop');
  repository.commit(`${DAY}T09:00:00+01:00`, 'TB-042: start');
  repository.commit(`${DAY}T11:00:00+01:00`, 'TB-042: go on');
  await stint.json('repo', 'add', workspace);
  const file = join(home, 'team.ics');
  await writeFile(file, calendarOf(STAND_UP));
  const page = await browse(await host());

  await go(page, '/sources');
  await page.getByLabel('Address or file').fill(file);
  await page.getByRole('button', { name: 'Add calendar' }).click();
  const calendar = main(page).getByRole('listitem', { name: 'team.ics' });
  await expect(calendar.getByText('Ready', { exact: true })).toBeVisible();
  await calendar.getByRole('button', { name: /^Read now/ }).click();
  await expect(calendar.getByText(/^Read this minute/)).toBeVisible();
  await stint.json('derive', DAY);

  await go(page, `/today/${DAY}`);
  const lane = page.getByRole('group', { name: 'Calendar', exact: true });
  await expect(lane.getByRole('button', { name: '09:30–10:00 Stand-up', exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /09:30 10:00 Calendar: Stand-up/ }).first()).toBeAttached();

  // One key says that one was not there; one takes it back.
  await row(page, 'Stand-up').focus();
  await page.keyboard.press('a');
  await expect(page.getByText('You said you were not there.')).toBeVisible();
  await expect(lane.getByRole('button', { name: /Stand-up · not counted/ })).toBeVisible();
  await expect
    .poll(async () => (await day(stint)).entries.map((entry) => entry.source))
    .not.toContain('calendar');
  await row(page, 'Stand-up').focus();
  await page.keyboard.press('a');
  await expect(page.getByText('You said you were not there.')).toBeHidden();

  // From the lane to its row; the series is booked from now on.
  await lane.getByRole('button', { name: '09:30–10:00 Stand-up', exact: true }).click();
  await page.getByRole('button', { name: /^Always book this series on/ }).click();
  await page.getByRole('combobox').last().fill('APP-100');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Always on APP-100' }).click();
  await expect(main(page).getByText('APP-100').first()).toBeVisible();
  const booked = (await stint.json<DayShape>('derive', '2026-02-03')).entries;
  expect(booked.map(({ ticket, minutes }) => `${ticket} ${minutes}`)).toEqual(['APP-100 30']);

  // Why: what git brought, and what the meeting took of it.
  await row(page, 'start; go on').click();
  const why = page.getByRole('region', { name: 'What it rests on' });
  await expect(why.getByText('go on')).toBeVisible();
  await expect(why.getByText('−30m')).toBeVisible();
  await expect(why.getByText(/Stand-up/)).toBeVisible();
});

test('a secret address is kept and never shown; a source is paused; what leaves the machine is told', async ({
  stint,
  host,
  browse,
}) => {
  const secret = 'private-0123456789abcdef0123456789abcdef';
  const page = await browse(await host());
  await go(page, '/sources');
  await page.getByLabel('Address or file').fill(`http://127.0.0.1:9/calendar/ical/max/${secret}/basic.ics`);
  await page.getByRole('button', { name: 'Add calendar' }).click();
  const calendar = main(page).getByRole('listitem', { name: /127\.0\.0\.1/ });
  await expect(calendar.getByText('Address at 127.0.0.1:9, ending in …cdef')).toBeVisible();
  await expect(page.getByLabel('Address or file')).toHaveValue('');

  // It cannot be read: said in words, and nothing else suffers.
  await calendar.getByRole('button', { name: /^Read now/ }).click();
  await expect(calendar.getByText('Needs attention')).toBeVisible();
  await calendar.getByRole('button', { name: /^Pause/ }).click();
  await expect(calendar.getByText('Paused', { exact: true })).toBeVisible();
  expect((await source(stint, 'ics'))[0]?.state).toBe('paused');
  await calendar.getByRole('button', { name: /^Resume/ }).click();
  await expect(calendar.getByText('Paused', { exact: true })).toBeHidden();

  await page.getByRole('link', { name: 'What leaves this machine' }).click();
  await expect(page.getByRole('row', { name: /On 127\.0\.0\.1:9 Nothing of yours/ })).toBeVisible();
  await go(page, '/settings?find=calendar.ics');
  await expect(page.getByText('1 kept')).toBeVisible();
  await go(page, '/settings?find=git.credit');
  await expect(page.getByText('Time between commits')).toBeVisible();
  for (const place of ['/sources', '/sources/outgoing', '/settings?find=calendar']) {
    await go(page, place);
    await expect(main(page).getByRole('heading').first()).toBeVisible();
    expect(await page.content()).not.toContain(secret);
  }

  await go(page, '/sources');
  await calendar.getByRole('button', { name: /^Remove/ }).click();
  await calendar.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(calendar).toBeHidden();
  expect(await stint.json<{ value: string[] }>('config', 'get', 'calendar.ics')).toMatchObject({ value: [] });
});

test('what a setting would change is seen before it is changed', async ({
  stint,
  workspace,
  host,
  browse,
}) => {
  const repository = makeRepository(workspace, 'shop');
  const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Europe/Berlin',
  });
  repository.commit(`${yesterday}T09:00:00+01:00`, 'TB-1: first');
  repository.commit(`${yesterday}T10:00:00+01:00`, 'TB-2: second');
  await stint.json('repo', 'add', workspace);
  await stint.json('derive', yesterday);
  const page = await browse(await host());
  await go(page, '/settings?find=git.credit');
  await page.getByText('Later commit', { exact: true }).click();
  const preview = page.getByRole('region', { name: /^What this would change/ });
  await expect(preview.getByText('TB-2 +1h')).toBeVisible();
  const value = async () => (await stint.json<{ value: string }>('config', 'get', 'git.credit')).value;
  expect(await value()).toBe('after');
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview).toBeHidden();
  await expect(page.getByRole('radio', { name: 'Earlier commit' })).toBeChecked();
  await page.getByText('Later commit', { exact: true }).click();
  await preview.getByRole('button', { name: 'Change it' }).click();
  await expect.poll(value).toBe('before');
});

test('editors and agents are set up with lines to take along', async ({ host, browse }) => {
  const stand = await host();
  const page = await browse(stand);
  await go(page, '/sources');
  await page.getByRole('button', { name: 'Let WakaTime’s plugins tell Stint too' }).click();
  await expect(page.getByLabel('~/.wakatime.cfg', { exact: true })).toHaveText(
    new RegExp(`^\\[api_urls\\]\\s\\.\\* = ${new URL(stand.url).origin}/api/v1\\|[0-9a-f-]{36}$`),
  );
  await page.getByRole('button', { name: 'Let Claude Code tell Stint as it works' }).click();
  await expect(page.getByLabel('~/.claude/settings.json', { exact: true })).toContainText(
    'stint hook claude',
  );
});

test('a Google account is connected in the window, its calendars chosen, and disconnected', async ({
  stint,
  host,
  browse,
}) => {
  const person = 'max@acme.example';
  const google = await startEmulatedGoogle([person]);
  try {
    await pointAtGoogle(stint, google);
    const page = await browse(await host());
    await go(page, '/sources');
    await page.getByRole('button', { name: 'Connect Google Calendar' }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const link = page.getByRole('link', { name: 'Open the page again' });
    await answerConsent((await link.getAttribute('href')) ?? '', { as: person });
    const account = main(page).getByRole('listitem', { name: person }).first();
    await expect(account.getByText('Calendars that are read')).toBeVisible();
    const own = account.getByRole('checkbox', { name: person });
    await expect(own).toBeChecked();
    await own.uncheck();
    await expect
      .poll(async () => (await stint.json<{ value: string[] }>('config', 'get', 'google.calendars')).value)
      .toEqual([]);
    expect(await page.content()).not.toContain(CLIENT_SECRET);
    await account.getByRole('button', { name: /^Disconnect/ }).click();
    await account.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(account).toBeHidden();
  } finally {
    await google.end();
  }
});
