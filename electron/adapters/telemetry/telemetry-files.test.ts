import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileMark, TelemetryFiles } from '#shared/ports/telemetry-files.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { createTelemetryFiles } from './telemetry-files.ts';

const SINCE = '2026-02-01' as LocalDay;
const NAME = 'max-2026-02-10.jsonl';
const MAKE_PIPE = 'mkfifo';
const LINKS = process.platform !== 'win32';
let root: string;
let home: string;
let repository: string;
let logs: string;
let files: TelemetryFiles;
let marks: Record<string, FileMark>;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stint-telemetry-'));
  [home, repository] = [join(root, 'home'), join(root, 'shop')];
  logs = join(repository, '.tract', 'time', '.telemetry');
  mkdirSync(logs, { recursive: true });
  mkdirSync(home);
  files = createTelemetryFiles(home);
  marks = {};
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function read(from: string | null = repository, since = SINCE) {
  const news = await files.read({ repository: from, user: 'max', since, marks });
  marks = { ...marks, ...Object.fromEntries(news.files.map((file) => [file.name, file.mark])) };
  return news;
}
const lines = async (from?: string | null) => (await read(from)).files.flatMap((file) => file.lines);

describe('the logs of a repository', () => {
  it('are read from where they ended, whole lines only', async () => {
    writeFileSync(join(logs, NAME), 'one\ntwo\n{"half');
    expect(await read()).toMatchObject({
      files: [{ name: NAME, anew: true, lines: ['one', 'two'], rest: '{"half' }],
    });
    expect((await read()).files).toEqual([]);
    appendFileSync(join(logs, NAME), '"}\r\n\nthree\n');
    expect(await read()).toMatchObject({ files: [{ anew: false, lines: ['{"half"}', 'three'], rest: '' }] });
    expect((await read()).files).toEqual([]);
  });
  it('are read from their start when they were written anew', async () => {
    writeFileSync(join(logs, NAME), 'one\ntwo\n');
    await read();
    // A merge put a line before what was known.
    writeFileSync(join(logs, NAME), 'zero\none\ntwo\n');
    expect(await read()).toMatchObject({ files: [{ anew: true, lines: ['zero', 'one', 'two'] }] });
    truncateSync(join(logs, NAME), 5);
    expect(await lines()).toEqual(['zero']);
  });
  it('are those of the person, from the day on', async () => {
    for (const name of [
      'max-2026-01-31.jsonl',
      'max-2026-02-11.jsonl',
      NAME,
      'ann-2026-02-10.jsonl',
      'max-x-2026-02-10.jsonl',
      'max-2026-02-10.jsonl.bak',
      'max.jsonl',
    ])
      writeFileSync(join(logs, name), `${name}\n`);
    expect(await lines()).toEqual([NAME, 'max-2026-02-11.jsonl']);
  });
  it('are found where there are any', async () => {
    mkdirSync(join(root, 'other'));
    expect(await files.found([repository, join(root, 'other'), join(root, 'gone')])).toEqual([repository]);
    expect(await lines(join(root, 'gone'))).toEqual([]);
    expect(await lines(null)).toEqual([]);
  });
  it('that are long are read piece by piece, and nothing is lost', async () => {
    const line = 'x'.repeat(99);
    writeFileSync(join(logs, NAME), `${line}\n`.repeat(200_000));
    writeFileSync(join(logs, 'max-2026-02-11.jsonl'), 'last\n');
    const all: string[] = [];
    let calls = 0;
    for (let more = true; more; calls += 1) {
      const news = await read();
      all.push(...news.files.flatMap((file) => file.lines));
      more = news.more;
    }
    expect([all.length, all.at(-1), calls]).toEqual([200_001, 'last', 3]);
    expect(all.slice(0, -1).every((one) => one === line)).toBe(true);
    expect((await read()).files).toEqual([]);
  });
});

