import type { Page } from 'playwright';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

interface Status {
  readonly running: { readonly ticket: string | null; readonly status: string } | null;
}
interface GlobalKey {
  readonly action: string;
  readonly standing: string;
  readonly remedy: string | null;
}
interface Doctor {
  readonly healthy: boolean;
  readonly checks: { name: string; ok: boolean; remedy: string | null }[];
}

test('keys from any program start and stop, and are given back when they change', async ({
  desk,
  tray,
  stint,
}) => {
  await stint.json('start', 'TB-042', 'fix', 'socket');
  await stint.json('stop');
  tray();
  const icon = await desk.panel.icon();
  await until('the tray to offer it', async () =>
    (await icon.labels()).includes('Continue TB-042 fix socket'),
  );
  const standing = async () =>
    (await stint.json<GlobalKey[]>('shortcut', 'list')).find(({ action }) => action === 'toggle')?.standing;
  expect(await standing()).toBe('none');
  const runs = async () => (await stint.json<Status>('status')).running?.ticket ?? null;

  await stint.json('config', 'set', 'app.globalToggle', 'Control+Alt+T');
  await until('the keys to be held', async () => (await standing()) === 'held');
  await desk.display.press('ctrl+alt+t');
  await until('the session to go on', async () => (await runs()) === 'TB-042');
  await until('the tray to show it', async () => (await icon.shape()).startsWith('●'));
  await desk.display.press('ctrl+alt+t');
  await until('the session to stop', async () => (await runs()) === null);

  await stint.json('config', 'set', 'app.globalToggle', 'Control+Alt+Y');
  await desk.display.press('ctrl+alt+t');
  await desk.display.press('ctrl+alt+y');
  await until('the new keys to start', async () => (await runs()) === 'TB-042');
  // The old keys did nothing: they would have stopped it again, or started it before.
  expect((await stint.json<unknown[]>('session', 'list')).length).toBe(3);
});

test('keys that another program holds are refused, and said so with the way out', async ({
  desk,
  tray,
  stint,
}) => {
  tray();
  await desk.panel.icon();
  await stint.json('config', 'set', 'app.globalToggle', 'Control+Alt+T');
  // The second of our own actions on the same keys stands for any other program.
  await stint.json('config', 'set', 'app.globalWindow', 'Control+Alt+T');
  const refused = await until('the refusal', async () =>
    (await stint.json<GlobalKey[]>('shortcut', 'list')).find(({ standing }) => standing === 'refused'),
  );
  expect(refused).toMatchObject({ action: 'window' });
  expect(refused.remedy).toContain('stint toggle');
  const doctor = await stint.say('doctor', '--json');
  const { checks } = JSON.parse(doctor.stdout) as Doctor;
  expect(checks.filter(({ name }) => name === 'shortcut Control+Alt+T')).toMatchObject([
    { ok: true },
    { ok: false },
  ]);
});

/** Where the keyboard is, as the page sees it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

test('quick add comes from the tray and from any program, over the page that is shown', async ({
  desk,
  openWindow,
  stint,
}) => {
  await stint.json('config', 'set', 'app.globalQuickAdd', 'Control+Alt+N');
  await stint.json('config', 'set', 'app.globalWindow', 'Control+Alt+W');
  const { app, page } = await openWindow([]);
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  const icon = await desk.panel.icon();
  await icon.click('Log time…');
  await expect.poll(() => focused(page)).toBe('Quick add');

  await page.evaluate(() => {
    location.hash = '#/week';
  });
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await desk.display.press('ctrl+alt+n');
  const dialog = page.getByRole('dialog', { name: 'Log time' });
  await expect(dialog.getByRole('textbox', { name: 'Quick add' })).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/week');
  await dialog.getByRole('textbox').fill('45m on APP-7 for review');
  await dialog.getByRole('textbox').press('Enter');
  await expect(page.getByText('Written: 45m → APP-7, today, manual: review')).toBeVisible();

  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await page.evaluate(() => window.focus());
  await until('the window to have the keyboard', () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.focus();
      return window?.isFocused() ?? false;
    }),
  );
  await desk.display.press('ctrl+alt+w');
  await until('the window to be gone', async () => (await windows()) === 0);
  const opened = app.waitForEvent('window');
  await desk.display.press('ctrl+alt+w');
  await (await opened).getByRole('textbox', { name: 'Quick add' }).waitFor();
});

test('the tray opens quick add with the keyboard in it, also when no window is there yet', async ({
  desk,
  openWindow,
  stint,
}) => {
  await stint.json('log', '30m on TB-042 for socket config');
  const { app, page } = await openWindow([]);
  await page.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach((window) => window.close()),
  );
  const icon = await desk.panel.icon();
  const opened = app.waitForEvent('window');
  await icon.click('Log time…');
  const fresh = await opened;
  await fresh.getByRole('textbox', { name: 'Quick add' }).waitFor();
  await expect.poll(() => focused(fresh)).toBe('Quick add');
  // What was asked once is not asked again by loading the page anew.
  expect(new URL(fresh.url()).hash).toBe('#/today');
});
