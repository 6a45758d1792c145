import { existsSync } from 'node:fs';
import { PACKAGED, startPackagedApp } from '../../world/app.ts';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

test('the packaged app starts into the tray, shows its window and quits', async ({ desk, home, stint }) => {
  test.skip(!existsSync(PACKAGED), 'nothing is packaged here: run "npm run pack"');
  const app = startPackagedApp(PACKAGED, { home, env: desk.env });
  try {
    const icon = await desk.panel.icon();
    await until('the menu', async () => (await icon.labels()).includes('Quit'));
    expect(await icon.shape()).toBe('○');
    await stint.json('start', 'TB-1', 'packaging');
    await until('the session in the tray', async () => (await icon.labels())[0] === 'TB-1 packaging');
    expect(await icon.shape()).toBe('●');
    await icon.click('Reconcile today');
    await until('the window', async () => (await desk.display.titles()).includes('Stint'));
    await icon.click('Quit');
    expect(await app.ended()).toBe(0);
  } finally {
    await app.kill();
  }
});
