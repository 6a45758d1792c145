import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { Problem } from '#shared/values/problem.ts';
import { createLogFile, logFileOf } from './log-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stint-log-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const clock = memoryClock('2026-02-10T08:15:00Z');
const lines = (): unknown[] =>
  readFileSync(logFileOf(home), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

it('writes one JSON object a line, private to its owner', () => {
  const log = createLogFile(home, clock);
  log.info('scan.done', { repositories: 3, ok: true });
  log.warn('backup.late');
  expect(lines()).toEqual([
    { at: '2026-02-10T08:15:00.000Z', level: 'info', event: 'scan.done', repositories: 3, ok: true },
    { at: '2026-02-10T08:15:00.000Z', level: 'warn', event: 'backup.late' },
  ]);
  if (process.platform !== 'win32') {
    expect(statSync(logFileOf(home)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'logs')).mode & 0o777).toBe(0o700);
  }
});

it('closes a log to others that was open to them', () => {
  mkdirSync(join(home, 'logs'));
  writeFileSync(logFileOf(home), '');
  chmodSync(logFileOf(home), 0o644);
  createLogFile(home, clock).info('start');
  if (process.platform !== 'win32') expect(statSync(logFileOf(home)).mode & 0o777).toBe(0o600);
});

it('tells where an error comes from, never what it quotes', () => {
  const cause = Object.assign(new Error('no such file: Secret customer.txt'), { code: 'ENOENT' });
  const error = new Problem(
    'failed',
    'The entry “Secret meeting” is wrong\n    at secret talk',
    'Ask Ann.',
    cause,
  );
  createLogFile(home, clock).error('operation.entry.add', error);
  createLogFile(home, clock).error('thrown.text', 'Secret text');
  const text = readFileSync(logFileOf(home), 'utf8');
  expect(text).not.toMatch(/Secret (meeting|customer|text)|Ann/);
  expect(text).toContain('log-file.test.ts');
  expect(lines()[0]).toMatchObject({
    level: 'error',
    error: { name: 'Problem', code: 'failed', cause: { code: 'ENOENT' } },
  });
  expect(lines()[1]).toMatchObject({ error: { name: 'string', stack: [] } });
});

it('cuts long texts, and keeps three files of a megabyte', () => {
  const log = createLogFile(home, clock);
  log.info('long', { text: 'x'.repeat(5000) });
  expect(readFileSync(logFileOf(home)).length).toBeLessThan(500);
  for (let n = 0; n < 12_000; n += 1) log.info('many', { text: `${n} ${'y'.repeat(280)}` });
  const folder = join(home, 'logs');
  expect(readdirSync(folder).sort()).toEqual(['stint.log', 'stint.log.1', 'stint.log.2']);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000_000);
  expect(readFileSync(logFileOf(home), 'utf8')).toContain('11999 ');
});

it('goes on from the size a file has already', () => {
  mkdirSync(join(home, 'logs'));
  writeFileSync(logFileOf(home), 'z'.repeat(999_990));
  createLogFile(home, clock).info('start');
  expect(lines()).toHaveLength(1);
  expect(statSync(`${logFileOf(home)}.1`).size).toBe(999_990);
});

it('never throws, and writes again when it can', () => {
  writeFileSync(join(home, 'logs'), 'a file where the folder should be');
  const log = createLogFile(home, clock);
  log.info('lost');
  const circle: { self?: unknown } = {};
  circle.self = circle;
  log.info('circle', circle as never);
  rmSync(join(home, 'logs'));
  log.info('found');
  expect(lines()).toMatchObject([{ event: 'found' }]);
});
