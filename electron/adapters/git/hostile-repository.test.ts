import { chmodSync, existsSync, lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/values/instant.ts';
import { createGitReader } from './git-reader.ts';
import { ANN, SampleFolder } from './sample-repository.ts';

let folder: SampleFolder;
let marker: string;
beforeEach(() => {
  folder = new SampleFolder();
  marker = join(folder.path, 'marker');
});
afterEach(() => folder.remove());

const HOOKS = [
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'pre-auto-gc',
  'fsmonitor-watchman',
];
/** Everything a repository's own configuration can have git run: `@` stands for the evil program. */
const CONFIG: readonly (readonly [string, string])[] = [
  ['core.fsmonitor', '@'],
  ['core.pager', '@'],
  ['pager.log', '@'],
  ['pager.config', '@'],
  ['core.editor', '@'],
  ['core.askPass', '@'],
  ['core.sshCommand', '@'],
  ['core.gitProxy', '@'],
  ['core.alternateRefsCommand', '@'],
  ['credential.helper', '!@'],
  ['diff.external', '@'],
  ['diff.evil.command', '@'],
  ['diff.evil.textconv', '@'],
  ['filter.evil.clean', '@'],
  ['filter.evil.smudge', '@'],
  ['filter.evil.process', '@'],
  ['merge.evil.driver', '@'],
  ['interactive.diffFilter', '@'],
  ['sequence.editor', '@'],
  ['gpg.program', '@'],
  ['gpg.ssh.program', '@'],
  ['gpg.x509.program', '@'],
  ['log.showSignature', 'true'],
  ['alias.log', '!@'],
  ['alias.for-each-ref', '!@'],
  ['alias.config', '!@'],
  ['uploadpack.packObjectsHook', '@'],
  ['protocol.allow', 'always'],
  ['protocol.ext.allow', 'always'],
  ['remote.origin.url', 'ext::sh -c @'],
  ['remote.origin.uploadpack', '@'],
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
  ['gc.auto', '1'],
  ['core.preloadIndex', 'true'],
];

/** A repository that runs `evil` in every way there is, with enough in it that all questions are asked. */
function evilRepository(): { name: string; lost: string } {
  const name = folder.init('app');
  const evil = folder.write('evil', `#!/bin/sh\necho "$0 $*" >> '${marker}'\n`);
  chmodSync(evil, 0o755);
  folder.commit(name, 'base', { at: 0, file: ['.gitattributes', '* diff=evil filter=evil merge=evil\n'] });
  folder.git(name, ['checkout', '-q', '-b', 'fix/TB-1']);
  folder.commit(name, 'one', { at: 1, file: ['a', 'first\n'] });
  const lost = folder.git(name, ['rev-parse', 'HEAD:a']);
  folder.git(name, ['checkout', '-q', 'main']);
  folder.commit(name, 'two', { at: 2, file: ['b', 'second\n'] });
  signedCommit(name);
  folder.git(name, ['config', 'core.repositoryFormatVersion', '1']);
  folder.git(name, ['config', 'extensions.partialClone', 'origin']);
  folder.git(name, ['config', 'include.path', '../../included']);
  const hooks = join(folder.path, 'hooks');
  for (const at of [hooks, join(folder.path, name, '.git', 'hooks')]) {
    for (const hook of HOOKS) {
      const file = folder.write(
        join(at.slice(folder.path.length + 1), hook),
        `#!/bin/sh\ntouch '${marker}'\n`,
      );
      chmodSync(file, 0o755);
    }
  }
  folder.write('included', `${included(evil)}${section('core.hooksPath', hooks)}`);
  return { name, lost };
}

const included = (evil: string): string =>
  CONFIG.map(([key, value]) => section(key, value.replace('@', evil))).join('');

function section(key: string, value: string): string {
  const parts = key.split('.');
  const title = parts.length === 2 ? parts[0]! : `${parts[0]!} "${parts[1]!}"`;
  return `[${title}]\n\t${parts.at(-1)!} = "${value}"\n`;
}

/** With log.showSignature git would have gpg check it. */
function signedCommit(name: string): void {
  const head = folder.git(name, ['rev-parse', 'HEAD']);
  const text = folder.git(name, ['cat-file', 'commit', head]);
  const gpgsig = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n';
  const file = folder.write('commit-object', text.replace('\n\n', `\n${gpgsig}`).replace(/two$/, 'signed\n'));
  folder.git(name, [
    'update-ref',
    'refs/heads/signed',
    folder.git(name, ['hash-object', '-t', 'commit', '-w', file]),
  ]);
}

/** Git without any care; the evil programs do not do what git expects of them, so it may well fail. */
function plainGit(name: string, args: readonly string[]): void {
  try {
    folder.git(name, args);
  } catch (error) {
    expect(String(error)).toContain('Command failed');
  }
}

/** Every file with its size and times. */
function listing(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs, ctimeMs, mode } = lstatSync(join(path, name));
      return `${name} ${size} ${mtimeMs} ${ctimeMs} ${mode}`;
    });
}

