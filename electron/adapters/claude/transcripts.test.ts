import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentUse } from '#shared/evidence/agent.ts';
import { withUse } from '#shared/evidence/agent-use.ts';
import type { ClaudeFiles, TranscriptPiece } from '#shared/ports/claude-files.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { answerLine, EVERY_SHAPE, userLine } from '#shared/sources/claude-code/transcript-lines.fixture.ts';
import { Stop } from '#shared/values/stop.ts';
import { createClaudeFiles } from './claude-files.ts';
import { configFolders } from './config-folders.ts';

let home: string;
let config: string;
let files: ClaudeFiles;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-claude-'));
  config = join(home, 'claude');
  mkdirSync(join(config, 'projects'), { recursive: true });
  files = createClaudeFiles({ home, clock: memoryClock('2026-02-20T09:00:00Z'), worker: false });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function put(name: string, lines: readonly string[], end = '\n'): string {
  const file = join(config, 'projects', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.join('\n') + end);
  return file;
}
async function read(
  mark: string | null = null,
  more: { from?: ClaudeFiles; stop?: Stop } = {},
): Promise<TranscriptPiece> {
  let uses: readonly AgentUse[] = [];
  const all = { runs: [] as TranscriptPiece['runs'], skipped: 0, unreadable: 0, mark: mark ?? '' };
  const wishes = {
    configDirs: [config],
    mark,
    inactiveMs: 600_000,
    titles: false,
    stop: more.stop ?? new Stop(),
  };
  for await (const piece of (more.from ?? files).read(wishes)) {
    for (const use of piece.uses) uses = withUse(uses, use);
    all.runs = [...all.runs, ...piece.runs];
    all.skipped += piece.skipped;
    all.unreadable += piece.unreadable;
    all.mark = piece.mark;
  }
  return { ...all, uses };
}
const answers = (from: number, to: number, more = {}): string[] =>
  Array.from({ length: to - from }, (_, index) =>
    answerLine({ id: `msg_${from + index}`, request: `r_${from + index}`, ...more }),
  );

describe('what is new', () => {
  it('is read once: nothing new costs a look', async () => {
    put('-home-max-shop/ses-1.jsonl', EVERY_SHAPE);
    const first = await read();
    expect(first.uses).toHaveLength(11);
    expect(await files.survey([config], first.mark)).toMatchObject({ files: 1, unread: 0 });
    expect(await read(first.mark)).toEqual({
      uses: [],
      runs: [],
      skipped: 0,
      unreadable: 0,
      mark: first.mark,
    });
  });
  it('is what was appended since', async () => {
    const file = put('p/ses-1.jsonl', answers(0, 3));
    const first = await read();
    appendFileSync(file, `${answers(3, 5).join('\n')}\n`);
    const second = await read(first.mark);
    expect(second.uses.map((use) => use.message)).toEqual(['msg_3', 'msg_4']);
  });
  it('is not a line that is half written, until it is whole', async () => {
    const [whole, half] = answers(0, 2) as [string, string];
    const file = put('p/ses-1.jsonl', [whole, half.slice(0, 100)], '');
    const first = await read();
    expect(first).toMatchObject({ skipped: 0 });
    expect(first.uses).toHaveLength(1);
    expect((await read(first.mark)).uses).toHaveLength(0);
    appendFileSync(file, half.slice(100));
    const second = await read(first.mark);
    expect(second.uses.map((use) => use.message)).toEqual(['msg_1']);
    appendFileSync(file, `\n${answers(2, 3).join('\n')}\n`);
    expect((await read(second.mark)).uses.map((use) => use.message)).toEqual(['msg_2']);
  });
  it('is everything of a file that was written anew, or put in the place of another', async () => {
    const file = put('p/ses-1.jsonl', answers(0, 5));
    const first = await read();
    writeFileSync(file, `${answers(7, 8).join('\n')}\n`);
    const second = await read(first.mark);
    expect(second.uses.map((use) => use.message)).toEqual(['msg_7']);
    writeFileSync(`${file}.new`, `${answers(10, 30).join('\n')}\n`);
    renameSync(`${file}.new`, file);
    expect((await read(second.mark)).uses).toHaveLength(20);
  });
  it('answers without an id keep the name of their place: read twice they are the same', async () => {
    put('p/ses-1.jsonl', [answerLine({ id: null, request: null }), answerLine({ id: null, request: null })]);
    const [first, second] = [await read(), await read()];
    expect(first.uses).toHaveLength(2);
    expect(second.uses).toEqual(first.uses);
  });
  it('goes on in the middle of a file where a reading was broken off', async () => {
    put('p/ses-1.jsonl', answers(0, 10_000));
    const wishes = { configDirs: [config], inactiveMs: 600_000, titles: false, stop: new Stop() };
    let broken: TranscriptPiece | null = null;
    for await (const piece of files.read({ ...wishes, mark: null })) {
      broken = piece;
      break;
    }
    const rest = await read(broken!.mark);
    expect(broken!.uses.length).toBeLessThan(6_000);
    expect(new Set([...broken!.uses, ...rest.uses].map((use) => use.message)).size).toBe(10_000);
    expect(broken!.uses.length + rest.uses.length).toBe(10_000);
  });
  it('a mark nobody can read is none', async () => {
    put('p/ses-1.jsonl', answers(0, 3));
    for (const mark of ['', '{', '[]', '{"v":9}', 'null']) expect((await read(mark)).uses).toHaveLength(3);
  });
});

