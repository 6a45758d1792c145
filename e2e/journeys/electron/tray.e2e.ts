import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

interface Status {
  readonly running: { readonly ticket: string | null; readonly status: string } | null;
}

// What waits besides depends on the hour of the machine that runs this.
test.beforeEach(async ({ stint }) => {
  await stint.json('config', 'set', 'reminders.endOfDay', 'false');
  await stint.json('config', 'set', 'reminders.week', 'false');
});

test('a session is started, paused, resumed and stopped from the tray', async ({ desk, tray, stint }) => {
  await stint.json('log', '30m on TB-042 for socket config');
  tray();
  const icon = await desk.panel.icon();
  // The icon stands before the day is added up.
  await until('the menu', async () => (await icon.labels()).includes('Today: 30m'));
  expect(await icon.labels()).toEqual([
    ...['Nothing runs', '--', 'Start', 'TB-042 socket config', '--', 'Start on…', '--'],
    ...['Today: 30m', 'Log time…', 'Reconcile today', 'This week', '--', 'Settings', 'Quit'],
  ]);
  expect(await icon.tooltip()).toBe('Stint · today 30m');
  expect(await icon.shape()).toBe('○');

  await icon.click('TB-042 socket config');
  await until('Stop in the menu', async () => (await icon.labels()).includes('Stop'));
  expect(await icon.shape()).toBe('●');
  expect(await icon.tooltip()).toMatch(/^TB-042 socket config · \dm$/);
  expect((await icon.labels())[0]).toBe('TB-042 socket config');
  expect((await stint.json<Status>('status')).running).toMatchObject({ ticket: 'TB-042', status: 'active' });

  await icon.click('Pause');
  await until('Resume in the menu', async () => (await icon.labels()).includes('Resume'));
  expect(await icon.shape()).toBe('‖');
  expect(await icon.tooltip()).toContain('paused at');
  expect((await stint.json<Status>('status')).running).toMatchObject({ status: 'paused' });

  await icon.click('Resume');
  await until('Pause in the menu', async () => (await icon.labels()).includes('Pause'));
  expect(await icon.shape()).toBe('●');

  await icon.click('Stop');
  await until('nothing runs', async () => (await icon.labels())[0] === 'Nothing runs');
  expect(await icon.shape()).toBe('○');
  expect((await stint.json<Status>('status')).running).toBeNull();
  const [session] = await stint.json<{ ticket: string; status: string }[]>('session', 'list');
  expect(session).toMatchObject({ ticket: 'TB-042', status: 'completed' });
});

test('the tray follows what the command line does, and rebuilds its menu only when it changes', async ({
  desk,
  tray,
  stint,
}) => {
  tray();
  const icon = await desk.panel.icon();
  await until('the menu', async () => (await icon.labels()).includes('Quit'));
  const before = await icon.revision();
  await stint.json('config', 'set', 'git.rounding', '10m');
  await stint.json('start', 'APP-7', 'review');
  await until('APP-7 in the menu', async () => (await icon.labels())[0] === 'APP-7 review');
  const running = await icon.revision();
  expect(running).toBeGreaterThan(before);
  await stint.json('config', 'set', 'git.rounding', '15m');
  await stint.json('config', 'set', 'app.language', 'de');
  await until('German', async () => (await icon.labels()).includes('Stoppen'));
  expect(await icon.labels()).toContain('Beenden');
  await stint.json('stop');
  await until('nothing runs', async () => (await icon.labels())[0] === 'Nichts läuft');
});

test('days that wait open the ring at the top and lead to the oldest of them', async ({
  desk,
  tray,
  stint,
}) => {
  await stint.json('log', '2h on TB-042 for planning', '--date', 'yesterday');
  tray();
  const icon = await desk.panel.icon();
  await until('the notch', async () => (await icon.shape()) === '○!');
  expect((await icon.labels())[1]).toMatch(/^1 day is not reviewed yet: \w{3}$/);
  await stint.json('confirm', 'yesterday');
  await until('the ring to close', async () => (await icon.shape()) === '○');
});

test('Quit ends the program and lets go of the data folder', async ({ desk, tray, stint }) => {
  const app = tray();
  const icon = await desk.panel.icon();
  await until('the menu', async () => (await icon.labels()).includes('Quit'));
  await icon.click('Quit');
  expect(await app.ended()).toBe(0);
  // Without a host the command line opens the data folder itself.
  expect((await stint.json<Status>('status')).running).toBeNull();
});