describe('a hostile repository', () => {
  it('is evil enough: git as people run it starts its programs', () => {
    const { name, lost } = evilRepository();
    for (const args of [['diff', 'main', 'fix/TB-1'], ['log', '--all'], ['status'], ['branch', 'x']]) {
      plainGit(name, args);
      expect(existsSync(marker), args.join(' ')).toBe(true);
      unlinkSync(marker);
    }
    unlinkSync(join(folder.path, name, '.git', 'objects', lost.slice(0, 2), lost.slice(2)));
    plainGit(name, ['cat-file', '-p', lost]);
    expect(existsSync(marker), 'fetching what is missing').toBe(true);
  });

  it.each([true, false])('runs nothing and is not changed (worker: %s)', async (worker) => {
    const { name } = evilRepository();
    const before = listing(folder.path);
    const reader = createGitReader({ worker });
    try {
      const found = await reader.find(folder.path);
      expect(found.map((r) => r.name)).toEqual([name]);
      const repository = folder.repository(name);
      const scan = await reader.scan(repository, [ANN], instant(0));
      expect(scan.commits.map((c) => c.subject).sort()).toEqual(['base', 'one', 'signed', 'two']);
      expect(scan.commits.filter((c) => c.patchId !== null).length).toBeGreaterThan(1);
      const again = { ...repository, mark: scan.mark };
      await reader.unchanged(again);
      await reader.scan(again, [ANN], instant(0));
      expect((await reader.identity([repository.path])).emails).toEqual([ANN]);
    } finally {
      await reader.close();
    }
    expect(existsSync(marker)).toBe(false);
    expect(listing(folder.path)).toEqual(before);
  });

  it('is not made to fetch what is missing, from nowhere', async () => {
    const { name, lost } = evilRepository();
    unlinkSync(join(folder.path, name, '.git', 'objects', lost.slice(0, 2), lost.slice(2)));
    const before = listing(folder.path);
    const scan = await folder.scan(name);
    expect(scan.commits.find((c) => c.subject === 'one')!.patchId).toBeNull();
    expect(scan.commits).toHaveLength(4);
    expect(existsSync(marker)).toBe(false);
    expect(listing(folder.path)).toEqual(before);
  });

  it('does not lead git elsewhere by variables a hook has set', async () => {
    folder.init('other');
    folder.commit('other', 'not asked for');
    folder.commit(folder.init(), 'asked for');
    const dir = join(folder.path, 'other', '.git');
    process.env['GIT_DIR'] = dir;
    process.env['GIT_WORK_TREE'] = folder.path;
    process.env['GIT_EXTERNAL_DIFF'] = `touch ${marker}`;
    try {
      expect((await folder.scan()).commits.map((c) => c.subject)).toEqual(['asked for']);
      expect((await createGitReader({ worker: false }).identity([dir])).name).toBe('Ann');
    } finally {
      for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_EXTERNAL_DIFF']) delete process.env[name];
    }
    expect(existsSync(marker)).toBe(false);
  });

  it('does not put a git of its own before the real one', async () => {
    folder.commit(folder.init(), 'one');
    chmodSync(folder.write('app/git', `#!/bin/sh\ntouch '${marker}'\n`), 0o755);
    const before = process.env['PATH'];
    process.env['PATH'] = `.:${before}`;
    try {
      expect((await folder.scan()).commits).toHaveLength(1);
    } finally {
      process.env['PATH'] = before;
    }
    expect(existsSync(marker)).toBe(false);
  });

  it('does not replace a commit by another one', async () => {
    const real = folder.commit(folder.init(), 'real', { at: 0 });
    const text = folder.git('app', ['cat-file', 'commit', real]).replace('real', 'fake');
    const fake = folder.git('app', ['hash-object', '-t', 'commit', '-w', folder.write('fake', `${text}\n`)]);
    folder.git('app', ['replace', real, fake]);
    const scan = await folder.scan();
    expect(scan.commits.find((c) => c.hash === real)!.subject).toBe('real');
  });
});
