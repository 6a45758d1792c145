import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedState, planInstall, planUninstall } from './install.ts';
import { wrappedCommand } from './installed.ts';
import { ownCommand, quoted } from './own-command.ts';

let folder: string;
let file: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-install-'));
  home = join(folder, 'data');
  file = join(folder, 'claude', 'settings.json');
  mkdirSync(join(folder, 'claude'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param version of the `claude` that is found; left out: there is none. */
const env = (version?: string) => {
  if (version !== undefined && process.platform !== 'win32') {
    mkdirSync(join(folder, 'path'), { recursive: true });
    writeFileSync(join(folder, 'path', 'claude'), `#!/bin/sh\necho '${version} (Claude Code)'\n`, {
      mode: 0o755,
    });
  }
  return { CLAUDE_CONFIG_DIR: join(folder, 'claude'), PATH: join(folder, 'path') };
};
const plan = (more: object = {}) =>
  planInstall({ home, env: env(), command: 'stint', words: '', statusLine: true, ...more });
const install = async (more: object = {}) => (await plan(more)).apply();
const uninstall = async () => (await planUninstall(home, env())).apply();
const text = (): string => readFileSync(file, 'utf8');
const state = () => installedState(home, env());

const FOREIGN = `{
    "hooks": {
        "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./guard.sh" }] }]
    },
    "statusLine": {
        "type": "command",
        "command": "echo mine"
    },
    "theme":"dark"
}`;

describe.each([
  ['no file', null],
  ['an empty file', ''],
  ['an empty object', '{}'],
  ['foreign hooks, a status line and odd blanks', FOREIGN],
  ['Windows line ends', FOREIGN.replaceAll('\n', '\r\n')],
])('%s', (_name, before) => {
  beforeEach(() => {
    if (before !== null) writeFileSync(file, before);
  });
  it('is wired, once only, and put back to the letter', async () => {
    const change = await plan();
    expect(change.diff.some((line) => line.startsWith('+') && line.includes('hook claude'))).toBe(true);
    expect(existsSync(file) ? text() : null).toBe(before);
    await change.apply();
    const wired = text();
    expect(await state()).toMatchObject({
      complete: true,
      statusLine: before?.includes('mine') ? 'wrapped' : 'ours',
      wraps: before?.includes('mine') ? 'echo mine' : null,
    });
    expect((await plan()).diff).toEqual([]);
    await install();
    expect(text()).toBe(wired);
    if (before !== null) expect(readFileSync(`${file}.before-stint`, 'utf8')).toBe(before);

    await uninstall();
    expect(existsSync(file) ? text() : null).toBe(before);
    expect(readdirSync(join(folder, 'claude'))).toEqual(before === null ? [] : ['settings.json']);
    expect((await planUninstall(home, env())).diff).toEqual([]);
  });
});

describe('the file', () => {
  it('that was changed since keeps the change', async () => {
    writeFileSync(file, FOREIGN);
    await install();
    writeFileSync(file, text().replace('"dark"', '"light"'));
    await uninstall();
    expect(text()).toBe(FOREIGN.replace('"dark"', '"light"'));
    // What stands there is not what was copied.
    expect(existsSync(`${file}.before-stint`)).toBe(true);
  });
  it('that another installation wired is cleaned, though nothing was kept of it', async () => {
    writeFileSync(file, FOREIGN.replace('"statusLine"', '"other"'));
    await install();
    rmSync(home, { recursive: true });
    await uninstall();
    expect(text()).toBe(FOREIGN.replace('"statusLine"', '"other"'));
  });
  it.skipIf(process.platform === 'win32')('keeps who may read it; a link stays a link', async () => {
    const real = join(folder, 'dotfiles.json');
    writeFileSync(real, FOREIGN);
    chmodSync(real, 0o664);
    symlinkSync(real, file);
    await install();
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(real).mode & 0o777).toBe(0o664);
    expect(readFileSync(real, 'utf8')).toContain('stint hook claude');
    await uninstall();
    expect(readFileSync(real, 'utf8')).toBe(FOREIGN);
    expect(statSync(real).mode & 0o777).toBe(0o664);
  });
  it.skipIf(process.platform === 'win32')('a link that leads to nothing yet is followed', async () => {
    symlinkSync(join(folder, 'not-yet.json'), file);
    await install();
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, 'not-yet.json')).mode & 0o777).toBe(0o600);
  });
  it('that is broken is refused with line and column, and nothing is written', async () => {
    const broken = '{\n  "hooks": {},\n}\n';
    writeFileSync(file, broken);
    await expect(plan()).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('line 2, column 14') as unknown,
    });
    await expect(planUninstall(home, env())).rejects.toMatchObject({ code: 'refused' });
    expect(text()).toBe(broken);
    expect(readdirSync(join(folder, 'claude'))).toEqual(['settings.json']);
    expect(existsSync(home)).toBe(false);
  });
  it('that is no text is refused', async () => {
    writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d]));
    await expect(plan()).rejects.toMatchObject({ code: 'refused' });
  });
  it('that somebody changes while we ask is left alone', async () => {
    writeFileSync(file, '{}');
    const change = await plan();
    writeFileSync(file, '{"a":1}');
    await expect(change.apply()).rejects.toMatchObject({ code: 'conflict' });
    expect(text()).toBe('{"a":1}');
  });
});

