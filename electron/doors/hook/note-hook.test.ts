import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVENT_NAMES, OF_TOMORROW, hookInput } from '#shared/sources/claude-code/hook-events.fixture.ts';
import { readSpoolLine } from '#shared/sources/claude-code/hook-sign.ts';
import { instant } from '#shared/values/instant.ts';
import { branchOfFolder } from '../../adapters/claude/branch-of-folder.ts';
import { readSpool } from '../../adapters/claude/read-spool.ts';
import { appendToSpool, spoolFolder } from '../../adapters/claude/spool.ts';
import { writeHostRecord } from '../../host/host-record.ts';
import { noteHook } from './note-hook.ts';

const NOW = Date.parse('2026-02-10T09:00:00Z');
let home: string;
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'stint-hook-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const note = (text: string | Buffer | Readable, now = NOW): Promise<void> =>
  noteHook(
    ['hook', 'claude', '--home', home],
    {},
    text instanceof Readable ? text : Readable.from([Buffer.from(text)]),
    now,
  );
const kept = () => readSpool(home, null).lines.map((line) => readSpoolLine(line)!);
const spooled = (): string => join(spoolFolder(home), readdirSync(spoolFolder(home))[0]!);

/** The hook as Claude Code runs it: a process of its own. */
function run(input: string | null): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../../hook.ts'),
    'hook',
    'claude',
    '--home',
    home,
  ]);
  if (input !== null) child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  child.stdin.on('error', () => undefined);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('what a hook is told', () => {
  it('is kept as a line, for its owner only, without a word of it', async () => {
    const events = [...EVENT_NAMES, OF_TOMORROW];
    for (const event of events) await note(JSON.stringify(hookInput(event)));
    expect(kept().map((sign) => sign.event)).toEqual(events);
    expect(readFileSync(spooled(), 'utf8')).not.toContain('SECRET');
    if (process.platform !== 'win32') {
      expect(statSync(spooled()).mode & 0o777).toBe(0o600);
      expect(statSync(spoolFolder(home)).mode & 0o777).toBe(0o700);
    }
  });
  it.each(['', '{', '[]', 'null', '"x"', '{"session_id":"x"}', '\u0000\u0001', '{}{}'])(
    '%j is nothing',
    async (text) => {
      await note(text);
      expect(existsSync(spoolFolder(home))).toBe(false);
    },
  );
  it('is known by its head where it is longer than anybody keeps, or breaks off', async () => {
    const long = JSON.stringify(hookInput('PostToolUse', { tool_response: 'x'.repeat(20 * 1024 * 1024) }));
    await note(long);
    await note(long.slice(0, 5000));
    expect(kept().map((sign) => [sign.session, sign.event, sign.tool])).toEqual([
      ['ses-1', 'PostToolUse', 'Bash'],
      ['ses-1', 'PostToolUse', 'Bash'],
    ]);
  });
  it('is not waited for when nobody ends it', async () => {
    const open = new PassThrough();
    open.write(JSON.stringify(hookInput('Stop')));
    await note(open);
    expect(kept()).toHaveLength(1);
  });
  it('nobody can write: nobody hears of it', async () => {
    writeFileSync(join(home, 'hooks'), 'a file where a folder should be');
    await expect(note(JSON.stringify(hookInput('Stop')))).resolves.toBeUndefined();
    await expect(
      noteHook(['--home'], {}, Readable.from([Buffer.from(JSON.stringify(hookInput('Stop')))]), NOW),
    ).resolves.toBeUndefined();
  });
});

describe('the spool', () => {
  it('has a file a day, forgets old ones, and never grows without end', async () => {
    await note(JSON.stringify(hookInput('Stop')), Date.parse('2025-11-01T09:00:00Z'));
    await note(JSON.stringify(hookInput('Stop')));
    expect(readdirSync(spoolFolder(home))).toEqual(['claude-2026-02-10.jsonl']);
    appendFileSync(spooled(), Buffer.alloc(32 * 1024 * 1024, '\n'));
    const before = statSync(spooled()).size;
    await note(JSON.stringify(hookInput('Stop')));
    expect(statSync(spooled()).size).toBe(before);
    expect(appendToSpool(home, 'x'.repeat(5000), instant(NOW + 86_400_000))).toBeNull();
  });
  it('is read on from where the last reading ended; a line that is half written waits', () => {
    appendToSpool(home, 'one', instant(NOW));
    const first = readSpool(home, null);
    expect(first.lines).toEqual(['one']);
    expect(readSpool(home, first.mark).lines).toEqual([]);
    appendFileSync(spooled(), 'tw');
    const second = readSpool(home, first.mark);
    expect(second.lines).toEqual([]);
    appendFileSync(spooled(), 'o\nthree\n');
    appendToSpool(home, 'earlier', instant(NOW - 2 * 86_400_000));
    expect(readSpool(home, second.mark).lines).toEqual(['earlier', 'two', 'three']);
  });
});

