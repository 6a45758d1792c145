// `npm start`: the tray app; where that cannot be, the same window in the browser. Says in one sentence why.
import { spawn } from 'node:child_process';
import { buildIfStale } from './freshness.ts';
import { PROJECT } from './folders.ts';
import { electronOfPackage, fetchElectron } from './runtime/electron-of-package.ts';
import { spareElectron } from './runtime/electron-folder.ts';
import { openInBrowser, serveWindow } from './runtime/window-in-browser.ts';
import { electronSwitches } from './runtime/electron-switches.ts';

/** An Electron that ends this soon with an error never came up: a missing library, a sandbox the system forbids. */
const NEVER_CAME_UP_MS = 8_000;

const say = (line: string): void => console.log(line);
const wishes = process.argv.slice(2);

if (await buildIfStale()) say('Built.');
process.exitCode = await start();

async function start(): Promise<number> {
  const noDisplay = whyNoDisplay();
  if (noDisplay !== null) return await headless(noDisplay);
  await fetchElectron(say);
  const electron = electronOfPackage() ?? spareElectron();
  if (electron === null) return await headless('Electron could not be downloaded here');

  const began = performance.now();
  const code = await runElectron(electron);
  if (code === 0 || performance.now() - began > NEVER_CAME_UP_MS) return code;
  return await headless(`Electron could not start here (exit code ${code}, its own words are above)`);
}

function runElectron(electron: string): Promise<number> {
  if (electron !== electronOfPackage())
    say('Electron could not be downloaded here: using the stand-in Electron 33.2.1 of npm run e2e:setup.');
  const child = spawn(electron, [...electronSwitches(), PROJECT, ...wishes], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', () => done(127));
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 128)));
  });
}

async function headless(why: string): Promise<number> {
  say(`${why}, so Stint runs without a tray and shows its window in your browser.`);
  return await serveWindow(wishes, (link) => {
    say(`Open ${link} (the link lets in one browser, once). Ctrl+C ends Stint.`);
    openInBrowser(link);
  });
}

function whyNoDisplay(): string | null {
  if (process.platform !== 'linux') return null;
  const named = (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  return named ? null : 'There is no display here';
}
