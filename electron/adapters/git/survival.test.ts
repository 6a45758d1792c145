import { execFileSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GitScan } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { ANN, SampleFolder, minute } from './sample-repository.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
  folder.init();
});
afterEach(() => folder.remove());

const at = (...parts: string[]): string => join(folder.path, ...parts);
const subjects = (scan: GitScan): string[] => scan.commits.map((commit) => commit.subject).sort();
/** The problem a scan ends with; it must say what becomes of the data, and what to do. */
async function problem(name = 'app', mark: string | null = null): Promise<Problem> {
  const error: unknown = await folder.scan(name, { mark }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).message).toMatch(/What was read from it before is kept\.$/);
  expect((error as Problem).message).not.toMatch(/\p{Cc}/u);
  expect((error as Problem).remedy).not.toBe('');
  return error as Problem;
}
const objectFile = (hash: string): string => at('app', '.git', 'objects', hash.slice(0, 2), hash.slice(2));
/** Writes a commit object byte by byte, which `git commit` would not, and puts a branch on it. */
function rawCommit(bytes: Buffer | string, branch = 'raw'): string {
  const hash = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], {
    cwd: at('app'),
    input: bytes,
    encoding: 'utf8',
  }).trim();
  folder.git('app', ['update-ref', `refs/heads/${branch}`, hash]);
  return hash;
}
const emptyTree = (): string => folder.git('app', ['mktree'], {});
const header = (author: string): string =>
  `tree ${emptyTree()}\nauthor ${author}\ncommitter Ann <${ANN}> ${minute(1) / 1000} +0000\n`;

describe('a repository that is not well', () => {
  it('has vanished', async () => {
    folder.commit('app', 'one');
    const { mark } = await folder.scan();
    rmSync(at('app'), { recursive: true });
    expect(await problem('app', mark)).toMatchObject({ code: 'not-found' });
  });

  it('has lost its .git inside of another repository: the outer one is not read in its place', async () => {
    folder.init('app/inner');
    folder.commit('app', 'outer');
    folder.commit('app/inner', 'inner');
    const inner = folder.repository('app/inner');
    rmSync(at('app/inner/.git'), { recursive: true });
    expect(await problem('app/inner')).toMatchObject({ code: 'not-found' });
    expect(existsSync(inner.path)).toBe(true);
  });

  it.each([
    ['an empty HEAD, as after a power cut', () => truncateSync(at('app/.git/HEAD'))],
    ['a damaged packed-refs', () => writeFileSync(at('app/.git/packed-refs'), 'garbage\n')],
    ['a damaged configuration', () => writeFileSync(at('app/.git/config'), '[core\n\0')],
    ['a format of the future', () => folder.git('app', ['config', 'core.repositoryformatversion', '99'])],
  ])('has %s', async (_, damage) => {
    folder.commit('app', 'one');
    damage();
    const { code, message } = await problem();
    expect(code).toBe('failed');
    expect(message).toContain(at('app'));
  });

  it('has a corrupt commit', async () => {
    const file = objectFile(folder.commit('app', 'one'));
    folder.commit('app', 'two');
    unlinkSync(file);
    writeFileSync(file, 'no zlib stream');
    expect((await problem()).message).toMatch(/is damaged: /);
  });

  it('has lost its commits: it does not pass for an empty one', async () => {
    unlinkSync(objectFile(folder.commit('app', 'one')));
    expect((await problem()).message).toMatch(/is damaged: /);
  });

  it('has refs full of zeros, as after a power cut: the others are read', async () => {
    folder.commit('app', 'one');
    folder.git('app', ['branch', 'x']);
    writeFileSync(at('app/.git/refs/heads/x'), Buffer.alloc(41));
    expect(subjects(await folder.scan())).toEqual(['one']);
  });

  it('has lost a blob: only the patch-id is missing', async () => {
    folder.commit('app', 'base', { at: 0 });
    folder.git('app', ['checkout', '-q', '-b', 'x']);
    folder.commit('app', 'work', { at: 1, file: ['a', 'text'] });
    folder.git('app', ['checkout', '-q', 'main']);
    folder.commit('app', 'other', { at: 2, file: ['b', 'other'] });
    unlinkSync(objectFile(folder.git('app', ['rev-parse', 'x:a'])));
    const scan = await folder.scan();
    expect(subjects(scan)).toEqual(['base', 'other', 'work']);
    expect(scan.commits.find((c) => c.subject === 'work')!.patchId).toBeNull();
  });

  it('has a damaged reflog: what can be read of it is', async () => {
    folder.commit('app', 'one', { at: 0 });
    writeFileSync(at('app/.git/logs/HEAD'), 'garbage\n\0\0\0\n', { flag: 'a' });
    folder.at = 5;
    folder.git('app', ['checkout', '-q', '-b', 'fix/TB-1']);
    expect((await folder.scan()).checkouts.map((c) => c.branch)).toEqual(['main', 'fix/TB-1']);
  });
});

