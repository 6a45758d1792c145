import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GitOutcome } from '#shared/evidence/dev-session.ts';
import { instant } from '#shared/values/instant.ts';
import { minute, SampleFolder } from './sample-repository.ts';
import { createSessionGit } from './session-git.ts';

const git = createSessionGit();
let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

const place = (name = 'app') => join(folder.path, name);
/** A session that begins now, at a minute of the day of the tests. */
async function begin(at: number, name = 'app') {
  const stand = await git.stand(place(name));
  return { ...stand!, at: instant(minute(at)) };
}
/** The numbers of plain `git diff --numstat`, as a person would add them up. */
function plain(from: string, to: string, name = 'app') {
  const rows = folder.git(name, ['diff', '--numstat', from, to]).split('\n').filter(Boolean);
  const sum = (at: number) => rows.reduce((n, row) => n + (Number(row.split('\t')[at]) || 0), 0);
  return {
    files: rows.length,
    binaryFiles: rows.filter((row) => row.startsWith('-')).length,
    linesAdded: sum(0),
    linesRemoved: sum(1),
  };
}
const numbers = ({ files, binaryFiles, linesAdded, linesRemoved }: GitOutcome) => ({
  files,
  binaryFiles,
  linesAdded,
  linesRemoved,
});
const lines = (n: number, word = 'line') => Array.from({ length: n }, (_, at) => `${word} ${at}\n`).join('');

describe('where a session begins', () => {
  it('is the work tree around a folder, its branch and its commit', async () => {
    folder.init();
    const hash = folder.commit('app', 'first', { file: ['web/src/a.ts', 'a\n'] });
    expect(await git.stand(place('app/web/src'))).toEqual({
      repository: place(),
      branch: 'main',
      commit: hash,
    });
    folder.git('app', ['checkout', '-q', '--detach']);
    expect(await git.stand(place())).toMatchObject({ branch: null, commit: hash });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.git('app', ['pack-refs', '--all']);
    expect(await git.stand(place())).toMatchObject({ branch: 'main', commit: hash });
  });

  it('is nothing outside of a repository, and no commit in a new one', async () => {
    mkdirSync(place('plain'));
    expect(await git.stand(place('plain'))).toBeNull();
    folder.init();
    expect(await git.stand(place())).toEqual({ repository: place(), branch: 'main', commit: null });
  });
});

