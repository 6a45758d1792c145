import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost, type Host } from '#electron/host/host.ts';
import { keepSessionsAlive } from '#electron/jobs/session-heartbeat.ts';
import { repositoryFor } from './git-day.ts';
import { asLimit, asRatio, median, ms, type Measure } from './measure.ts';

/** A session of a long day: so many commits before its end. */
const COMMITS_BACK = 100;
const SESSIONS = 50;

/** Development sessions: their end in a large repository, what fifty open ones cost. */
export async function measureDevSessions(cache: string, rounds: number): Promise<Measure[]> {
  return [...(await measureEnd(cache, rounds)), ...(await measureOpenOnes())];
}

async function measureEnd(cache: string, rounds: number): Promise<Measure[]> {
  const { path } = await repositoryFor(cache);
  const ask = (...args: string[]) => execFileSync('git', args, { cwd: path, encoding: 'utf8' }).trim();
  const head = ask('rev-parse', 'HEAD');
  const start = ask('rev-list', '--max-count=1', `--skip=${COMMITS_BACK}`, 'HEAD');
  return inFolder(async (host) => {
    const [ends, compared, bare]: number[][] = [[], [], []];
    // The first round loads modules and fills the disk cache, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const { id } = (await host.perform(['devSession', 'start'], {
        title: 'Long work',
        folder: path,
      })) as Named;
      const [session] = await host.world.stores.devSessions.open(host.world.machine.userName);
      await host.world.stores.ledger.commit({
        actor: 'bench',
        operation: 'devSession.bench',
        why: 'it began long ago',
        changes: [
          {
            noun: 'devSession',
            before: session!,
            after: { ...session!, startCommit: start, revision: session!.revision + 1 },
          },
        ],
      });
      const at = host.world.clock.now();
      const since = { repository: path, branch: 'main', commit: start, at };
      // In turns who comes first: what the database writes on its way to the disk slows them.
      const both = {
        theirs: () => bareDiff(path, start, head),
        git: () => host.world.sessionGit.since(since),
      };
      const order = round % 2 === 0 ? (['theirs', 'git'] as const) : (['git', 'theirs'] as const);
      const took = { theirs: 0, git: 0 };
      for (const who of order) took[who] = await timed(both[who]);
      const ours = await timed(() => host.perform(['devSession', 'complete'], { id }));
      if (round === 0) continue;
      ends!.push(ours);
      compared!.push(took.git);
      bare!.push(took.theirs);
    }
    const name = `comparison of ${COMMITS_BACK} of 80 k commits at the end of a development session`;
    return [
      asRatio(name, median(compared!), median(bare!), 1.2, ms),
      asLimit('… reckoned, reported and kept', median(ends!) - median(compared!), 40, ms),
    ];
  });
}

interface Named {
  readonly id: string;
}

/** Heartbeats, and an open page that asks again every half minute. */
async function measureOpenOnes(): Promise<Measure[]> {
  return inFolder(async (host) => {
    for (let n = 0; n < SESSIONS; n += 1)
      await host.perform(['devSession', 'start'], { title: `Session ${n}`, createdBy: 'claude-code' });
    const turn = async (): Promise<void> => {
      await keepSessionsAlive(host.world, host.world.clock.now());
      await host.perform(['devSession', 'active'], {});
    };
    await turn();
    const before = process.cpuUsage();
    const turns = 40;
    for (let n = 0; n < turns; n += 1) await turn();
    const { user, system } = process.cpuUsage(before);
    const share = ((user + system) / 1000 / turns / 30_000) * 100;
    return [
      asLimit(`${SESSIONS} open development sessions, of a core`, share, 1, (n) => `${n.toFixed(3)} %`),
    ];
  });
}

async function inFolder<T>(work: (host: Host) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'stint-bench-dev-'));
  const host = await openHost({ home, kind: 'command', sensor: null });
  try {
    return await work(host);
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

/** The same comparison as a person would ask for it, read to its end and thrown away. */
function bareDiff(folder: string, from: string, to: string): Promise<void> {
  const child = spawn('git', ['diff', '--numstat', from, to], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`git diff ended with ${code}`))));
  });
}
