import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatusLineShape } from '#shared/contract/status-line-operations.ts';
import { writeHostRecord } from '../../host/host-record.ts';
import { keepInstalled } from '../hook/installed.ts';
import { statusLine } from './line.ts';
import { showLine } from './show-line.ts';

const TOLD: StatusLineShape = {
  ticket: 'TB-042',
  running: { minutes: 72, paused: false, title: 'Socket' },
  today: 330,
  target: 480,
  budget: { project: 'TB', percent: 45 },
};
const EVENT = { cwd: '/x', workspace: { current_dir: '/x' }, cost: { total_cost_usd: 1.234 }, tomorrow: [1] };
const NOW = Date.parse('2026-02-10T09:00:00Z');

let home: string;
let server: Server | null;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-line-'));
  server = null;
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(home, { recursive: true, force: true });
});

/** A host that answers so; null: one that never does. */
async function host(answer: string | null): Promise<void> {
  server = createServer((request, response) => {
    request.resume();
    if (answer !== null) response.end(answer);
  });
  const socket =
    process.platform === 'win32' ? `\\\\.\\pipe\\stint-line-${process.pid}-${NOW}` : join(home, 'stint.sock');
  await new Promise<void>((resolve) => server!.listen(socket, resolve));
  writeHostRecord(home, { pid: 1, kind: 'headless', version: '0', socket, url: null });
}
async function show(
  event: unknown = EVENT,
  more: { readonly words?: string[]; readonly env?: NodeJS.ProcessEnv; readonly now?: number } = {},
): Promise<string> {
  let out = '';
  const input = Readable.from([Buffer.from(typeof event === 'string' ? event : JSON.stringify(event))]);
  await showLine(
    ['statusline', '--home', home, ...(more.words ?? [])],
    { PATH: process.env['PATH'], NO_COLOR: '1', ...more.env },
    input,
    more.now ?? NOW,
    (text) => (out += text),
  );
  return out;
}
/** As `stint hook install` keeps the line that was there. */
function wrap(command: string): string[] {
  const statusLine = JSON.stringify({ type: 'command', command });
  keepInstalled(home, { key: '0a1b2c3d', settings: '/s', before: '', after: '', statusLine });
  return ['--wrap', '0a1b2c3d'];
}

describe('the line', () => {
  it.each([
    [TOLD, 1.234, 'TB-042 ▶ 1h12m · today 5h30m of 8h · budget 45% · $1.23'],
    [{ ...TOLD, running: null, budget: null }, null, 'TB-042 · today 5h30m of 8h'],
    [
      { ...TOLD, ticket: null, running: { minutes: 5, paused: true, title: 'read\u001b[31m' } },
      null,
      'read[31m ⏸ 5m · today 5h30m of 8h · budget 45%',
    ],
    [null, 0.5, 'TB-007 · $0.50'],
  ])('of %j', (told, costUsd, line) => {
    expect(statusLine({ told, earlier: null, branch: 'fix/TB-007-x', costUsd }, false)).toBe(line);
  });
  it('warns of a budget that comes to its end', () => {
    const of = (percent: number): string =>
      statusLine(
        { told: { ...TOLD, budget: { project: 'TB', percent } }, earlier: null, branch: null, costUsd: null },
        true,
      );
    expect(of(79)).not.toContain('\u001b[3');
    expect(of(80)).toContain('\u001b[33mbudget 80%');
    expect(of(120)).toContain('\u001b[31mbudget 120%');
  });
});

describe('what is shown', () => {
  it('comes from the host, and the cost from the agent', async () => {
    await host(JSON.stringify({ json: TOLD }));
    expect(await show()).toBe('TB-042 ▶ 1h12m · today 5h30m of 8h · budget 45% · $1.23\n');
  });
  it('is remembered for the day while no host runs, with the time it is from', async () => {
    await host(JSON.stringify({ json: TOLD }));
    await show();
    server!.closeAllConnections();
    await new Promise((resolve) => server!.close(resolve));
    expect(await show(EVENT, { now: NOW + 60_000 })).toMatch(/^today 5h30m at \d\d:\d\d · \$1.23\n$/);
    expect(await show(EVENT, { now: NOW + 26 * 3_600_000 })).toBe('$1.23\n');
  });
  it('names the ticket of the branch where the agent works', async () => {
    mkdirSync(join(home, 'shop', '.git'), { recursive: true });
    writeFileSync(join(home, 'shop', '.git', 'HEAD'), 'ref: refs/heads/fix/TB-042-socket\n');
    expect(await show({ cwd: join(home, 'shop') })).toBe('TB-042\n');
  });
  it.each([
    ['a host that never answers', null],
    ['one that says nonsense', '<html>'],
    ['one that says nothing', ''],
    ['one that is of another version', '{"json":null}'],
  ])('by %s, only what is known without it', async (_name, answer) => {
    await host(answer);
    expect(await show()).toBe('$1.23\n');
  });
  it.each(['', 'no JSON', '[]', 'null', '{"cost":{"total_cost_usd":"x"},"workspace":7}'])(
    'nothing for %j, and it is no failure',
    async (event) => {
      expect(await show(event)).toBe('');
    },
  );
});

describe.skipIf(process.platform === 'win32')('the line that was there before', () => {
  it('is run with the same JSON, and ours comes below it', async () => {
    const words = wrap(
      `node -e 'let t="";process.stdin.on("data",p=>t+=p).on("end",()=>console.log("mine",JSON.parse(t).cost.total_cost_usd))'`,
    );
    expect(await show(EVENT, { words })).toBe('mine 1.234\n$1.23\n');
  });
  it('that fails, says nothing or is not kept any more leaves ours alone', async () => {
    expect(await show(EVENT, { words: wrap('exit 3') })).toBe('$1.23\n');
    expect(await show(EVENT, { words: wrap('/no/such/command') })).toBe('$1.23\n');
    expect(await show(EVENT, { words: ['--wrap', 'ffffffff'] })).toBe('$1.23\n');
    expect(await show('', { words: wrap('echo mine') })).toBe('mine\n');
  });
  it('that never ends is not waited for, nor what it started', async () => {
    expect(await show(EVENT, { words: wrap('echo mine; sleep 600') })).toBe('mine\n$1.23\n');
  });
  it('that is ours itself ends', async () => {
    expect(await show(EVENT, { words: wrap('echo mine'), env: { STINT_STATUSLINE: '1' } })).toBe('$1.23\n');
  });
});

/** As Claude Code runs it. */
function run(input: string, at = home): Promise<{ code: number | null; out: string; err: string }> {
  const program = join(import.meta.dirname, '../../statusline.ts');
  const child = spawn(process.execPath, [program, 'statusline', '--home', at]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('as a process', () => {
  it('prints its line and ends well', async () => {
    expect(await run(JSON.stringify(EVENT))).toEqual({ code: 0, out: '$1.23\n', err: '' });
    expect(await run('no JSON')).toEqual({ code: 0, out: '', err: '' });
  });
  it.skipIf(process.platform === 'win32')(
    'ends well where nothing can be written, or the disk is full',
    async () => {
      await host(JSON.stringify({ json: TOLD }));
      mkdirSync(join(home, 'claude'));
      symlinkSync('/dev/full', join(home, 'claude', 'statusline-last.json'));
      expect((await run(JSON.stringify(EVENT))).out).toContain('today 5h30m');
      rmSync(join(home, 'claude'), { recursive: true });
      chmodSync(home, 0o500);
      const ran = await run(JSON.stringify(EVENT));
      chmodSync(home, 0o700);
      expect([ran.code, ran.err]).toEqual([0, '']);
    },
  );
});
