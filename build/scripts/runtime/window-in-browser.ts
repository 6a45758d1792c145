// The window without Electron: `stint serve`, and the person's browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../folders.ts';

const LINK = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/\S*/;

/** Serves the window until stopped. Calls `ready` once with the link that lets one browser in. Gives the exit code. */
export function serveWindow(args: readonly string[], ready: (link: string) => void): Promise<number> {
  const child = spawn(process.execPath, [join(PROJECT, 'build', 'bin', 'stint.mjs'), 'serve', ...args], {
    cwd: PROJECT,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let seen = '';
  let told = false;
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    if (told) return;
    seen += chunk.toString('utf8');
    const link = LINK.exec(seen)?.[0];
    if (link === undefined || !/\s/.test(seen.slice(seen.indexOf(link) + link.length))) return;
    told = true;
    ready(link);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
}

/** Opens a link where there is somebody to see it; elsewhere the printed link is enough. Never fails. */
export function openInBrowser(link: string): void {
  const opener = openerHere();
  if (opener === null) return;
  const [program, ...before] = opener;
  const child = spawn(program, [...before, link], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function openerHere(): readonly [string, ...string[]] | null {
  if ((process.env['CI'] ?? '') !== '') return null;
  if (process.platform === 'darwin') return ['open'];
  // The empty word is the window title that `start` takes first.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  const seen = (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  return seen ? ['xdg-open'] : null;
}
