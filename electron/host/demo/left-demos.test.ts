import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { acquireHostLock } from '../../storage/host-lock.ts';
import { temporaryHome } from '../../storage/temporary-home.ts';
import { forgetLeftDemos } from './left-demos.ts';

const NOW = Date.now();
const HOUR = 3_600_000;

/** A folder as a demo has it, an hour old. */
function demo(temporary: string, name: string): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'host.lock'), '');
  writeFileSync(join(folder, 'stint.db'), 'made up');
  return aged(folder);
}
const aged = (folder: string, ms = HOUR): string => {
  utimesSync(folder, new Date(NOW - ms), new Date(NOW - ms));
  return folder;
};

it('what a demo left whose process is gone is removed', async () => {
  const temporary = temporaryHome();
  const folder = demo(temporary, 'stint-demo-aB3xY9');
  // A process of its own takes the lock and is killed, as a crash would end it.
  const lock = join(import.meta.dirname, '..', '..', 'storage', 'host-lock.ts');
  const program = `const { acquireHostLock } = await import(${JSON.stringify(lock)});
    if (acquireHostLock(${JSON.stringify(folder)}, 0) === null) process.exit(1);
    console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  aged(folder);
  forgetLeftDemos(temporary, NOW);
  expect(existsSync(folder)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  aged(folder);
  forgetLeftDemos(temporary, NOW);
  expect(existsSync(folder)).toBe(false);
});

it('what runs here, what is young, and what is no demo stays', () => {
  const temporary = temporaryHome();
  const running = demo(temporary, 'stint-demo-run123');
  const lock = acquireHostLock(running, 0);
  onTestFinished(() => lock?.release());
  aged(running);
  const young = aged(demo(temporary, 'stint-demo-young1'), 1000);
  const other = demo(temporary, 'stint-demo-of-mine');
  const bare = join(temporary, 'stint-demo-bare12');
  mkdirSync(bare);
  aged(bare);
  const own = demo(temporary, 'own');
  const link = join(temporary, 'stint-demo-link12');
  symlinkSync(own, link);
  forgetLeftDemos(temporary, NOW);
  for (const folder of [running, young, other, bare, own, link]) expect(existsSync(folder)).toBe(true);
});

it('no temporary folder is ever in the way of a demo', () => {
  expect(() => forgetLeftDemos(join(temporaryHome(), 'nowhere'), NOW)).not.toThrow();
});
