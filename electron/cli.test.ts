import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './doors/cli/run.ts';

const CLI = join(import.meta.dirname, 'cli.ts');
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-cli-process-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the program at the end of a pipe', () => {
  it.each([
    ['help', '--man'],
    ['completion', 'zsh'],
    ['config', 'list', '--json'],
  ])('stint %s %s: a reader that leaves early is no failure', async (...words) => {
    const child = spawn(process.execPath, [CLI, ...words, '--home', home], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Gone before a word is written.
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString('utf8')));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, complaint]).toEqual([0, '']);
  });

  it('has JSON alone on stdout, and writes it to its end', () => {
    const told = spawnSync(process.execPath, [CLI, 'config', 'list', '--json', '--home', home], {
      encoding: 'utf8',
    });
    expect(told.stderr).toBe('');
    expect((JSON.parse(told.stdout) as unknown[]).length).toBeGreaterThan(50);
  });
});

describe('colour', () => {
  const shown = async (env: NodeJS.ProcessEnv, words: readonly string[]): Promise<string> => {
    let told = '';
    await runCommand(words, {
      out: (text) => (told += text),
      err: (text) => (told += text),
      env: { STINT_HOME: home, ...env },
      cwd: home,
      columns: 80,
      errIsTerminal: true,
      askSecret: async () => null,
      confirm: async () => null,
    });
    return told;
  };
  it.each([
    [['day']],
    [['status']],
    [['doctor']],
    [['day', 'someday']],
    [['ask', 'what is running']],
    [['ask', 'sing']],
  ])('%s: in a terminal, and not with NO_COLOR or on a dumb one', async (words) => {
    expect(await shown({}, words)).toContain('\u001b[');
    expect(await shown({ NO_COLOR: '1' }, words)).not.toContain('\u001b[');
    expect(await shown({ TERM: 'dumb' }, words)).not.toContain('\u001b[');
    // https://no-color.org: the empty one means nothing.
    expect(await shown({ NO_COLOR: '' }, words)).toContain('\u001b[');
  });
});
