import type { StatusShape } from '#shared/contract/shapes.ts';
import { startWindow } from '../../world/app.ts';
import { expect, test } from '../../world/story.ts';

test('a small window above all others shows what runs, pauses and stops it by keyboard, and stays where it was put', async ({
  home,
  desk,
  stint,
}, info) => {
  await stint.json('start', 'TB-042', 'fix socket');
  await stint.json('config', 'set', 'app.widget', 'true');
  const running = async () => (await stint.json<StatusShape>('status')).running?.status ?? null;
  const start = () => startWindow({ home, env: desk.env, args: ['--hidden'] });
  const first = await start();
  const { app, page } = first;
  await expect(page.getByRole('main', { name: 'What runs' })).toContainText('TB-042 fix socket');
  const widget = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { isOnTop: window?.isAlwaysOnTop(), at: window?.getPosition() };
    });
  expect((await widget()).isOnTop).toBe(true);

  await page.screenshot({ path: info.outputPath('widget.png') });
  // By keyboard: Tab to the key, and the focus stays on it.
  await page.getByRole('button', { name: 'Pause' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(running).toBe('paused');
  const resume = page.getByRole('button', { name: 'Resume' });
  await expect(resume).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect.poll(running).toBe(null);
  await expect(page.getByRole('main')).toContainText('No session runs');

  // Moved, it is there again with the next start.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setPosition(120, 90));
  await expect.poll(async () => (await widget()).at).toEqual([120, 90]);
  await first.close();
  const second = await start();
  expect(
    await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getPosition()),
  ).toEqual([120, 90]);
  const gone = second.page.waitForEvent('close');
  await second.page.getByRole('button', { name: 'Close the small window' }).click();
  await gone;
  expect(await stint.json('config', 'get', 'app.widget')).toMatchObject({ value: false });
  await second.close();
});