describe('the host', () => {
  /** Listens where a host would, and says what it was told. */
  async function listening(): Promise<{ told: () => string; first: Promise<void>; close: () => void }> {
    let told = '';
    let hear = (): void => undefined;
    const first = new Promise<void>((resolve) => (hear = resolve));
    const server = createServer((socket) => socket.on('data', (part) => ((told += part.toString()), hear())));
    const socket = join(home, 'stint.sock');
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    writeHostRecord(home, { pid: 1, kind: 'headless', version: '0', socket, url: null });
    return { told: () => told, first, close: () => server.close() };
  }
  it.skipIf(process.platform === 'win32')(
    'is told at once of a turn, and of steps now and then',
    async () => {
      const host = await listening();
      await note(JSON.stringify(hookInput('UserPromptSubmit')), Date.now());
      await host.first;
      expect(host.told()).toMatch(/^POST \/rpc\/agent\/hook HTTP\/1.1\r\n/);
      expect(host.told()).toContain('\r\n\r\n{"json":{}}');
      const calls = (): number => host.told().split('POST').length - 1;
      await note(JSON.stringify(hookInput('PostToolUse')), Date.now());
      expect(calls()).toBe(1);
      host.close();
    },
  );
  it('that is gone is not missed', async () => {
    writeHostRecord(home, {
      pid: 1,
      kind: 'headless',
      version: '0',
      socket: join(home, 'nobody.sock'),
      url: null,
    });
    await note(JSON.stringify(hookInput('Stop')));
    expect(kept()).toHaveLength(1);
  });
});

describe('as a process', () => {
  it('says nothing and ends well, whatever it is given', async () => {
    for (const input of [JSON.stringify(hookInput('Stop')), 'no JSON', '']) {
      expect(await run(input)).toEqual({ code: 0, out: '', err: '' });
    }
    expect(kept()).toHaveLength(1);
  });
  it('fifty at once: fifty whole lines', async () => {
    const all = Array.from({ length: 50 }, (_, index) =>
      run(JSON.stringify(hookInput('PreToolUse', { session_id: `ses-${index}` }))),
    );
    expect((await Promise.all(all)).every((one) => one.code === 0 && one.out === '')).toBe(true);
    expect(new Set(kept().map((sign) => sign.session)).size).toBe(50);
  });
  it('nobody ends its input: it ends all the same', async () => {
    expect((await run(null)).code).toBe(0);
  });
  it('fields of tomorrow and of a wrong kind are no failure', async () => {
    const odd = { tool_name: { a: 1 }, duration_ms: 'long', cwd: ['/'], more: [[{}]] };
    const all = [
      hookInput('Stop', odd),
      hookInput('Stop', { ...odd, hook_event_name: 'X'.repeat(5000) }),
      hookInput('Stop', { session_id: 7 }),
    ];
    const ran = await Promise.all(all.map((event) => run(JSON.stringify(event))));
    expect(ran.filter(({ code, out, err }) => code !== 0 || out !== '' || err !== '')).toEqual([]);
    expect(kept().map((sign) => [sign.event, sign.cwd, sign.tool])).toEqual([['Stop', null, null]]);
  });
  it.skipIf(!existsSync('/dev/full'))('the disk is full: nobody hears of it', async () => {
    // What stands at the place of the day's file takes not a byte, as the disk would not.
    mkdirSync(spoolFolder(home), { recursive: true });
    const today = new Date().toISOString().slice(0, 10);
    symlinkSync('/dev/full', join(spoolFolder(home), `claude-${today}.jsonl`));
    expect(() => appendToSpool(home, 'x', instant(Date.now()))).toThrow(/ENOSPC/);
    expect(await run(JSON.stringify(hookInput('Stop')))).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('the branch of a folder', () => {
  const put = (path: string, text: string): void => {
    mkdirSync(join(home, path, '..'), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  it.each([
    ['ref: refs/heads/fix/TB-042-socket\n', 'fix/TB-042-socket'],
    ['ref: refs/heads/grün\n', 'grün'],
    ['0123456789abcdef0123456789abcdef01234567\n', null],
    ['', null],
  ])('HEAD %j: %s', (head, branch) => {
    put('shop/.git/HEAD', head);
    mkdirSync(join(home, 'shop/src/deep'), { recursive: true });
    expect(branchOfFolder(join(home, 'shop/src/deep'))).toBe(branch);
  });
  it('a worktree has one of its own', () => {
    put('shop/.git/worktrees/wt/HEAD', 'ref: refs/heads/feat/APP-7\n');
    put('wt/.git', `gitdir: ${join(home, 'shop/.git/worktrees/wt')}\n`);
    expect(branchOfFolder(join(home, 'wt'))).toBe('feat/APP-7');
  });
  it('elsewhere there is none', () => {
    expect(branchOfFolder(join(home, 'nowhere'))).toBeNull();
    expect(branchOfFolder('relative')).toBeNull();
  });
});
