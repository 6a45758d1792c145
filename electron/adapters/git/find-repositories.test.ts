import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRepositories } from './find-repositories.ts';
import { SampleFolder } from './sample-repository.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = new SampleFolder();
});
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
/** `path name commonDir`, below the folder of the test. */
const found = async (name = '.'): Promise<string[]> =>
  (await findRepositories(at(name)))
    .map((r) => [relative(folder.path, r.path), r.name, relative(folder.path, r.commonDir)].join(' '))
    .sort();

describe('findRepositories', () => {
  it('finds the folder itself, and its `.git`', async () => {
    folder.init('app');
    expect(await found('app')).toEqual(['app app app/.git']);
    expect(await found('app/.git')).toEqual(['app app app/.git']);
  });

  it('finds nested work trees, bare repositories, linked work trees and submodules', async () => {
    folder.init('app');
    folder.commit('app', 'base');
    folder.init('app/vendor/inner');
    folder.git('.', ['clone', '-q', '--bare', 'app', 'mirror.git']);
    folder.git('app', ['worktree', 'add', '-q', '-b', 'x', '../linked']);
    folder.init('lib');
    folder.commit('lib', 'base');
    folder.git('app', ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', at('lib'), 'sub']);
    expect(await found()).toEqual([
      'app app app/.git',
      'app/sub sub app/.git/modules/sub',
      'app/vendor/inner inner app/vendor/inner/.git',
      'lib lib lib/.git',
      'linked linked app/.git',
      'mirror.git mirror mirror.git',
    ]);
  });

  it('passes over node_modules and what is hidden, but looks at a hidden repository', async () => {
    folder.init('node_modules/dep');
    folder.init('.cache/deep');
    folder.init('.dotfiles');
    folder.init('app');
    expect(await found()).toEqual(['.dotfiles .dotfiles .dotfiles/.git', 'app app app/.git']);
  });

  it('ends in a loop of links, and takes a link for what it points at, once', async () => {
    folder.init('a/app');
    symlinkSync(folder.path, at('a/up'));
    symlinkSync(at('a/self'), at('a/self'));
    symlinkSync(at('a/app'), at('alias'));
    expect(await found()).toEqual(['a/app app a/app/.git']);
    expect(await found('alias')).toEqual(['a/app app a/app/.git']);
  });

  it.each(['-rf', 'two\nlines', '🎉 party', 'it\'s "quoted" $(touch x)', 'a;b&c', '%00'])(
    'finds a repository called %j',
    async (name) => {
      folder.init(name);
      expect((await findRepositories(folder.path)).map((r) => r.path)).toEqual([at(name)]);
    },
  );

  it('takes no folder for a repository that only looks a little like one', async () => {
    mkdirSync(at('a/.git'), { recursive: true });
    folder.write('b/.git', 'gitdir: /nowhere/at/all\n');
    folder.write('c/.git', Buffer.alloc(100_000, 0xff));
    folder.write('d/HEAD', 'ref: refs/heads/main\n');
    mkdirSync(at('e/.git/objects'), { recursive: true });
    expect(await found()).toEqual([]);
  });

  it('searches only so deep', async () => {
    folder.init('1/2/3/4/5/6/7/near');
    folder.init('1/2/3/4/5/6/7/8/far');
    expect(await found()).toEqual(['1/2/3/4/5/6/7/near near 1/2/3/4/5/6/7/near/.git']);
  });

  it('says so when there is no such folder, or it is a file', async () => {
    await expect(findRepositories(at('gone\nfishing'))).rejects.toMatchObject({
      name: 'Problem',
      code: 'not-found',
      message: expect.stringMatching(/^There is no folder .*gone\?fishing/) as unknown,
    });
    folder.write('file', 'x');
    await expect(findRepositories(at('file'))).rejects.toMatchObject({ name: 'Problem', code: 'usage' });
  });

  it('finds the linked work tree no more when its repository is gone', async () => {
    folder.init('app');
    folder.commit('app', 'base');
    folder.git('app', ['worktree', 'add', '-q', '-b', 'x', '../linked']);
    expect(readFileSync(at('linked/.git'), 'utf8')).toContain('gitdir: ');
    rmSync(at('app'), { recursive: true });
    expect(await found()).toEqual([]);
  });
});
