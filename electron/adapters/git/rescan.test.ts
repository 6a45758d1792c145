import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GitScan } from '#shared/ports/world.ts';
import { createGitReader } from './git-reader.ts';
import { ANN, SampleFolder, minute } from './sample-repository.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
  folder.commit(folder.init(), 'one', { at: 0, file: ['a', '1\n'] });
});
afterEach(() => folder.remove());

const subjects = (scan: GitScan): string[] => scan.commits.map((commit) => commit.subject).sort();

describe('a second scan', () => {
  it('reads only what is new', async () => {
    const first = await folder.scan();
    expect(subjects(await folder.scan('app', first))).toEqual([]);
    folder.commit('app', 'two', { at: 1 });
    folder.git('app', ['checkout', '-q', '-b', 'fix/TB-1']);
    folder.commit('app', 'three', { at: 2 });
    const second = await folder.scan('app', first);
    expect(subjects(second)).toEqual(['three', 'two']);
    expect(second.coveredFrom).toBe(first.coveredFrom);
    expect(subjects(await folder.scan('app', second))).toEqual([]);
  });

  it('does not ask git to walk what is known', async () => {
    const first = await folder.scan();
    folder.commit('app', 'two', { at: 1 });
    const { output } = spyOnGit(folder);
    await folder.scan('app', first);
    const walked = output().filter((line) => line.includes(' log '));
    expect(walked).toHaveLength(1);
    expect(walked[0]).not.toContain('--all');
  });

  it('finds what a fetch brought: old work of the person on another machine', async () => {
    folder.git('.', ['clone', '-q', 'app', 'copy']);
    const first = await folder.scan('copy');
    folder.git('app', ['checkout', '-q', '-b', 'fix/TB-1']);
    folder.commit('app', 'older than the scan', { at: -60 });
    folder.git('copy', ['fetch', '-q']);
    const second = await folder.scan('copy', first);
    expect(second.commits.map((c) => [c.subject, c.branch])).toEqual([['older than the scan', 'fix/TB-1']]);
  });

  it('works after a rebase whose old tips were collected as garbage', async () => {
    folder.git('app', ['checkout', '-q', '-b', 'side']);
    folder.commit('app', 'work', { at: 2, file: ['b', '1\n'] });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.commit('app', 'meanwhile', { at: 3, file: ['a', '2\n'] });
    const first = await folder.scan();
    folder.git('app', ['checkout', '-q', 'side']);
    folder.at = 60;
    folder.git('app', ['rebase', '-q', 'main']);
    folder.git('app', ['update-ref', '-d', 'ORIG_HEAD']);
    folder.git('app', ['reflog', 'expire', '--expire=now', '--expire-unreachable=now', '--all']);
    folder.git('app', ['gc', '-q', '--prune=now']);
    const second = await folder.scan('app', first);
    expect(second.commits.map((c) => [c.subject, c.authoredAt, c.committedAt])).toEqual([
      ['work', minute(2), minute(60)],
    ]);
    expect(second.commits[0]!.patchId).toMatch(/^[0-9a-f]{40}$/);
  });

  it('walks the window again for an earlier start or another address', async () => {
    folder.commit('app', 'from home', { at: 1, email: 'ann@home' });
    const first = await folder.scan('app', { since: minute(0) });
    folder.commit('app', 'long ago', { at: -100, committedAt: -100 });
    expect(subjects(await folder.scan('app', { ...first, since: minute(-500) }))).toEqual([
      'long ago',
      'one',
    ]);
    expect(
      subjects(await folder.scan('app', { ...first, since: minute(0), emails: [ANN, 'ann@home'] })),
    ).toEqual(['from home', 'one']);
  });

  it('reads everything where the mark is damaged', async () => {
    expect(subjects(await folder.scan('app', { mark: '{"v":1' }))).toEqual(['one']);
  });

  it('goes on where a ref points at a commit that is missing', async () => {
    const first = await folder.scan();
    folder.commit('app', 'two', { at: 1 });
    folder.write('app/.git/refs/heads/broken', `${'12'.repeat(20)}\n`);
    const second = await folder.scan('app', first).catch((error: unknown) => error);
    expect(second).toMatchObject({ commits: [{ subject: 'two' }, { subject: 'one' }] });
  });
});