describe('where transcripts lie', () => {
  it('sessions, and sub-agents below them, whose lines belong to the session', async () => {
    const nameless = { line: { sessionId: undefined, isSidechain: true } };
    put('p/ses-1.jsonl', answers(0, 1));
    put('p/ses-1/subagents/agent-a.jsonl', answers(1, 2, nameless));
    put('p/ses-1/subagents/deeper/agent-b.jsonl', answers(2, 3, nameless));
    put('p/notes.txt', ['no transcript']);
    const { uses } = await read();
    expect(uses.map((use) => [use.message, use.run]).toSorted()).toEqual([
      ['msg_0', 'ses-1'],
      ['msg_1', 'ses-1'],
      ['msg_2', 'ses-1'],
    ]);
  });
  it('a folder that is linked in a circle is no trap', async () => {
    put('p/ses-1.jsonl', answers(0, 1));
    symlinkSync(config, join(config, 'projects', 'p', 'again'));
    expect((await read()).uses).toHaveLength(1);
  });
  it.skipIf(process.getuid?.() === 0)('a file that may not be read holds up no other', async () => {
    chmodSync(put('p/ses-0.jsonl', answers(5, 6)), 0);
    put('p/ses-1.jsonl', answers(0, 1));
    expect(await read()).toMatchObject({ unreadable: 1, uses: [{ message: 'msg_0' }] });
  });
  it('the setting, else the variable, else the usual folders; each once', () => {
    for (const dir of ['a', 'b', 'xdg/claude', '.config/claude', '.claude'])
      mkdirSync(join(home, dir), { recursive: true });
    symlinkSync(join(home, 'a'), join(home, 'a-too'));
    const at = (...dirs: string[]) => dirs.map((dir) => join(home, dir));
    const env = { HOME: home };
    expect(configFolders([join(home, 'b'), '~/a', join(home, 'a-too')], env)).toEqual(at('b', 'a'));
    const listed = `${join(home, 'a')}, ${join(home, 'nowhere')},${join(home, 'b')}`;
    expect(configFolders([], { ...env, CLAUDE_CONFIG_DIR: listed })).toEqual(at('a', 'b'));
    expect(configFolders([], { ...env, XDG_CONFIG_HOME: join(home, 'xdg') })).toEqual(
      at('xdg/claude', '.claude'),
    );
    expect(configFolders([], env)).toEqual(at('.config/claude', '.claude'));
    expect(configFolders([], { HOME: join(home, 'nobody') })).toEqual([]);
  });
});

describe('history at risk', () => {
  it('is what is not read and will be deleted within five days', async () => {
    const daysAgo = (file: string, days: number): void => {
      const at = new Date(Date.parse('2026-02-20T09:00:00Z') - days * 86_400_000);
      utimesSync(file, at, at);
    };
    daysAgo(put('p/old.jsonl', answers(0, 1)), 26);
    daysAgo(put('p/young.jsonl', answers(1, 2)), 24);
    expect(await files.survey([config], null)).toEqual({ files: 2, unread: 2, atRisk: 1, keptDays: 30 });
    writeFileSync(join(config, 'settings.json'), '{"cleanupPeriodDays":20}');
    expect(await files.survey([config], null)).toMatchObject({ atRisk: 2, keptDays: 20 });
    const { mark } = await read();
    expect(await files.survey([config], mark)).toMatchObject({ unread: 0, atRisk: 0 });
  });
  it('without a folder there is nothing', async () =>
    expect(await files.survey([join(home, 'nowhere')], null)).toMatchObject({
      files: 0,
      unread: 0,
      atRisk: 0,
    }));
});

describe('a lot of it', () => {
  it('is read in a thread of its own, with the same result', async () => {
    put('p/ses-1.jsonl', [...EVERY_SHAPE, ...answers(100, 4_100)]);
    const worker = new URL('../../claude-worker.ts', pathToFileURL(import.meta.filename));
    const apart = createClaudeFiles({ home, clock: memoryClock('2026-02-20T09:00:00Z'), worker });
    const there = await read(null, { from: apart });
    const here = await read();
    // Where one piece ends and the next begins is another matter.
    expect({ ...there, runs: [] }).toEqual({ ...here, runs: [] });
    expect(new Set(there.runs.map((run) => run.id))).toEqual(new Set(here.runs.map((run) => run.id)));
    expect(there.uses).toHaveLength(4_011);
  });
  it('200 MB take no memory', async () => {
    const filler = 'x'.repeat(40_000);
    const line = userLine('2026-02-10T09:00:00.000Z', { message: { role: 'user', content: filler } });
    const file = put('p/ses-1.jsonl', answers(0, 10));
    const block = `${Array.from({ length: 50 }, () => line).join('\n')}\n`;
    for (let written = 0; written < 200 * 1024 * 1024; written += block.length) appendFileSync(file, block);
    // A line of its own size, in one piece.
    appendFileSync(
      file,
      `${JSON.stringify({ type: 'user', content: 'y'.repeat(70 * 1024 * 1024) })}\n${answers(10, 11)[0]}\n`,
    );
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const news = await read();
    clearInterval(watch);
    expect(news.uses).toHaveLength(11);
    expect(news.skipped).toBe(1);
    expect(most - before).toBeLessThan(150 * 1024 * 1024);
  });
  it('is called off between two pieces', async () => {
    put('p/ses-1.jsonl', answers(0, 20_000));
    const stop = new Stop();
    stop.now();
    expect((await read(null, { stop })).uses.length).toBeLessThan(20_000);
  });
});
