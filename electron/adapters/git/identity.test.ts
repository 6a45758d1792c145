import { afterEach, beforeEach, expect, it } from 'vitest';
import { join } from 'node:path';
import { createGitReader } from './git-reader.ts';
import { ANN, SampleFolder } from './sample-repository.ts';

let folder: SampleFolder;
const reader = createGitReader({ worker: false });
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());
const identity = (...names: string[]) => reader.identity(names.map((name) => join(folder.path, name)));

it('is what git is told for everywhere, first', async () => {
  expect(await identity()).toEqual({ emails: [ANN], name: 'Ann' });
});

it('is also what repositories say, once each', async () => {
  for (const [name, email] of [
    ['work', 'ann@work'],
    ['same', ANN.toUpperCase()],
    ['none', ''],
  ] as const) {
    folder.init(name);
    if (email) folder.git(name, ['config', 'user.email', email]);
    folder.git(name, ['config', 'user.name', 'Somebody']);
  }
  expect(await identity('work', 'same', 'none', 'gone')).toEqual({ emails: [ANN, 'ann@work'], name: 'Ann' });
});

it('is that of a repository where nothing else is known', async () => {
  folder.write('global.gitconfig', '');
  folder.init('work');
  expect(await identity()).toEqual({ emails: [], name: null });
  folder.git('work', ['config', 'user.email', 'ann@work']);
  folder.git('work', ['config', 'user.name', 'Ann W.']);
  expect(await identity('work')).toEqual({ emails: ['ann@work'], name: 'Ann W.' });
});

it('is nobody where git is not installed; a scan says so', async () => {
  folder.commit(folder.init(), 'one');
  const before = process.env['PATH'];
  process.env['PATH'] = folder.path;
  try {
    expect(await identity('app')).toEqual({ emails: [], name: null });
    await expect(folder.scan()).rejects.toMatchObject({
      name: 'Problem',
      code: 'failed',
      message: expect.stringContaining('git was not found') as unknown,
    });
  } finally {
    process.env['PATH'] = before;
  }
});