describe('unchanged', () => {
  const reader = createGitReader({ worker: false });
  const unchanged = (mark: string | null, name = 'app'): Promise<boolean> =>
    reader.unchanged(folder.repository(name, mark));

  it('is true as long as nothing happened', async () => {
    const { mark } = await folder.scan();
    expect(await unchanged(mark)).toBe(true);
    folder.write('app/a', 'edited, not committed');
    expect(await unchanged(mark)).toBe(true);
    expect(await unchanged((await folder.scan('app', { mark })).mark)).toBe(true);
  });

  it('is false without a mark, with a damaged one, and where the repository is gone', async () => {
    const { mark } = await folder.scan();
    expect(await unchanged(null)).toBe(false);
    expect(await unchanged('{}')).toBe(false);
    folder.remove();
    expect(await unchanged(mark)).toBe(false);
  });

  it.each<[string, (folder: SampleFolder) => void]>([
    ['a commit', (f) => f.commit('app', 'two', { at: 1 })],
    ['an amended commit', (f) => f.commit('app', 'two', { options: ['--amend'] })],
    ['a new branch', (f) => f.git('app', ['branch', 'x'])],
    ['a deleted branch', (f) => f.git('app', ['branch', '-D', 'deep/er/branch'])],
    ['a moved branch', (f) => f.git('app', ['branch', '-f', 'deep/er/branch', 'v0'])],
    ['a checkout', (f) => f.git('app', ['checkout', '-q', 'deep/er/branch'])],
    ['a checkout in a linked work tree', (f) => f.git('linked', ['checkout', '-q', '--detach'])],
    ['a commit in a linked work tree', (f) => f.commit('linked', 'x')],
    ['a new work tree', (f) => f.git('app', ['worktree', 'add', '-q', '--detach', '../third'])],
    ['packed refs', (f) => f.git('app', ['pack-refs', '--all'])],
  ])('is false after %s', async (_, happen) => {
    folder.git('app', ['branch', 'deep/er/branch']);
    folder.git('app', ['worktree', 'add', '-q', '-b', 'x2', '../linked']);
    folder.git('app', ['tag', 'v0', folder.git('app', ['commit-tree', '-m', 'zero', 'HEAD^{tree}'])]);
    const { mark } = await folder.scan();
    expect(await unchanged(mark)).toBe(true);
    happen(folder);
    expect(await unchanged(mark)).toBe(false);
  });

  it('is false right after a change: what follows within the same tick of the disk must not be lost', async () => {
    const scan = await reader.scan(folder.repository(), [ANN], folder.repository().addedAt);
    expect(subjects(scan)).toEqual(['one']);
    expect(await unchanged(scan.mark)).toBe(false);
  });
});

/** Puts a git that writes down how it was called before the real one, for the rest of the test. */
function spyOnGit({ path }: SampleFolder): { output: () => string[] } {
  const log = join(path, 'calls');
  const real = process.env['PATH']!.split(':').find((part) => isThere(join(part, 'git')))!;
  const spy = folder.write('bin/git', `#!/bin/sh\necho "$*" >> '${log}'\nexec '${join(real, 'git')}' "$@"\n`);
  chmodSync(spy, 0o755);
  writeFileSync(log, '');
  const before = process.env['PATH'];
  process.env['PATH'] = `${join(path, 'bin')}:${before}`;
  return {
    output: () => {
      process.env['PATH'] = before;
      return readFileSync(log, 'utf8').split('\n');
    },
  };
}

function isThere(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}
