// The guards of `npm run check` are only worth something if they bite: each test plants one violation and wants it named.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CACHE, MODULES, PROJECT } from './scripts/folders.ts';

describe('boundaries', () => {
  const PLANTED: Readonly<Record<string, string>> = {
    'shared/values/minutes.ts': "import { log } from '../services/log.ts'; export const minutes = log;",
    'shared/services/log.ts': 'export const log = 1;',
    'shared/entries/files.ts': "import { readFileSync } from 'node:fs'; export const files = readFileSync;",
    'shared/entries/machine.ts':
      "import { host } from '../../electron/host/host.ts'; export const machine = host;",
    'shared/entries/kit.ts': "import { v7 } from 'uuid'; export const kit = v7;",
    'shared/entries/calendar.ts': "import ICAL from 'ical.js'; export const calendar = ICAL;",
    'shared/sources/calendar.ts': "import ICAL from 'ical.js'; export const calendar = ICAL;",
    'shared/sources/kit.ts': "import { v7 } from 'uuid'; export const kit = v7;",
    'shared/evidence/one.ts': "import { two } from './two.ts'; export const one = (): number => two();",
    'shared/evidence/two.ts': "import { one } from './one.ts'; export const two = (): number => one();",
    'shared/values/roomless.ts': "import { log } from './helpers.ts'; export const roomless = log;",
    'shared/values/helpers.ts': 'export const log = 2;',
    'shared/values/nowhere.ts': "import { gone } from './gone.ts'; export const nowhere = gone;",
    'electron/host/host.ts': "import { paths } from '../adapters/paths.ts'; export const host = paths;",
    'electron/adapters/paths.ts': "import { app } from '../shell/app.ts'; export const paths = app;",
    'electron/shell/app.ts': "import { app as electronApp } from 'electron'; export const app = electronApp;",
    'electron/doors/page.ts': "import { page } from '../../renderer/page.ts'; export const door = page;",
    'electron/doors/planted.test.ts': 'export const fixture = 1;',
    'electron/doors/tested.ts': "import { fixture } from './planted.test.ts'; export const tested = fixture;",
    'renderer/page.ts': "import { join } from 'node:path'; export const page = join;",
    'renderer/reach.ts': "import { host } from '../electron/host/host.ts'; export const reach = host;",
  };
  let folder = '';
  let found: readonly { readonly rule: string; readonly from: string }[] = [];

  beforeAll(async () => {
    await mkdir(CACHE, { recursive: true });
    folder = mkdtempSync(join(CACHE, 'planted-'));
    for (const [path, text] of Object.entries(PLANTED)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await symlink(MODULES, join(folder, 'node_modules'), 'junction');
    found = await violations(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['shared-values-imports-upward', 'shared/values/minutes.ts'],
    ['shared-without-node', 'shared/entries/files.ts'],
    ['shared-stands-on-nothing', 'shared/entries/machine.ts'],
    ['shared-without-machinery', 'shared/entries/kit.ts'],
    ['shared-without-machinery', 'shared/entries/calendar.ts'],
    ['sources-without-machinery', 'shared/sources/kit.ts'],
    ['no-cycle', 'shared/evidence/one.ts'],
    ['no-room-for-it', 'shared/values/roomless.ts'],
    ['not-resolvable', 'shared/values/nowhere.ts'],
    ['electron-only-in-the-shell', 'electron/host/host.ts'],
    ['electron-only-in-the-shell', 'electron/adapters/paths.ts'],
    ['electron-without-window', 'electron/doors/page.ts'],
    ['program-without-tests', 'electron/doors/tested.ts'],
    ['window-without-node', 'renderer/page.ts'],
    ['window-without-machine', 'renderer/reach.ts'],
  ])('%s is caught in %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('lets sources read calendars with a library', () => {
    expect(found.filter(({ from }) => from === 'shared/sources/calendar.ts')).toEqual([]);
  });

  it('lets the shell use Electron', () => {
    expect(found.filter(({ from }) => from === 'electron/shell/app.ts')).toEqual([]);
  });
});

describe('lint', () => {
  const eslint = new ESLint({ cwd: PROJECT });
  const messagesFor = async (file: string, text: string): Promise<string> => {
    const results = await eslint.lintText(text, { filePath: join(PROJECT, file) });
    return results.flatMap((result) => result.messages.map(({ message }) => message)).join('\n');
  };

  it.each([
    ['Date.now()', 'use world.clock'],
    ['new Date()', 'use world.clock'],
    ['Date()', 'use world.clock'],
    ['Temporal.Now.instant()', 'use world.clock'],
    ['setTimeout(() => undefined, 1)', 'electron/jobs'],
    ['process.env', 'ask a port'],
    ['globalThis.fetch', 'ask a port'],
    ['Math.random()', 'world.ids'],
  ])('%s is refused in shared/ and the safe thing named', async (expression, safe) => {
    expect(await messagesFor('shared/values/planted.ts', `export const planted = ${expression};`)).toContain(
      safe,
    );
  });

  it('allows a Date of a given instant in shared/, and the clock outside of it', async () => {
    expect(await messagesFor('shared/values/planted.ts', 'export const planted = new Date(0);')).toBe('');
    expect(await messagesFor('electron/adapters/planted.ts', 'export const planted = Date.now();')).toBe('');
  });

  it('keeps IPC behind its one door', async () => {
    const text = "import { ipcMain } from 'electron'; export const planted = ipcMain;";
    expect(await messagesFor('electron/shell/planted.ts', text)).toContain('ipc-door.ts');
    expect(
      await messagesFor(
        'electron/shell/planted.ts',
        "import * as all from 'electron'; export const planted = all.ipcMain;",
      ),
    ).toContain('ipc-door.ts');
    expect(await messagesFor('electron/shell/ipc-door.ts', text)).toBe('');
  });

  it('keeps Electron in the shell', async () => {
    const text = "import { app } from 'electron'; export const planted = app;";
    expect(await messagesFor('electron/host/planted.ts', text)).toContain('implement it in electron/shell');
    expect(await messagesFor('electron/shell/planted.ts', text)).toBe('');
  });

  it('wants names, and files one can read', async () => {
    expect(
      await messagesFor('electron/host/planted.ts', 'export default function planted(): void {}'),
    ).toContain('Export by name');
    const long = Array.from({ length: 301 }, (_, at) => `export const line${at} = ${at};`).join('\n');
    expect(await messagesFor('electron/host/planted.ts', long)).toContain('Maximum allowed is 300');
    expect(await messagesFor('electron/storage/migrations/planted.ts', long)).toBe('');
  });
});

describe('types', () => {
  it.each([
    ['window.alert', 'window'],
    ['process.cwd()', 'process'],
    ['setTimeout', 'setTimeout'],
    ['fetch', 'fetch'],
  ])('shared/ does not know %s', (expression, name) => {
    expect(typeErrorsInShared(`export const planted = ${expression};`)).toContain(`'${name}'`);
  });

  it('shared/ knows its own', () => {
    expect(typeErrorsInShared("export const planted = 'plain'.toUpperCase();")).toBe('');
  });
});

async function violations(baseDir: string): Promise<{ rule: string; from: string }[]> {
  const boundaries = createRequire(import.meta.url)('./boundaries.cjs') as Required<
    Pick<IConfiguration, 'forbidden' | 'options'>
  >;
  const result = await cruise(['shared', 'electron', 'renderer'], {
    ...boundaries.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: boundaries.forbidden },
  });
  if (typeof result.output === 'string') throw new Error(result.output);
  return result.output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

/** Type-checks one planted file under the very options of shared/tsconfig.json. */
function typeErrorsInShared(text: string): string {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PROJECT, 'shared', 'tsconfig.json'),
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  if (config === undefined) throw new Error('shared/tsconfig.json cannot be read');
  const planted = join(PROJECT, 'shared', 'values', 'planted-types.ts');
  const options: ts.CompilerOptions = {
    ...config.options,
    composite: false,
    incremental: false,
    emitDeclarationOnly: false,
    declaration: false,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === planted || fileExists(path);
  host.getSourceFile = (path, ...rest) =>
    path === planted ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023) : getSourceFile(path, ...rest);
  const program = ts.createProgram([planted], options, host);
  return program
    .getSemanticDiagnostics()
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    .join('\n');
}

describe('typed lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stint-typed-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a promise nobody waits for', 'go();', 'no-floating-promises'],
    ['a promise where a yes or no is asked', 'if (go()) throw new Error();', 'no-misused-promises'],
    ['a forgotten case', "switch (side) { case 'left': break; }", 'switch-exhaustiveness-check'],
    ['any that spreads', "const text: string = JSON.parse('1'); void text;", 'no-unsafe-assignment'],
    ['something thrown that is no error', "throw 'no';", 'only-throw-error'],
  ])('%s is refused', (_, statement, rule) => {
    const text = `export async function go(): Promise<number> { return 1; }
export function planted(side: 'left' | 'right'): void { void side; ${statement} }`;
    writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true,"target":"ES2023"}}');
    writeFileSync(join(folder, 'planted.ts'), text);
    const { status, stdout } = spawnSync(
      join(MODULES, '.bin', 'oxlint'),
      ['--type-aware', '-c', join(PROJECT, '.oxlintrc.json'), folder],
      { cwd: PROJECT, encoding: 'utf8' },
    );
    expect(stdout).toContain(rule);
    expect(status).not.toBe(0);
  });
});
