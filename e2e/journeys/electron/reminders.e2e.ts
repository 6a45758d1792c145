import type { CommandLine } from '../../world/command-line.ts';
import { localNoon } from '../../world/local-noon.ts';
import { expect, test } from '../../world/story.ts';
import { SELDOM_MS, until } from '../../world/wait.ts';

interface Waiting {
  readonly kind: string;
  readonly title: string;
  readonly to: string;
}

/** A person for whom every day is a working day, in a zone where it is about noon. */
async function somebody(stint: CommandLine) {
  const here = localNoon();
  await stint.json('config', 'set', 'time.zone', here.zone);
  await stint.json('config', 'set', 'time.workingDays', '[1,2,3,4,5,6,7]');
  await stint.json('config', 'set', 'reminders.workBlocks', '["00:00-23:59"]');
  return here;
}

const waiting = async (stint: CommandLine): Promise<string[]> =>
  (await stint.json<Waiting[]>('prompts')).map(({ title }) => title);

test(
  'the end of work: the day is told once, a click opens it, it is put off, and reviewed it is over',
  { tag: '@minute' },
  async ({ desk, tray, stint }) => {
    test.setTimeout(150_000);
    const here = await somebody(stint);
    await stint.json('config', 'set', 'reminders.week', 'false');
    await stint.json('log', '6h15m on TB-042 for socket config');
    tray();
    const icon = await desk.panel.icon();
    await desk.display.touch();
    expect(await waiting(stint)).toEqual([]);
    // "17:30" is the next full minute.
    await stint.json('config', 'set', 'reminders.workBlocks', JSON.stringify([`00:00-${here.clock(1)}`]));
    const told = await until(
      'the reminder',
      () => desk.notifications.heard.find(({ summary }) => summary.startsWith('Today:')),
      90_000,
    );
    expect(told.summary).toBe('Today: 6h15m of 8h.');
    expect(told.body).toBe('Nothing is open; it only needs your confirmation.');
    await until('the notch', async () => (await icon.shape()) === '○!');
    expect((await icon.labels())[1]).toBe('Today: 6h15m of 8h');

    desk.notifications.click(told);
    await until('the day to be open', async () =>
      (await desk.display.titles()).some((title) => title.startsWith('Today')),
    );

    await stint.json('snooze', '1h');
    expect(await waiting(stint)).toEqual([]);
    await until('the ring to close', async () => (await icon.shape()) === '○');
    await stint.json('config', 'set', 'reminders.quiet', 'true');
    await stint.json('confirm');
    expect(await waiting(stint)).toEqual([]);
    expect(desk.notifications.heard.filter(({ summary }) => summary.startsWith('Today:'))).toHaveLength(1);
  },
);

test('the last working day is over: one notification for day and week, which opens the week', async ({
  desk,
  tray,
  stint,
}) => {
  const here = await somebody(stint);
  await stint.json('config', 'set', 'reminders.days', JSON.stringify([here.weekday]));
  await stint.json('log', '7h on TB-042 for planning');
  tray();
  await desk.panel.icon();
  await desk.display.touch();
  await stint.json('config', 'set', 'reminders.workBlocks', JSON.stringify([`00:00-${here.clock(-1)}`]));
  const told = await desk.notifications.next('not reviewed yet');
  expect(told.summary).toMatch(/^1 day is not reviewed yet: \w{3}\.$/);
  desk.notifications.click(told);
  await until('the week to be open', async () =>
    (await desk.display.titles()).some((title) => title.startsWith('Week')),
  );
  expect(desk.notifications.heard).toHaveLength(1);
  expect(await waiting(stint)).toEqual([
    expect.stringMatching(/^Today: 7h of 8h/),
    expect.stringMatching(/^1 day is not reviewed yet/),
  ]);
});

test(
  'back after a while: a question beside the work, answered for that time alone',
  { tag: '@minute' },
  async ({ desk, openWindow, stint }) => {
    test.setTimeout(180_000);
    await somebody(stint);
    await stint.json('config', 'set', 'presence.idleMinutes', '1');
    await stint.json('config', 'set', 'presence.heartbeatSeconds', '5');
    await stint.json('config', 'set', 'reminders.absenceMinutes', '1');
    const { page } = await openWindow([]);
    await page.getByRole('button', { name: 'Nothing waits for you' }).waitFor();
    await desk.display.touch();
    const state = async () => (await stint.json<{ presence: { state: string } }>('status')).presence.state;
    await until('presence to be seen', async () => (await state()) === 'active');
    await until(
      'a minute without input to count as away',
      async () => (await state()) === 'idle',
      100_000,
      SELDOM_MS,
    );
    expect(await waiting(stint)).toEqual([]);
    await desk.display.touch();

    const told = await desk.notifications.next('You were away');
    const list = page.getByRole('region', { name: 'What waits for you' });
    // It opens by itself, and takes the keyboard from nobody.
    await expect(list.getByText('You were away', { exact: false })).toBeVisible();
    expect(await list.evaluate((region) => region.contains(document.activeElement))).toBe(false);
    desk.notifications.click(told);
    await until('the card to have the keyboard', () =>
      list.evaluate((region) => region.contains(document.activeElement)),
    );
    expect(await waiting(stint)).toEqual([told.summary]);
    await list.getByRole('button', { name: /^Break, \d\d:\d\d–\d\d:\d\d$/ }).click();
    await expect(list.getByText('Nothing waits for you.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Nothing waits for you' })).toBeFocused();
    expect(await waiting(stint)).toEqual([]);
    const day = await stint.json<{ entries: unknown[] }>('day');
    expect(day.entries).toEqual([]);
  },
);
