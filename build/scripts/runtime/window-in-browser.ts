// The window without Electron: `stint serve`, and the person's browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from '../folders.ts';

/** Serves the window until stopped. Calls `ready` once with the link that lets one browser in. Gives the exit code. */
export function serveWindow(args: readonly string[], ready: (link: string) => void): Promise<number> {
  const child = spawn(process.execPath, [join(PROJECT, 'build', 'bin', 'command.cjs'), 'serve', ...args], {
    cwd: PROJECT,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const link = linkIn(line);
    if (link === null) console.log(line);
    else ready(link);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
}

/** `stint serve` announces itself in one line of JSON; `open` in it is the link that works once. */
function linkIn(line: string): string | null {
  try {
    const announced: unknown = JSON.parse(line);
    if (typeof announced !== 'object' || announced === null || !('open' in announced)) return null;
    return typeof announced.open === 'string' ? announced.open : null;
  } catch {
    return null;
  }
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
