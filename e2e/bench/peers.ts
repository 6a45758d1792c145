import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../build/scripts/folders.ts';
import { asLimit, asRatio, mb, median, ms, type Measure } from './measure.ts';

const STINT = join(PROJECT, 'build', 'bin', 'stint.cjs');
const ZONE = 'Europe/Berlin';

/** So many, for a neighbour on the machine holds up a few in a row. */
const ROUNDS = 15;

/** Writes down how much memory the process had at most. */
const WITNESS = `process.on('exit', () => require('node:fs').writeFileSync(process.env.STINT_BENCH_PEAK, String(process.resourceUsage().maxRSS)));`;

/**
 * Ten years of one person (21 000 entries) added up by the whole program, beside programs that do nothing else: the same
 * entries, written out for them by our exporters, in turns.
 */
export async function measurePeers(atLeast: number): Promise<Measure[]> {
  const rounds = Math.max(atLeast, ROUNDS);
  const folder = mkdtempSync(join(tmpdir(), 'stint-bench-peers-'));
  try {
    const home = join(folder, 'home');
    mkdirSync(home);
    fill(home);
    const env = { ...process.env, TZ: ZONE, LC_ALL: 'C.UTF-8', TIMEWARRIORDB: join(folder, 'timew') };
    const stint = (...words: string[]): string[] => [process.execPath, STINT, ...words, '--home', home];
    const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}): number => {
      const began = performance.now();
      const { status, stderr, error } = spawnSync(words[0]!, words.slice(1), {
        encoding: 'utf8',
        env: { ...env, ...more },
        maxBuffer: 256 * 1024 * 1024,
      });
      if (status !== 0) throw new Error(`${words.join(' ')} failed: ${stderr || String(error)}`);
      return performance.now() - began;
    };
    for (const [key, value] of [
      ['identity.user', 'ann'],
      ['time.zone', ZONE],
    ] as const)
      run(stint('config', 'set', key, value));
    const clock = join(folder, 'time.timeclock');
    run(stint('export', 'timeclock', clock, '--from', '2016-01-01', '--to', '2026-03-01'));
    mkdirSync(env.TIMEWARRIORDB);
    writeFileSync(join(env.TIMEWARRIORDB, 'timewarrior.cfg'), '');
    run(
      stint(
        'export',
        'timewarrior',
        join(env.TIMEWARRIORDB, 'data'),
        '--from',
        '2016-01-01',
        '--to',
        '2026-03-01',
      ),
    );

    const report = stint('report', 'timesheet', '--period', 'all');
    const hledger = ['hledger', '-f', `timeclock:${clock}`, 'balance'];
    const timew = ['timew', 'summary', ':all'];
    const times = { report: [] as number[], hledger: [] as number[], timew: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      // Before each of them, for what lasts a tenth of a second is drowned in the machine's own ups and downs; never twice
      // in a row, which the others do not get either.
      times.report.push(run(report));
      times.hledger.push(run(hledger));
      times.report.push(run(report));
      times.timew.push(run(timew));
    }
    const witness = join(folder, 'witness.cjs');
    const peak = join(folder, 'peak');
    writeFileSync(witness, WITNESS);
    run(report, { NODE_OPTIONS: `--require ${witness}`, STINT_BENCH_PEAK: peak });
    const ours = median(times.report);
    const asked = await whileServing(home, () => run(report), rounds);
    return [
      asRatio(
        'ten years added up, whole process, beside `timew summary :all`',
        ours,
        median(times.timew),
        0.1,
        ms,
      ),
      asRatio('… beside `hledger balance`', ours, median(times.hledger), 0.1, ms),
      asRatio('… with Stint running, beside `timew summary :all`', asked, median(times.timew), 0.1, ms),
      asRatio('… with Stint running, beside `hledger balance`', asked, median(times.hledger), 0.1, ms),
      asLimit(
        '… memory of that process at most',
        Number(readFileSync(peak, 'utf8')) * 1024,
        150 * 1024 * 1024,
        mb,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As it is all day: the command asks the host that runs, and has been asked before. @returns the median of the rounds. */
async function whileServing(home: string, ask: () => number, rounds: number): Promise<number> {
  const { serve } = await import('../world/headless-host.ts');
  const host = await serve(home);
  try {
    for (let round = 0; round < 5; round += 1) ask();
    return median(Array.from({ length: rounds }, ask));
  } finally {
    await host.stop();
  }
}

/** In a process of its own: to start a program, the system copies the page tables of whoever starts it. */
function fill(home: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'fill-ten-years.ts'), home],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the data folder could not be filled: ${stderr}`);
}
