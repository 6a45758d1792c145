import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

interface Day {
  readonly status: string;
  readonly totals: { readonly minutes: number };
}

test('a day is written, edited, confirmed and submitted in the window', async ({
  openWindow,
  stint,
}, info) => {
  const { page } = await openWindow([]);
  const quickAdd = page.getByRole('textbox', { name: 'Quick add' });
  await quickAdd.fill('2h on TB-042 for socket config');
  await quickAdd.press('Enter');
  const row = page.getByRole('button', { name: /socket config/ });
  await expect(row).toContainText('2h');

  await row.click();
  const time = page.getByRole('textbox', { name: 'Time' }).first();
  await time.fill('1h30m');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toContainText('1h30m');
  expect(await stint.json<Day>('day')).toMatchObject({ status: 'draft', totals: { minutes: 90 } });

  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('Reviewed', { exact: true }).first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('reviewed.png') });

  await page.getByRole('link', { name: 'Week' }).click();
  const submit = page.getByRole('button', { name: 'Submit week' });
  await expect(submit).toBeEnabled();
  await page.screenshot({ path: info.outputPath('week.png') });
  await submit.click();
  await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible();
  expect(await stint.json<Day>('day')).toMatchObject({ status: 'submitted' });
});

test('the window follows what happens elsewhere', async ({ openWindow, stint, desk }) => {
  const { page } = await openWindow([]);
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeVisible();
  await stint.json('log', '45m on APP-7 for review');
  await expect(page.getByRole('button', { name: /review/ }).first()).toContainText('45m');
  const icon = await desk.panel.icon();
  await icon.click('This week');
  await expect(page.getByRole('button', { name: 'Submit week' })).toBeVisible();
  await icon.click('Log time…');
  await expect(page.getByRole('textbox', { name: 'Quick add' })).toBeFocused();
});

test('a closed window is gone, the tray stays, and the next one stands where it stood', async ({
  desk,
  tray,
}) => {
  const app = tray();
  const icon = await desk.panel.icon();
  await icon.click('Reconcile today');
  const seen = async () => (await desk.display.titles()).includes('Stint');
  await until('the window', seen);
  await desk.display.resize('Stint', 1000, 700);
  await desk.display.press('ctrl+w');
  await until('the window to be gone', async () => !(await seen()));
  expect(await icon.labels()).toContain('Quit');
  await icon.activate();
  await until('the window again', seen);
  expect(await desk.display.sizeOf('Stint')).toEqual([1000, 700]);
  await desk.display.press('ctrl+q');
  expect(await app.ended()).toBe(0);
});

test('a page that dies is opened again, and nothing is lost', async ({ openWindow, stint }) => {
  await stint.json('log', '45m on APP-7 for review');
  const { app, page } = await openWindow([]);
  await expect(page.getByRole('button', { name: 'Confirm', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Week' }).click();
  await expect(page.getByRole('button', { name: 'Submit week' })).toBeVisible();
  const next = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  const reopened = await next;
  await expect(reopened.getByRole('button', { name: 'Submit week' })).toBeVisible();
  await reopened.getByRole('link', { name: 'Today' }).click();
  await expect(reopened.getByRole('button', { name: /review/ }).first()).toContainText('45m');
});
