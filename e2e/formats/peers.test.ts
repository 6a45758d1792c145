// Our exports in the hands of the tools they are for: hledger and Timewarrior read them and come to the same sums.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTimeclock } from '#shared/formats/plain-text/timeclock.ts';
import { readTimewarrior, writeTimewarrior } from '#shared/formats/plain-text/timewarrior.ts';
import { RULES, sampleRecords, sumsOf } from '#shared/formats/sample-records.ts';
import { afterAll, describe, expect, it } from 'vitest';

const ZONE = RULES.zone;
const folder = mkdtempSync(join(tmpdir(), 'stint-peers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
/** Where the Electron journeys are asked for, everything they need is installed: then a missing tool is a failure. */
const lacks = (program: string): boolean => process.env['STINT_E2E'] !== '1' && !isThere(program);
/** The same stories in every run. */
const sample = Array.from({ length: 100 }, (_, seed) => sampleRecords(seed));
const total = (all: Parameters<typeof sumsOf>[0]): number =>
  all.reduce((sum, { minutes }) => sum + minutes, 0);

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, TZ: ZONE, LC_ALL: 'C.UTF-8', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

describe.skipIf(lacks('hledger'))('hledger', () => {
  it('comes to the same hours, story by story, in a zone that changes its clocks', () => {
    const file = join(folder, 'time.timeclock');
    for (const all of sample.filter((one) => one.length > 0)) {
      writeFileSync(file, writeTimeclock(all, ZONE).text);
      const printed = run('hledger', [
        '-f',
        `timeclock:${file}`,
        'balance',
        '--format',
        '%(total)',
        '-N',
        '--flat',
      ]);
      // hledger tells hours with two digits an account: half a hundredth of an hour each at most.
      const hours = printed
        .split('\n')
        .reduce((sum, line) => sum + Number(line.replace('h', '').trim() || 0), 0);
      expect(Math.abs(hours - total(all) / 60)).toBeLessThanOrEqual(0.005 * all.length + 1e-9);
    }
  }, 120_000);
});

describe.skipIf(lacks('timew'))('Timewarrior', () => {
  it('reads every stretch, and tells them back', () => {
    for (const [at, all] of sample
      .filter((one) => one.length > 0)
      .slice(0, 60)
      .entries()) {
      const home = join(folder, `timew-${at}`);
      mkdirSync(join(home, 'data'), { recursive: true });
      writeFileSync(join(home, 'timewarrior.cfg'), '');
      for (const { name, text } of writeTimewarrior(all, ZONE).files)
        writeFileSync(join(home, 'data', name), text);
      const exported = run('timew', ['export'], { TIMEWARRIORDB: home });
      const { records: back, skipped } = readTimewarrior(exported, RULES);
      expect(skipped).toEqual([]);
      expect(sumsOf(back)).toEqual(sumsOf(all));
    }
  }, 120_000);
});
