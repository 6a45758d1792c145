import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instant } from '#shared/values/instant.ts';
import { createCodeFinder } from './code-finder.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'stint-code-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const clock = { monotonicMs: () => performance.now() };
/** @param daysAgo when something was last done in it. */
function repository(path: string, daysAgo: number): string {
  const folder = join(home, path);
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  const at = Date.now() / 1000 - daysAgo * 86_400;
  utimesSync(join(folder, '.git', 'HEAD'), at, at);
  return folder;
}
function git(folder: string, ...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(home, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
}
function commit(folder: string, email: string, at: string): void {
  git(
    folder,
    ...['-c', `user.email=${email}`, '-c', 'user.name=Max', 'commit', '--quiet', '--allow-empty'],
    ...['--message', 'x', '--date', at],
  );
}

test('folders with repositories, those that were worked in last first', async () => {
  repository('code/shop', 3);
  repository('code/deep/er/api', 1);
  repository('old', 90);
  repository('Documents/thesis', 0);
  repository('.dotfiles', 0);
  mkdirSync(join(home, 'music'));
  writeFileSync(join(home, 'notes.txt'), '');
  const { folders, complete } = await createCodeFinder(clock, { home }).suggest();
  expect(complete).toBe(true);
  expect(folders.map(({ shown, repositories, names }) => ({ shown, repositories, names }))).toEqual([
    { shown: '~/code', repositories: 2, names: ['api', 'shop'] },
    { shown: '~/old', repositories: 1, names: ['old'] },
  ]);
});

test('when there is no time it says that it did not look everywhere', async () => {
  repository('code/shop', 3);
  const { folders, complete } = await createCodeFinder(clock, { home, timeMs: -1 }).suggest();
  expect({ folders, complete }).toEqual({ folders: [], complete: false });
});

test('a home that cannot be read has no code in it', async () => {
  const gone = createCodeFinder(clock, { home: join(home, 'gone') });
  expect(await gone.suggest()).toEqual({ folders: [], complete: true });
});

test('who committed since then, by address, whatever its spelling', async () => {
  const shop = repository('shop', 0);
  commit(shop, 'max@example.com', '2026-02-10T09:00:00Z');
  commit(shop, 'Max@Example.com', '2026-02-11T09:00:00Z');
  commit(shop, 'ann@example.com', '2026-02-12T09:00:00Z');
  const finder = createCodeFinder(clock, { home });
  const authors = await finder.authors([shop, join(home, 'gone')], instant(0));
  expect(authors).toEqual([
    { email: 'Max@Example.com', name: 'Max', commits: 2 },
    { email: 'ann@example.com', name: 'Max', commits: 1 },
  ]);
});