describe('a repository of an unusual kind', () => {
  it('is empty', async () => {
    expect(await folder.scan()).toMatchObject({ commits: [], checkouts: [] });
    folder.git('.', ['init', '-q', '--bare', 'bare.git']);
    expect(await folder.scan('bare.git')).toMatchObject({ commits: [], checkouts: [] });
  });

  it('was empty at the first scan', async () => {
    const first = await folder.scan();
    folder.commit('app', 'one');
    expect(subjects(await folder.scan('app', first))).toEqual(['one']);
  });

  it('has an unborn branch checked out', async () => {
    folder.commit('app', 'one', { at: 0 });
    folder.at = 5;
    folder.git('app', ['checkout', '-q', '--orphan', 'pages']);
    expect(subjects(await folder.scan())).toEqual(['one']);
  });

  it('has a detached head', async () => {
    folder.commit('app', 'one', { at: 0 });
    folder.at = 5;
    folder.git('app', ['checkout', '-q', '--detach']);
    const first = await folder.scan();
    expect(first.checkouts.map((c) => c.branch)).toEqual(['main', null]);
    folder.commit('app', 'two', { at: 6 });
    const second = await folder.scan('app', first);
    expect(second.commits.map((c) => [c.subject, c.branch])).toEqual([['two', null]]);
  });

  it('is shallow, and deeper later', async () => {
    for (const n of [1, 2, 3]) folder.commit('app', `c${n}`, { at: n });
    folder.git('.', ['clone', '-q', '--depth', '1', `file://${at('app')}`, 'shallow']);
    const first = await folder.scan('shallow');
    expect(subjects(first)).toEqual(['c3']);
    folder.git('shallow', ['fetch', '-q', '--unshallow']);
    expect(subjects(await folder.scan('shallow', { mark: null }))).toEqual(['c1', 'c2', 'c3']);
  });

  it('keeps a work tree whose folder is gone', async () => {
    folder.commit('app', 'one', { at: 0 });
    folder.git('app', ['worktree', 'add', '-q', '-b', 'x', '../linked']);
    folder.commit('linked', 'two', { at: 1 });
    const linked = folder.repository('linked');
    rmSync(linked.path, { recursive: true });
    expect(subjects(await folder.scan())).toEqual(['one', 'two']);
  });

  it('is an SHA-256 one', async () => {
    folder.init('sha', '--object-format=sha256');
    folder.commit('sha', 'one', { at: 0 });
    const first = await folder.scan('sha');
    expect(first.commits[0]!.hash).toHaveLength(64);
    folder.commit('sha', 'two', { at: 1 });
    expect((await folder.scan('sha', first)).commits.map((c) => [c.subject, c.branch])).toEqual([
      ['two', 'main'],
    ]);
  });

  it('was moved as a folder', async () => {
    folder.commit('app', 'one');
    const first = await folder.scan();
    renameSync(at('app'), at('moved'));
    expect(subjects(await folder.scan('moved', first))).toEqual([]);
  });
});

