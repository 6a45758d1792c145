import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const LINKS: Readonly<Record<string, string>> = {
  'usr/bin/stint': '/opt/Stint/stint',
  'usr/share/man/man1/stint.1.gz': '/opt/Stint/share/man/man1/stint.1.gz',
  'usr/share/bash-completion/completions/stint': '/opt/Stint/share/bash-completion/completions/stint',
  'usr/share/zsh/vendor-completions/_stint': '/opt/Stint/share/zsh/vendor-completions/_stint',
  'usr/share/fish/vendor_completions.d/stint.fish': '/opt/Stint/share/fish/vendor_completions.d/stint.fish',
};

/** Another root than /, as dpkg hands it to the scripts of a package. */
let root: string;
const put = (path: string, text = ''): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-deb-'));
  for (const target of Object.values(LINKS)) put(target);
  put('opt/Stint/chrome-sandbox');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function script(name: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('sh', [join(import.meta.dirname, name), ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DPKG_ROOT: root },
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  // Whoever is not root cannot give a file away; dpkg always is.
  return stderr.replace(/^chown: .*\n/gm, '');
}
const install = (): string => script('after-install.sh', 'configure', '');
const linked = (): Record<string, string> =>
  Object.fromEntries(
    Object.keys(LINKS).flatMap((place) =>
      lstatSync(join(root, place), { throwIfNoEntry: false })?.isSymbolicLink()
        ? [[place, readlinkSync(join(root, place))]]
        : [],
    ),
  );

describe.skipIf(process.platform === 'win32')('the package', () => {
  it('puts the command, its manual page and its completions where shells look, once or twice', () => {
    expect(install()).toBe('');
    expect(linked()).toEqual(LINKS);
    expect(install()).toBe('');
    expect(linked()).toEqual(LINKS);
  });
  it('is upgraded: links stay, also one that an earlier version made to where nothing is any more', () => {
    mkdirSync(join(root, 'usr/bin'), { recursive: true });
    symlinkSync('/opt/Stint/bin/stint-of-old', join(root, 'usr/bin/stint'));
    expect(install()).toBe('');
    for (const why of ['upgrade', 'failed-upgrade', 'abort-install', 'abort-upgrade'])
      expect(script('after-remove.sh', why, '0.2.0')).toBe('');
    expect(linked()).toEqual(LINKS);
  });
  it('is removed: nothing of it stays, and purging finds nothing more to do', () => {
    install();
    rmSync(join(root, 'opt'), { recursive: true });
    expect(script('after-remove.sh', 'remove')).toBe('');
    expect(script('after-remove.sh', 'purge')).toBe('');
    expect(linked()).toEqual({});
    expect(readdirSync(join(root, 'usr/share'))).toEqual(['man']);
  });
  it('leaves alone what others put there, and says so', () => {
    put('usr/bin/stint', 'another program');
    put('usr/share/fish/vendor_completions.d/git.fish');
    mkdirSync(join(root, 'usr/share/zsh/vendor-completions'), { recursive: true });
    symlinkSync('/elsewhere/_stint', join(root, 'usr/share/zsh/vendor-completions/_stint'));
    expect(install().trim().split('\n')).toEqual([
      'stint: /usr/bin/stint is of another program and stays as it is; ours is /opt/Stint/stint',
      expect.stringContaining('/usr/share/zsh/vendor-completions/_stint is of another program'),
    ]);
    script('after-remove.sh', 'remove');
    expect(readFileSync(join(root, 'usr/bin/stint'), 'utf8')).toBe('another program');
    expect(readlinkSync(join(root, 'usr/share/zsh/vendor-completions/_stint'))).toBe('/elsewhere/_stint');
    expect(existsSync(join(root, 'usr/share/fish/vendor_completions.d/git.fish'))).toBe(true);
  });
  it('that was packed without completions links none', () => {
    rmSync(join(root, 'opt/Stint/share'), { recursive: true });
    expect(install()).toBe('');
    expect(linked()).toEqual({ 'usr/bin/stint': '/opt/Stint/stint' });
  });
});
