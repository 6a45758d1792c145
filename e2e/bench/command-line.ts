import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../build/scripts/folders.ts';
import { makeRepository } from './make-repository.ts';
import { asLimit, median, ms, type Measure } from './measure.ts';

const STINT = join(PROJECT, 'build', 'bin', 'stint.cjs');

/** `stint day` as a whole process, on a data folder with a repository of 2 000 commits that has been looked at before. */
export async function measureCommandLine(rounds: number): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stint-bench-cli-'));
  const stint = (...words: string[]): number => {
    const began = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [STINT, ...words, '--home', join(folder, 'home')],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`stint ${words.join(' ')} failed: ${stderr}`);
    return performance.now() - began;
  };
  try {
    const now = Math.floor(Date.now() / 1000);
    const { path } = await makeRepository(join(folder, 'repository'), { commits: 2_000, end: now });
    stint('config', 'set', 'identity.emails', '["ada@example.com"]');
    stint('repo', 'add', path);
    stint('day');
    const times = Array.from({ length: rounds }, () => stint('day'));
    return [asLimit('`stint day`, whole process', median(times), 250, ms)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
