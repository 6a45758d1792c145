import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { addRepositories } from '#shared/services/repositories.ts';
import { setSetting } from '#shared/services/settings.ts';
import { showStatus } from '#shared/services/session-status.ts';
import { watchTriggers } from './trigger-watch.ts';

let world: MemoryWorld;
let shop: string;
let watching: ReturnType<typeof watchTriggers>;

beforeEach(async () => {
  shop = mkdtempSync(join(tmpdir(), 'stint-triggers-'));
  mkdirSync(join(shop, '.tract', 'tickets'), { recursive: true });
  mkdirSync(join(shop, '.git'));
  world = memoryWorld('2026-02-10T09:00:00Z', 'UTC');
  world.git.repositories.set(shop, { commits: [], broken: null });
  await addRepositories(world, { path: shop });
  watching = watchTriggers(world);
});
afterEach(async () => {
  await watching.end();
  rmSync(shop, { recursive: true });
});

const ticket = async (): Promise<string | null> => (await showStatus(world)).running?.ticket ?? null;
/** On the disk for who watches it, and in memory for who reads it. */
function write(status: string): void {
  const file = join(shop, '.tract', 'tickets', 'TB-042.md');
  const text = `---\ntitle: Socket\nstatus: ${status}\n---\n`;
  world.files.texts.set(file, text);
  writeFileSync(file, text);
}
const branch = (name: string): void => writeFileSync(join(shop, '.git', 'HEAD'), `ref: refs/heads/${name}\n`);

it('a ticket file that is written starts and stops a session', async () => {
  write('todo');
  await setSetting(world, { key: 'triggers.files', value: true });
  await watching.job.run();
  write('in-progress');
  await vi.waitFor(async () => expect(await ticket()).toBe('TB-042'), { timeout: 10_000 });
  write('done');
  await vi.waitFor(async () => expect(await ticket()).toBeNull(), { timeout: 10_000 });
});

it('a branch that is checked out is found at the next look', async () => {
  await setSetting(world, { key: 'triggers.checkout', value: true });
  branch('main');
  await watching.job.run();
  branch('fix/TB-042-socket');
  await watching.job.run();
  expect(await ticket()).toBe('TB-042');
});

it('nothing is followed while it is off', async () => {
  branch('main');
  await watching.job.run();
  branch('fix/TB-042-socket');
  write('in-progress');
  await watching.job.run();
  expect(await ticket()).toBeNull();
});