describe('what a session changed', () => {
  beforeEach(() => {
    folder.init();
    folder.commit('app', 'before', { at: 0, file: ['a.txt', lines(40)] });
  });

  it('is nothing where nothing was committed', async () => {
    const start = await begin(1);
    expect(await git.since(start)).toMatchObject({ start: 'exact', commits: 0, files: 0, endBranch: 'main' });
  });

  it('is what plain git says: changed, added, deleted, renamed and binary files', async () => {
    folder.commit('app', 'more', { at: 0, file: ['b.txt', lines(30, 'b')] });
    const start = await begin(1);
    folder.write('app/a.txt', lines(45));
    folder.write('app/naïve „套接字“.txt', 'x\n');
    folder.write('app/logo.bin', Buffer.from([0, 1, 2, 0, 255]));
    folder.commit('app', 'change', { at: 2, file: ['new/c.txt', lines(3)] });
    mkdirSync(place('app/new'), { recursive: true });
    renameSync(place('app/b.txt'), place('app/new/moved.txt'));
    folder.write('app/new/moved.txt', `${lines(30, 'b')}tail\n`);
    const end = folder.commit('app', 'rename', { at: 3, file: ['d.txt', 'd\n'] });
    rmSync(place('app/d.txt'));
    const last = folder.commit('app', 'delete', { at: 4, file: ['e.txt', 'e\n'] });
    const outcome = await git.since(start);
    expect(numbers(outcome)).toEqual(plain(start.commit!, last));
    expect(outcome).toMatchObject({ start: 'exact', commits: 3, merges: 0, endCommit: last, binaryFiles: 1 });
    expect(outcome.log.map(({ subject }) => subject)).toEqual(['delete', 'rename', 'change']);
    expect(outcome.log[1]).toMatchObject({ hash: end, at: minute(3) });
  });

  it('has merges in it, counted as git counts them', async () => {
    const start = await begin(1);
    folder.git('app', ['checkout', '-q', '-b', 'side']);
    folder.commit('app', 'side', { at: 2, file: ['side.txt', lines(7)] });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.commit('app', 'main', { at: 3, file: ['main.txt', lines(5)] });
    folder.git('app', ['merge', '-q', '--no-ff', '-m', 'merge', 'side']);
    const outcome = await git.since(start);
    expect(numbers(outcome)).toEqual(plain(start.commit!, 'main'));
    expect(outcome).toMatchObject({ commits: 3, merges: 1, linesAdded: 12 });
    expect(outcome.log.map(({ subject }) => subject)).toEqual(['main', 'side']);
  });

  it('has moved submodules in it, and never looks into them', async () => {
    folder.init('lib');
    folder.commit('lib', 'one', { at: 0, file: ['lib.txt', lines(10)] });
    folder.git('app', ['submodule', '--quiet', 'add', place('lib'), 'lib']);
    folder.commit('app', 'with lib', { at: 1, file: ['use.txt', 'use\n'] });
    const start = await begin(2);
    folder.commit('lib', 'two', { at: 3, file: ['lib.txt', lines(90)] });
    folder.git('app/lib', ['pull', '-q']);
    const end = folder.commit('app', 'newer lib', { at: 4, file: ['use.txt', 'use more\n'] });
    const outcome = await git.since(start);
    expect(numbers(outcome)).toEqual(plain(start.commit!, end));
    expect(outcome.files).toBe(2);
    expect(await git.stand(place('app/lib'))).toMatchObject({ repository: place('app/lib') });
  });

  it('is told from the copy that a rebase left of its start: what others did meanwhile is not part of it', async () => {
    folder.git('app', ['checkout', '-q', '-b', 'work']);
    folder.commit('app', 'started from', { at: 1, file: ['mine.txt', lines(4)] });
    const start = await begin(2);
    folder.commit('app', 'session work', { at: 3, file: ['mine.txt', lines(9)] });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.commit('app', 'by others', { at: 4, file: ['others.txt', lines(500)] });
    folder.git('app', ['checkout', '-q', 'work']);
    folder.git('app', ['rebase', '-q', 'main']);
    const outcome = await git.since(start);
    expect(outcome).toMatchObject({ start: 'rewritten', commits: 1, linesAdded: 5, endBranch: 'work' });
    expect(numbers(outcome)).toEqual(plain('work~1', 'work'));
  });

  it('has what was amended to its start in it', async () => {
    folder.commit('app', 'start', { at: 1, file: ['b.txt', lines(4)] });
    const start = await begin(2);
    folder.write('app/b.txt', lines(10));
    folder.git('app', ['commit', '-q', '-a', '--amend', '--no-edit']);
    const outcome = await git.since(start);
    expect(outcome).toMatchObject({ start: 'rewritten', linesAdded: 6 });
    expect(numbers(outcome)).toEqual(plain(start.commit!, 'main'));
  });

  it('is told by date where the start was squashed away and collected', async () => {
    folder.git('app', ['checkout', '-q', '-b', 'work']);
    folder.commit('app', 'wip', { at: 1, file: ['w.txt', lines(2)] });
    const start = await begin(2);
    folder.commit('app', 'more', { at: 3, file: ['w.txt', lines(6)] });
    folder.git('app', ['reset', '-q', '--soft', 'main']);
    folder.commit('app', 'squashed', { at: 4, file: ['x.txt', 'x\n'] });
    folder.git('app', ['reflog', 'expire', '--expire=now', '--all']);
    folder.git('app', ['gc', '-q', '--prune=now']);
    expect(() => folder.git('app', ['cat-file', '-e', start.commit!])).toThrow('');
    const outcome = await git.since(start);
    expect(outcome).toMatchObject({ start: 'by-date', commits: 1 });
    expect(numbers(outcome)).toEqual(plain('main', 'work'));
  });

  it('is on the branch it began on, when another one is checked out at its end', async () => {
    folder.git('app', ['checkout', '-q', '-b', 'work']);
    const start = await begin(1);
    folder.commit('app', 'work', { at: 2, file: ['w.txt', lines(6)] });
    folder.git('app', ['checkout', '-q', 'main']);
    expect(await git.since(start)).toMatchObject({ start: 'exact', commits: 1, endBranch: 'work' });
  });

  it('is what was done on another branch since then, where the start is no part of it', async () => {
    folder.git('app', ['checkout', '-q', '-b', 'old']);
    folder.commit('app', 'long ago', { at: 1, file: ['old.txt', lines(70)] });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.commit('app', 'on main', { at: 2, file: ['m.txt', lines(3)] });
    const start = await begin(3);
    folder.git('app', ['checkout', '-q', 'old']);
    folder.commit('app', 'now', { at: 4, file: ['old.txt', lines(72)] });
    const outcome = await git.since(start);
    expect(outcome).toMatchObject({ start: 'by-date', commits: 1, linesAdded: 2, endBranch: 'old' });
    expect(numbers(outcome)).toEqual(plain('old~1', 'old'));
  });

  it('is everything there is, where nothing was committed at its start', async () => {
    folder.init('new');
    const start = await begin(1, 'new');
    expect(await git.since(start)).toMatchObject({ start: 'empty', commits: 0, files: 0 });
    folder.commit('new', 'first', { at: 2, file: ['a.txt', lines(8)] });
    expect(await git.since(start)).toMatchObject({ start: 'empty', commits: 1, files: 1, linesAdded: 8 });
  });

  it('can be read in a linked work tree', async () => {
    folder.git('app', ['worktree', 'add', '-q', '-b', 'agent', place('tree')]);
    const start = await begin(1, 'tree');
    folder.commit('tree', 'by the agent', { at: 2, file: ['t.txt', lines(4)] });
    folder.commit('app', 'by me', { at: 3, file: ['m.txt', lines(40)] });
    expect(await git.since(start)).toMatchObject({ commits: 1, linesAdded: 4, endBranch: 'agent' });
  });

  it('says so where the repository is gone', async () => {
    const start = await begin(1);
    rmSync(place(), { recursive: true });
    await expect(git.since(start)).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('runs nothing that a repository names', async () => {
  folder.init();
  const mark = join(folder.path, 'ran');
  const script = folder.write('evil.sh', `#!/bin/sh\ntouch '${mark}'\ncat /dev/null\n`);
  execFileSync('chmod', ['+x', script]);
  folder.write('app/.gitattributes', '*.txt diff=evil\n');
  folder.commit('app', 'one', { at: 0, file: ['a.txt', 'a\n'] });
  for (const key of [
    'diff.evil.command',
    'diff.evil.textconv',
    'diff.external',
    'core.fsmonitor',
    'core.pager',
  ])
    folder.git('app', ['config', key, script]);
  const start = await begin(1);
  folder.commit('app', 'two', { at: 2, file: ['a.txt', 'b\n'] });
  expect(await git.since(start)).toMatchObject({ files: 1, linesAdded: 1, linesRemoved: 1 });
  rmSync(mark, { force: true });
  await git.since(start);
  expect(existsSync(mark)).toBe(false);
});
