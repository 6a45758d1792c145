import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

test.use({ deskWishes: { panel: false } });

test('a desktop without a tray shows the window instead and says so once', async ({ desk, home, tray }) => {
  const first = tray(['--hidden']);
  await until('the window', async () => (await desk.display.titles()).includes('Stint'));
  const told = await desk.notifications.next('shows no tray');
  expect(told.body).toContain('window opens instead');
  await first.stop();
  await until('the doors to be shut', () =>
    readFile(join(home, 'host.json')).then(
      () => false,
      () => true,
    ),
  );

  tray(['--hidden']);
  await until('the window again', async () => (await desk.display.titles()).includes('Stint'));
  // What is to be said is said before the doors open; once they are, silence is an answer.
  await until('the doors to open', () => readFile(join(home, 'host.json')));
  expect(desk.notifications.heard.filter(({ summary }) => summary.includes('no tray'))).toHaveLength(1);
});
