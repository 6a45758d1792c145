import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
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

  // Programs that serve many at once make their pipes so; the smallest one is full after a page, until somebody reads.
  const SLOW_READER = `
import fcntl, os, subprocess, sys
reads, writes = os.pipe()
fcntl.fcntl(writes, 1031, 4096)
os.set_blocking(writes, False)
child = subprocess.Popen(sys.argv[1:], stdout=writes)
os.close(writes)
while part := os.read(reads, 1024): sys.stdout.buffer.write(part)
sys.exit(child.wait())`;
  it.runIf(process.platform === 'linux')('is written to its end into a pipe that does not wait', () => {
    const told = (command: string, before: readonly string[]) =>
      spawnSync(command, [...before, CLI, 'help', '--man', '--home', home], { encoding: 'utf8' });
    const whole = told(process.execPath, []).stdout;
    expect(whole.length).toBeGreaterThan(16 * 1024);
    expect(told('python3', ['-c', SLOW_READER, process.execPath])).toMatchObject({
      status: 0,
      stdout: whole,
    });
  });

  it.runIf(existsSync('/dev/full'))('says so where there is no room for it', () => {
    const place = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'help', '--man', '--home', home], {
      stdio: ['ignore', place, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(place);
    expect(stderr).toMatch(/^stint: The answer could not be written where it was sent \(ENOSPC\)\.\n/);
    expect(status).toBe(1);
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
