import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireHostLock } from './host-lock.ts';
import { problemIn, temporaryHome } from './temporary-home.ts';

/** Another process that takes the lock, says so, and holds it until it is killed. */
async function otherHolder(home: string) {
  const code = `
    const { acquireHostLock } = await import(${JSON.stringify(new URL('./host-lock.ts', import.meta.url).href)});
    const taken = acquireHostLock(${JSON.stringify(home)}, 0) !== null;
    global.gc(); // a lock that nobody refers to any more is held all the same
    console.log(taken ? 'held' : 'refused');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    said: said.toString().trim(),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the host lock', () => {
  it('is held by one at a time and can be taken again when it was released', () => {
    const home = join(temporaryHome(), 'new');
    const first = acquireHostLock(home, 0);
    expect(first).not.toBeNull();
    expect(acquireHostLock(home, 0)).toBeNull();
    first?.release();
    first?.release();
    const second = acquireHostLock(home, 0);
    expect(second).not.toBeNull();
    second?.release();
    if (process.platform !== 'win32') expect(statSync(join(home, 'host.lock')).mode & 0o777).toBe(0o600);
  });

  it('keeps other processes out', async () => {
    const home = temporaryHome();
    const lock = acquireHostLock(home, 0);
    const other = await otherHolder(home);
    expect(other.said).toBe('refused');
    await other.kill();
    lock?.release();
  });

  it('is released by the system when its holder is killed', async () => {
    const home = temporaryHome();
    const other = await otherHolder(home);
    expect(other.said).toBe('held');
    expect(acquireHostLock(home, 20)).toBeNull();
    await other.kill();
    const lock = acquireHostLock(home, 1000);
    expect(lock).not.toBeNull();
    lock?.release();
  });

  it('is made new when the file holds rubbish, and says so when there can be none', async () => {
    const home = temporaryHome();
    writeFileSync(join(home, 'host.lock'), 'rubbish '.repeat(1000));
    const lock = acquireHostLock(home, 0);
    expect(lock).not.toBeNull();
    expect(acquireHostLock(home, 0)).toBeNull();
    lock?.release();
    const below = join(home, 'host.lock', 'home');
    expect((await problemIn(() => acquireHostLock(below, 0))).message).toContain('cannot write');
  });
});