describe('hostile text', () => {
  it('is a subject of two megabytes', async () => {
    rawCommit(`${header(`Ann <${ANN}> 1770710460 +0000`)}\nTB-042 ${'x'.repeat(2_000_000)}\n`);
    const [commit] = (await folder.scan()).commits;
    expect(commit!.subject).toMatch(/^TB-042 x{493}$/);
  });

  it('is no UTF-8, or Latin-1 that says so', async () => {
    rawCommit(
      Buffer.concat([Buffer.from(`${header(`Ann <${ANN}> 5 +0000`)}\nbad `), Buffer.from([0xff, 0xfe])]),
    );
    folder.git('app', ['config', 'i18n.commitEncoding', 'ISO-8859-1']);
    folder.write('message', Buffer.from('Gr\u00fc\u00dfe', 'latin1'));
    folder.git('app', ['commit', '-q', '--allow-empty', '-F', '../message']);
    const scan = await folder.scan('app', { since: 0 });
    expect(subjects(scan)).toEqual(['Grüße', 'bad \ufffd\ufffd']);
  });

  it('claims an encoding nobody knows', async () => {
    rawCommit(`${header(`Ann <${ANN}> 1770710460 +0000`)}encoding x-$(touch y)\n\nodd\n`);
    expect(subjects(await folder.scan())).toEqual(['odd']);
  });

  it.each(['--exec=touch', '🎉 "quoted" \'too\' $(x) `y`', '%H%x00%n', '\u202egnp.exe', "Merge branch 'x'"])(
    'is the subject %j',
    async (subject) => {
      folder.commit('app', subject);
      expect(subjects(await folder.scan())).toEqual([subject]);
    },
  );

  it('is a subject over several lines, or none at all', async () => {
    folder.commit('app', 'one\ntwo\n\nbody', { at: 0 });
    folder.git('app', ['commit', '-q', '--allow-empty', '--allow-empty-message', '-m', '']);
    expect(subjects(await folder.scan())).toEqual(['', 'one two']);
  });

  it.each(['--upload-pack=touch', '🎉"\'', '-', 'a\u00a0b\u3000c', '$(id)', 'fix/TB-042;ls', '\u2028'])(
    'is the branch %j',
    async (branch) => {
      folder.commit('app', 'base', { at: 0 });
      folder.at = 1;
      folder.git('app', ['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
      folder.commit('app', 'work', { at: 2 });
      folder.at = 3;
      folder.git('app', ['checkout', '-q', 'main']);
      const first = await folder.scan();
      expect(first.commits.find((c) => c.subject === 'work')?.branch).toBe(branch);
      folder.commit('app', 'more', { at: 4 });
      folder.git('app', ['update-ref', `refs/heads/${branch}`, 'HEAD']);
      expect(subjects(await folder.scan('app', first))).toEqual(['more']);
    },
  );

  it.each(['-rf', 'two\nlines', '🎉 it\'s "x"', 'a:b', '%x00'])('is the folder %j', async (name) => {
    folder.init(name);
    folder.commit(name, 'one', { file: [name, 'text'] });
    folder.git(name, ['checkout', '-q', '-b', 'side']);
    folder.commit(name, 'two', { file: ['-x\ny', 'text'] });
    folder.git(name, ['checkout', '-q', '--orphan', 'third']);
    folder.commit(name, 'three', { file: ['z', 'text'] });
    const first = await folder.scan(name);
    expect(subjects(first)).toEqual(['one', 'three', 'two']);
    expect(first.commits.every((c) => c.patchId !== null)).toBe(true);
    folder.commit(name, 'four');
    expect(subjects(await folder.scan(name, first))).toEqual(['four']);
    rmSync(at(name, '.git'), { recursive: true });
    expect((await problem(name)).code).toBe('not-found');
  });

  it('is an author without name, date or sense', async () => {
    rawCommit(`${header(` <${ANN}> 0 +0000`)}\nin 1970\n`, 'a');
    rawCommit(`${header(`Ann <${ANN}> 4102444800 +0000`)}\nin 2100\n`, 'b');
    rawCommit(`${header(`Ann <${ANN}>`)}\nundated\n`, 'c');
    rawCommit(`${header(`Ann <${ANN}> 99999999999999999999 +9999`)}\nbeyond\n`, 'd');
    rawCommit(`${header('nobody')}\nnobody's\n`, 'e');
    const scan = await folder.scan('app', { since: 0 });
    const dates = new Map(scan.commits.map((c) => [c.subject, c.authoredAt]));
    expect(dates.get('in 1970')).toBe(0);
    expect(dates.get('in 2100')).toBe(4_102_444_800_000);
    expect([...dates.keys()]).not.toContain("nobody's");
    for (const authoredAt of dates.values()) expect(Number.isFinite(authoredAt)).toBe(true);
  });
});

it('leaves nothing behind in the temporary folder of the test', async () => {
  folder.commit('app', 'one');
  const before = readdirSync(folder.path);
  await folder.scan();
  expect(readdirSync(folder.path)).toEqual(before);
});
