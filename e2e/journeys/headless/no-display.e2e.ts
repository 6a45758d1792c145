import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronExecutable } from '../../../build/scripts/runtime/electron-of-package.ts';
import { electronSwitches } from '../../../build/scripts/runtime/electron-switches.ts';
import { PROJECT } from '../../world/app.ts';
import { ownHome } from '../../world/own-home.ts';
import { end } from '../../world/processes.ts';
import { expect, test } from '../../world/story.ts';
import { until } from '../../world/wait.ts';

const envOf = (home: string) => ({
  ...process.env,
  ...ownHome(home),
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
  CI: '1',
});

test('`npm start` without a display says so in one sentence and serves the same window', async ({
  home,
  stint,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a display');
  const child = spawn(process.execPath, [join(PROJECT, 'build', 'run.mjs'), 'start', '--home', home], {
    env: envOf(home),
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const link = await until('the link', () => /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0], 60_000);
  expect(said).toContain('There is no display here, so Stint runs without a tray');
  const page = await fetch(link);
  expect(await page.text()).toContain('<title>Stint</title>');
  expect(await stint.json('status')).toMatchObject({ running: null });
  await end(child, 'SIGTERM');
});

test('the desktop program itself, without a display, says what to do instead', async ({ home }) => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a display');
  const electron = electronExecutable();
  test.skip(electron === null, 'there is no Electron on this machine');
  const child = spawn(electron ?? '', [...electronSwitches(), PROJECT, '--home', home], {
    env: envOf(home),
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(said).toContain('Stint found no display');
  expect(said).toContain('stint serve');
  expect(code).toBe(1);
});