describe('what is not to be trusted', () => {
  it.runIf(LINKS)('a link to a file is not followed, the others are read', async () => {
    writeFileSync(join(root, 'secret'), 'secret\n');
    symlinkSync(join(root, 'secret'), join(logs, NAME));
    writeFileSync(join(logs, 'max-2026-02-11.jsonl'), 'good\n');
    const news = await read();
    expect(news.files.flatMap((file) => file.lines)).toEqual(['good']);
    expect(news.refused).toEqual([expect.stringContaining('is a link or no file')]);
  });
  it.runIf(LINKS)('a folder that is a link out of the repository is not read; one within is', async () => {
    const outside = join(root, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, NAME), 'secret\n');
    rmSync(logs, { recursive: true });
    symlinkSync(outside, logs);
    expect(await read()).toMatchObject({ files: [], refused: [expect.stringContaining('leads elsewhere')] });
    rmSync(logs);
    const within = join(repository, 'logs');
    mkdirSync(within);
    writeFileSync(join(within, NAME), 'good\n');
    symlinkSync(within, logs);
    expect(await lines()).toEqual(['good']);
  });
  it.runIf(LINKS)('a pipe is not waited for', async () => {
    execFileSync(MAKE_PIPE, [join(logs, NAME)]);
    expect((await read()).refused).toHaveLength(1);
  });
  it('a folder of that name, a huge file, a line without end', async () => {
    mkdirSync(join(logs, NAME));
    writeFileSync(join(logs, 'max-2026-02-11.jsonl'), '');
    truncateSync(join(logs, 'max-2026-02-11.jsonl'), 65 * 1024 * 1024);
    writeFileSync(join(logs, 'max-2026-02-12.jsonl'), `${'x'.repeat(70_000)}\ngood\n${'y'.repeat(70_000)}`);
    const news = await read();
    expect(news.refused).toEqual([
      expect.stringContaining('is a link or no file'),
      expect.stringContaining('is larger than 64 MB'),
    ]);
    expect(news.files).toMatchObject([{ lines: ['good'], tooLong: 1, rest: '' }]);
  });
  it.runIf(LINKS && process.getuid?.() !== 0)('one that may not be read says so', async () => {
    writeFileSync(join(logs, NAME), 'x\n');
    chmodSync(join(logs, NAME), 0);
    expect((await read()).refused).toEqual([expect.stringContaining('cannot be read (EACCES)')]);
  });
  it('bytes that are no text do no harm', async () => {
    writeFileSync(join(logs, NAME), Buffer.concat([Buffer.from([0xff, 0xfe, 0, 10]), Buffer.from('good\n')]));
    expect((await lines()).at(-1)).toBe('good');
  });
});

describe('the log of the data folder', () => {
  it('is appended to, readable by its owner only, and read like the others', async () => {
    await files.append('max', '2026-02-10' as LocalDay, 'one');
    await files.append('max', '2026-02-10' as LocalDay, 'two');
    expect(await lines(null)).toEqual(['one', 'two']);
    if (LINKS) expect(statSync(join(home, 'telemetry', NAME)).mode & 0o777).toBe(0o600);
  });
  it('behind half a line begins a new one', async () => {
    mkdirSync(join(home, 'telemetry'));
    writeFileSync(join(home, 'telemetry', NAME), 'half');
    await files.append('max', '2026-02-10' as LocalDay, 'whole');
    expect(readFileSync(join(home, 'telemetry', NAME), 'utf8')).toBe('half\nwhole\n');
  });
  it('stays in its folder, whatever a person is called', async () => {
    await files.append('../../etc/max', '2026-02-10' as LocalDay, 'one');
    expect(readdirSync(join(home, 'telemetry'))).toEqual(['__.._etc_max-2026-02-10.jsonl']);
  });
  it('lines of many at once do not mix', async () => {
    const all = Array.from({ length: 50 }, (_, n) => `line ${n}`);
    await Promise.all(all.map((line) => files.append('max', '2026-02-10' as LocalDay, line)));
    expect((await lines(null)).toSorted()).toEqual(all.toSorted());
  });
  it('that cannot be written says so', async () => {
    writeFileSync(join(home, 'telemetry'), 'a file where the folder should be');
    const told = files.append('max', '2026-02-10' as LocalDay, 'one');
    await expect(told).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining(NAME) as string,
    });
  });
});
