import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { Keychain } from './keychain.ts';
import { createSecrets, variableOf } from './secrets.ts';

const NAME = 'productive.token';
let home: string;
let file: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-secrets-'));
  file = join(home, 'secrets.json');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const headless = (env: NodeJS.ProcessEnv = {}): Secrets => createSecrets({ home, env, keychain: null });
const desktop = (keychain: Keychain): Secrets => createSecrets({ home, env: {}, keychain });
const text = (): string => readFileSync(file, 'utf8');
const mode = (): number => statSync(file).mode & 0o777;

/** A keychain that turns letters round, with a key of its own. */
function keychain(more: Partial<Keychain> = {}, key = 'k1'): Keychain {
  return {
    available: async () => true,
    encrypt: async (secret) => Buffer.from(`${key}:${[...secret].toReversed().join('')}`).toString('base64'),
    async decrypt(base64) {
      const [made, turned = ''] = Buffer.from(base64, 'base64').toString().split(':');
      if (made !== key) throw new Error('wrong key');
      return [...turned].toReversed().join('');
    },
    weakness: () => null,
    ...more,
  };
}

describe('the environment', () => {
  it('comes before what was kept, and is never written down', async () => {
    await headless().set(NAME, 'kept');
    const secrets = headless({ STINT_PRODUCTIVE_TOKEN: ' given \n' });
    expect([await secrets.get(NAME), secrets.whence(NAME)]).toEqual(['given', 'environment']);
    await secrets.remove(NAME);
    await secrets.set(NAME, 'given');
    expect(await secrets.get(NAME)).toBe('given');
    expect(text()).not.toContain('given');
    expect(secrets.warning()).toBeNull();
  });
  it('does not count while it is empty', async () => {
    const secrets = headless({ STINT_PRODUCTIVE_TOKEN: ' ' });
    expect([await secrets.get(NAME), secrets.whence(NAME)]).toEqual([null, null]);
  });
  it('spells a name in capitals', () => {
    expect(variableOf(NAME)).toBe('STINT_PRODUCTIVE_TOKEN');
    expect(variableOf('google-calendar.refresh')).toBe('STINT_GOOGLE_CALENDAR_REFRESH');
  });
});

describe('without a keychain', () => {
  it('keeps a secret in a file for its owner, says so, and forgets it again', async () => {
    const secrets = headless();
    expect([await secrets.get(NAME), secrets.whence(NAME), secrets.warning()]).toEqual([null, null, null]);
    await secrets.set(NAME, 's3cret');
    await secrets.set('toggl.token', 'other');
    expect(mode()).toBe(0o600);
    expect([await headless().get(NAME), headless().whence(NAME)]).toEqual(['s3cret', 'file']);
    expect(secrets.warning()).toContain(file);
    expect(secrets.warning()).toContain('STINT_PRODUCTIVE_TOKEN');
    expect(secrets.warning()).not.toContain('s3cret');
    await secrets.remove(NAME);
    expect([await secrets.get(NAME), await secrets.get('toggl.token')]).toEqual([null, 'other']);
    await secrets.remove('toggl.token');
    expect(secrets.warning()).toBeNull();
    expect(readdirSync(home)).toEqual(['secrets.json']);
  });
  it('forgetting what was never kept makes no file', async () => {
    await headless().remove(NAME);
    expect(existsSync(file)).toBe(false);
  });
  it('names of the language are names like others', async () => {
    const secrets = headless();
    await secrets.set('toString', 'x');
    expect([await secrets.get('constructor'), await secrets.get('toString')]).toEqual([null, 'x']);
    await secrets.set('__proto__', 'y');
    expect(await headless().get('__proto__')).toBe('y');
  });
  it.runIf(process.platform !== 'win32')('narrows a file that others can read, and says so', async () => {
    await headless().set(NAME, 's3cret');
    chmodSync(file, 0o644);
    const secrets = headless();
    expect(await secrets.get(NAME)).toBe('s3cret');
    expect(mode()).toBe(0o600);
    expect(secrets.warning()).toContain('could be read by others');
  });
  it('a file that is no JSON hides nothing and is set aside by the next token', async () => {
    writeFileSync(file, '{"productive.token": s3cret', { mode: 0o600 });
    const secrets = headless();
    const refused: unknown = await secrets.get(NAME).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'failed' });
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('s3cret');
    expect([secrets.whence(NAME), secrets.warning()?.includes('not readable')]).toEqual([null, true]);
    await secrets.set(NAME, 'new');
    expect([await secrets.get(NAME), existsSync(`${file}.bad`)]).toEqual(['new', true]);
  });
  it('a folder that cannot be made is told', async () => {
    writeFileSync(join(home, 'x'), '');
    const secrets = createSecrets({ home: join(home, 'x', 'below'), env: {}, keychain: null });
    await expect(secrets.set(NAME, 'x')).rejects.toMatchObject({ code: 'failed' });
  });
});

describe('with the keychain of the desktop', () => {
  it('encrypts, and gives it back', async () => {
    const secrets = desktop(keychain());
    await secrets.set(NAME, 's3cret');
    expect(text()).not.toContain('s3cret');
    expect([mode(), await secrets.get(NAME), secrets.whence(NAME), secrets.warning()]).toEqual([
      0o600,
      's3cret',
      'keychain',
      null,
    ]);
  });
  it('without the desktop app it says where the token is and what to do', async () => {
    await desktop(keychain()).set(NAME, 's3cret');
    const secrets = headless();
    expect([secrets.whence(NAME), secrets.warning()]).toEqual(['keychain', null]);
    await expect(secrets.get(NAME)).rejects.toMatchObject({
      code: 'unauthorised',
      message: expect.stringContaining('keychain of the desktop app') as string,
      remedy: 'Start Stint and try again, or set STINT_PRODUCTIVE_TOKEN.',
    });
    expect(await headless({ STINT_PRODUCTIVE_TOKEN: 'given' }).get(NAME)).toBe('given');
  });
  it('locked, or with another key, it says so and keeps the token', async () => {
    await desktop(keychain()).set(NAME, 's3cret');
    const before = text();
    const locked = desktop(keychain({ available: async () => false }));
    await expect(locked.get(NAME)).rejects.toMatchObject({ code: 'unauthorised' });
    await expect(desktop(keychain({}, 'k2')).get(NAME)).rejects.toMatchObject({ code: 'unauthorised' });
    expect(text()).toBe(before);
  });
  it('that protects nothing, or is not there, is as good as none, and both are said', async () => {
    const basic = desktop(keychain({ weakness: () => 'This desktop has no keychain' }));
    await basic.set(NAME, 's3cret');
    expect([basic.whence(NAME), basic.warning()?.startsWith('This desktop has no keychain')]).toEqual([
      'file',
      true,
    ]);
    const none = desktop(keychain({ available: async () => false }));
    await none.set(NAME, 'other');
    expect([none.whence(NAME), await none.get(NAME)]).toEqual(['file', 'other']);
    expect(none.warning()).toContain('unencrypted');
    await desktop(keychain()).set(NAME, 'third');
    expect(text()).not.toContain('third');
  });
});
