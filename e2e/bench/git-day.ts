import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost, type Host } from '#electron/host/host.ts';
import type { Repository } from '#shared/evidence/commit.ts';
import { LOG_FORMAT } from '#shared/sources/git/log-record.ts';
import { instant } from '#shared/values/instant.ts';
import { asRatio, median, ms, type Measure } from './measure.ts';
import { makeRepository, type MadeRepository } from './make-repository.ts';

const COMMITS = 80_000;
const DAY_SECONDS = 86_400;
/** How far back the day lies: yesterday's work, and a day that makes git walk half of the history. */
const DAYS = [
  { name: 'yesterday', back: 1 },
  { name: 'two years back', back: 730 },
] as const;

/**
 * A day of a repository that a data folder has never seen: the scan against the bare `git log` that must be run for it
 * (design §5), and the whole of `day.derive`, which keeps what was read and what was made of it (decision 0017).
 */
export async function measureGitDay(cache: string, rounds: number): Promise<Measure[]> {
  const repository = await repositoryFor(cache);
  const measures: Measure[] = [];
  for (const { name, back } of DAYS) {
    const scans: number[] = [];
    const derives: number[] = [];
    const bare: number[] = [];
    const day = new Date((repository.end - back * DAY_SECONDS) * 1000).toISOString().slice(0, 10);
    // The first round loads modules and fills the disk cache, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const since = Date.parse(`${day}T00:00:00Z`);
      const theirs = await timed(() => bareLog(repository.path, since / 1000));
      const scan = await fresh(repository, (host, known) =>
        host.world.git.scan(known, repository.emails, instant(since)),
      );
      const derive = await fresh(repository, (host) => host.perform(['day', 'derive'], { date: day }));
      if (round === 0) continue;
      bare.push(theirs);
      scans.push(scan);
      derives.push(derive);
    }
    measures.push(asRatio(`scan of ${name} in 80 k commits`, median(scans), median(bare), 1.3, ms));
    const added = median(derives) - median(scans);
    measures.push(asShareOfGit(`… derived from it and kept`, added, median(derives)));
  }
  return measures;
}

/** Keeping and deriving have a budget of their own: fixed costs, and the rows of as many commits as the scan found. */
function asShareOfGit(name: string, added: number, whole: number): Measure {
  const most = 15 + whole * 0.3;
  return {
    name,
    value: ms(added),
    against: `${ms(whole)} for all of it`,
    budget: ms(most),
    share: added / most,
  };
}

/** The repository is made once (some seconds) and kept. Its history is dated, so it stays the same. */
export async function repositoryFor(cache: string): Promise<MadeRepository> {
  const path = join(cache, `bench-repository-${COMMITS}`);
  const end = 1_770_728_400;
  if (!existsSync(join(path, '.git'))) {
    const half = `${path}.${process.pid}`;
    await makeRepository(half, { commits: COMMITS, end });
    await rename(half, path);
  }
  return { path, commits: COMMITS, emails: ['ada@example.com'], end };
}

async function fresh(
  repository: MadeRepository,
  work: (host: Host, known: Repository) => Promise<unknown>,
): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-git-'));
  const host = await openHost({ home, kind: 'command', sensor: null });
  try {
    await host.perform(['setting', 'set'], { key: 'time.zone', value: 'UTC' });
    await host.perform(['setting', 'set'], { key: 'identity.emails', value: repository.emails });
    await host.perform(['repository', 'add'], { path: repository.path });
    const [known] = await host.world.stores.repositories.list();
    return await timed(() => work(host, known!));
  } finally {
    await host.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The log of all refs since the start of the day, read to its end and thrown away. */
function bareLog(folder: string, since: number): Promise<void> {
  const args = ['log', '-z', `--format=tformat:${LOG_FORMAT}`, `--max-age=${since}`, '--no-patch', '--all'];
  const child = spawn('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`git log ended with ${code}`))));
  });
}
