import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

test('"open at login" writes the autostart file of the desktop, and takes it away again', async ({
  desk,
  home,
  tray,
  stint,
}) => {
  tray();
  await desk.panel.icon();
  const file = join(home, 'config', 'autostart', 'stint.desktop');
  await stint.json('config', 'set', 'app.openAtLogin', 'true');
  const entry = await until('the autostart file', () => readFile(file, 'utf8'));
  expect(entry).toMatch(/^Exec=.*--hidden --home /m);
  await stint.json('config', 'set', 'app.openAtLogin', 'false');
  await until('the file to be gone', () =>
    readFile(file).then(
      () => false,
      () => true,
    ),
  );
});