describe('what is wired', () => {
  it('names the data folder where it is not the usual one', async () => {
    await install({ words: '--home /data', command: '/opt/stint' });
    expect(text()).toContain('"/opt/stint hook claude --home /data"');
    expect(text()).toContain('"/opt/stint statusline --home /data"');
  });
  it.skipIf(process.platform === 'win32')('is what the Claude Code that is there knows', async () => {
    writeFileSync(file, FOREIGN);
    const older = await plan({ env: env('2.0.30') });
    expect(older.notes.join()).toContain('Claude Code 2.0.30 knows fewer events');
    await older.apply();
    expect((await state()).events).toHaveLength(9);
    const newer = await plan({ env: env('2.1.330') });
    expect(newer.notes).toEqual([]);
    await newer.apply();
    expect((await state()).events).toHaveLength(13);
    expect(text()).toContain('"StopFailure"');
    // One that cannot be asked for a moment takes nothing away.
    expect((await plan()).diff).toEqual([]);
    await uninstall();
    expect(text()).toBe(FOREIGN);
  });
  it('where nobody can be asked, is what every version knows', async () => {
    expect((await plan()).notes.join()).toContain('could not be asked');
    await install();
    expect((await state()).events).toHaveLength(9);
  });
  it('may be hooks alone', async () => {
    writeFileSync(file, FOREIGN);
    await install({ statusLine: false });
    expect(await state()).toMatchObject({ complete: true, statusLine: 'other' });
  });
  it('leaves the hooks to the plugin, where that is on', async () => {
    writeFileSync(file, '{"enabledPlugins": {"stint@stint": true}}');
    const change = await plan();
    expect(change.notes.join()).toContain('plugin');
    await change.apply();
    expect(text()).not.toContain('hook claude');
    expect(await state()).toMatchObject({ complete: true, plugin: true, statusLine: 'ours' });
  });
  it('finds the line it wraps again, also after a second installation', async () => {
    writeFileSync(file, FOREIGN);
    await install();
    await install({ command: '/elsewhere/stint' });
    const key = /--wrap ([0-9a-f]{8})/.exec(text())![1]!;
    expect(wrappedCommand(home, key)).toBe('echo mine');
    expect(wrappedCommand(home, '../../x')).toBe('');
    await uninstall();
    expect(text()).toBe(FOREIGN);
  });
});

describe('the command', () => {
  const place = (more: object) => ({
    folder,
    execPath: '/usr/bin/node',
    platform: 'linux' as const,
    env: {},
    ...more,
  });
  const put = (path: string): string => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '');
    return join(folder, path);
  };
  it('of a checkout and of a package is its whole path', () => {
    const script = put('build/bin/stint.cjs');
    expect(ownCommand(place({}))).toBe(script);
    const packed = put('opt/My Stint/stint');
    const app = { folder: '/opt/app.asar', execPath: join(folder, 'opt/My Stint/stint-app') };
    expect(ownCommand(place(app))).toBe(`'${packed}'`);
  });
  it.skipIf(process.platform === 'win32')('is short where the PATH finds this very one', () => {
    const script = put('build/bin/stint.cjs');
    mkdirSync(join(folder, 'bin'));
    symlinkSync(script, join(folder, 'bin', 'stint'));
    expect(ownCommand(place({ env: { PATH: `/nowhere:${join(folder, 'bin')}` } }))).toBe('stint');
    put('other/stint');
    expect(ownCommand(place({ env: { PATH: join(folder, 'other') } }))).toBe(script);
  });
  it('is refused where it would not be found again', () => {
    put('build/bin/stint.cjs');
    expect(() => ownCommand(place({ env: { APPIMAGE: '/x/Stint.AppImage' } }))).toThrow(/AppImage/);
    expect(() => ownCommand(place({ folder: '/nowhere' }))).toThrow(/not found/);
  });
  it('is quoted for a shell', () => {
    expect(quoted("/a b/it's", 'linux')).toBe("'/a b/it'\\''s'");
    expect(quoted('C:\\Stint\\stint.cmd', 'win32')).toBe('C:/Stint/stint.cmd');
    expect(quoted('C:\\s t\\stint.cjs', 'win32')).toBe("node 'C:/s t/stint.cjs'");
  });
});
