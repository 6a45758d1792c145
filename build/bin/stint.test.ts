import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A checkout with a program that tells how it was started. */
const PROGRAM = `
const told = { words: process.argv.slice(2), node: process.versions.node, reexecuted: process.env.STINT_REEXECUTED ?? null };
if (told.words[0] === 'wait') {
  process.once('SIGTERM', () => process.exit(7));
  setInterval(() => undefined, 1000);
} else process.exitCode = Number(told.words[0]) || 0;
console.log(JSON.stringify(told));
`;

interface Told {
  readonly words: string[];
  readonly node: string;
  readonly reexecuted: string | null;
}

let checkout: string;
let command: string;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'stint-bin-'));
  command = join(checkout, 'build', 'bin', 'command.cjs');
  for (const file of ['command.cjs', 'stint.cjs'])
    cpSync(join(import.meta.dirname, file), join(checkout, 'build', 'bin', file));
  mkdirSync(join(checkout, 'dist', 'node'), { recursive: true });
  writeFileSync(join(checkout, 'package.json'), '{"type":"module","scripts":{"build":"node -e 0"}}');
  writeFileSync(join(checkout, 'dist', 'node', 'cli.cjs'), PROGRAM);
  mkdirSync(join(checkout, 'node_modules', 'node', 'bin'), { recursive: true });
  if (process.platform !== 'win32') {
    symlinkSync(process.execPath, join(checkout, 'node_modules', 'node', 'bin', 'node'));
  }
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

/** A Node of this machine that is too old for the program, or null. */
const OLD_NODE = ((): string | null => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    if (!existsSync(node) || folder.includes('node_modules')) continue;
    const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
    const major = Number(version.split('.')[0]);
    if (major >= 18 && major < 22) return node;
  }
  return null;
})();

const run = (node: string, words: string[]) => spawnSync(node, [command, ...words], { encoding: 'utf8' });

describe.each([
  ['the Node that fits', process.execPath],
  ['an older Node', OLD_NODE],
])('started with %s', (_name, node) => {
  const there = it.skipIf(node === null || process.platform === 'win32');

  it.skipIf(node === null)(
    'a hook of an agent is run at once on this very Node, and is silent where nothing is built',
    () => {
      const hook = join(checkout, 'dist', 'node', 'hook.cjs');
      writeFileSync(hook, 'console.log(process.versions.node, process.argv.slice(2).join(" "))');
      const run = (at: string, words: string[]) =>
        spawnSync(at, [join(checkout, 'build', 'bin', 'stint.cjs'), ...words], { encoding: 'utf8' });
      const told = run(node ?? '', ['hook', 'claude', '--home', '/x']);
      expect(told.stdout).toMatch(/^\d+\.\d+\.\d+ hook claude --home \/x\n$/);
      expect(told.stdout.split('.')[0]).toBe(
        spawnSync(node ?? '', ['-p', 'process.versions.node.split(".")[0]'], {
          encoding: 'utf8',
        }).stdout.trim(),
      );
      rmSync(hook);
      for (const words of [['hook', 'claude'], ['statusline']])
        expect(run(node ?? '', words)).toMatchObject({ status: 0, stdout: '', stderr: '' });
      // All else is the command's, help on the hook too.
      if (node === process.execPath)
        expect(JSON.parse(run(node, ['hook', 'claude', '--help']).stdout)).toMatchObject({
          words: ['hook', 'claude', '--help'],
        });
    },
  );

  there('runs the program on a Node that fits, with its words and its exit code', () => {
    const ran = run(node ?? '', ['3', 'a b', '--json', '-1h']);
    const told = JSON.parse(ran.stdout) as Told;
    expect(ran.status).toBe(3);
    expect(told.words).toEqual(['3', 'a b', '--json', '-1h']);
    expect(Number(told.node.split('.')[0])).toBeGreaterThanOrEqual(22);
    expect(told.reexecuted).toBeNull();
  });

  there('passes signals on and ends as the program ends', async () => {
    const child = spawn(node ?? '', [command, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });
});

describe('when the process that was started is killed', () => {
  it.skipIf(OLD_NODE === null)('the program does not stay behind alone', async () => {
    const child = spawn(OLD_NODE ?? '', [command, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.stdout.once('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    // Its end of the pipe closes only when the program itself is gone.
    await ended;
    expect(
      child.signalCode ??
        (await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))),
    ).toBe('SIGKILL');
  });
});

describe('in an incomplete checkout', () => {
  it.skipIf(OLD_NODE === null)('says what to do where no Node fits', () => {
    const bare = mkdtempSync(join(tmpdir(), 'stint-bare-'));
    cpSync(command, join(bare, 'build', 'bin', 'command.cjs'));
    const ran = spawnSync(OLD_NODE ?? '', [join(bare, 'build', 'bin', 'command.cjs'), 'day', '--json'], {
      encoding: 'utf8',
    });
    rmSync(bare, { recursive: true });
    const { error } = JSON.parse(ran.stderr) as { error: { code: string; remedy: string } };
    expect([ran.status, error.code, ran.stdout]).toEqual([1, 'failed', '']);
    expect(error.remedy).toContain('npm install');
  });

  it('builds once when nothing was built, and says when that fails, on stderr alone', () => {
    const unbuilt = mkdtempSync(join(tmpdir(), 'stint-unbuilt-'));
    cpSync(command, join(unbuilt, 'build', 'bin', 'command.cjs'));
    writeFileSync(join(unbuilt, 'package.json'), '{"scripts":{"build":"node -e process.exit(1)"}}');
    const ran = spawnSync(process.execPath, [join(unbuilt, 'build', 'bin', 'command.cjs'), 'day'], {
      encoding: 'utf8',
    });
    rmSync(unbuilt, { recursive: true });
    expect([ran.status, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toContain('building once');
    expect(ran.stderr).toContain('npm run build');
  });
});
