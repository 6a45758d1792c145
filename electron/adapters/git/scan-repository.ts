import type { Repository } from '#shared/evidence/commit.ts';
import type { GitScan } from '#shared/ports/world.ts';
import { containingBranches } from '#shared/sources/git/branch-of.ts';
import { checkoutsOf } from '#shared/sources/git/checkouts.ts';
import { madeOn } from '#shared/sources/git/head-timeline.ts';
import { emailSet, toCommit } from '#shared/sources/git/log-record.ts';
import type { LogRecord } from '#shared/sources/git/log-record.ts';
import { LogWalk, TIP_LIMIT } from '#shared/sources/git/log-walk.ts';
import { plainCommits, possibleCopies } from '#shared/sources/git/possible-copies.ts';
import { knownTips, readMark, writeMark } from '#shared/sources/git/scan-mark.ts';
import type { Instant } from '#shared/values/instant.ts';
import { instant } from '#shared/values/instant.ts';
import { vanished } from './git-problem.ts';
import { lookNow } from './look.ts';
import { patchIds } from './patch-ids.ts';
import { readDefaultBranches } from './read-refs.ts';
import { madeOnBranches, readHeadTimelines } from './read-reflogs.ts';
import type { RepositoryPlace } from './repository-place.ts';
import { placeOf } from './repository-place.ts';
import { walkLog } from './walk-log.ts';

const DAY_MS = 86_400_000;
/** A commit is committed after it is authored, except where a clock was set right in between, by less than this. */
const SLACK_MS = 3 * 3_600_000;
/** File times may lag behind the clock by as much (a tick of the kernel, two seconds on FAT are worth one more scan). */
const FRESH_MS = 2_000;
const CHECKOUT_DAYS = 400;
/** `--max-age` of older versions of git ends in 2038. */
const LAST_SECOND = 2_147_483_647;

export interface ScanOptions {
  /** Git is stopped after this. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** Reads one repository; see `GitReader.scan`. Reading only: no lock is taken and no file of the repository changes. */
export async function scanRepository(
  repository: Repository,
  emails: readonly string[],
  since: Instant,
  { timeoutMs, now }: ScanOptions,
): Promise<GitScan> {
  // A linked work tree that was removed leaves its repository behind.
  const place = placeOf(repository.path) ?? placeOf(repository.commonDir);
  if (!place) throw vanished(repository.path);
  const people = emailSet(emails);
  const mark = readMark(repository.mark);
  const known = knownTips(mark, people, since);
  const from = known && mark ? mark.from : since;
  const walk = new LogWalk(people, from, known ?? []);
  const started = now();
  const walking = walkLog(
    {
      place,
      from: Math.min(LAST_SECOND, Math.max(0, Math.floor((from - SLACK_MS) / 1000))),
      known,
      timeoutMs,
    },
    walk,
  );
  // Both while git walks; its failure is waited for below.
  walking.catch(() => undefined);
  const look = lookNow(place.commonDir);
  const timelines = readHeadTimelines(place.commonDir);
  // A first walk leaves time for it, and meets commits that HEAD's reflog does not tell of.
  const early = known ? null : madeOnBranches(place.commonDir, from);
  await walking;

  const own = [...walk.own.values()];
  // What is new now may copy what was read earlier; in a whole window the shape of the history tells.
  const suspects = known ? plainCommits(own).map((c) => c.hash) : possibleCopies(own, walk.graph);
  const reading =
    suspects.length === 0 ? new Map<string, string>() : patchIds(place.path, suspects, timeoutMs);
  const byBranches = () => early ?? madeOnBranches(place.commonDir, from);
  const branches = branchesOf(own, madeOn(timelines), byBranches, place, walk);
  const patches = await reading;
  const tips = walk.tips.size > TIP_LIMIT ? null : [...walk.tips];
  return {
    commits: own.map((c) =>
      toCommit(c, repository.id, branches.get(c.hash) ?? null, patches.get(c.hash) ?? null),
    ),
    checkouts: checkoutsOf(repository.id, timelines, instant(now() - CHECKOUT_DAYS * DAY_MS)),
    // What changed this moment may have changed after git read it: then nothing is taken for unchanged next time.
    mark: writeMark({
      look: look.newest < started - FRESH_MS ? look.text : '',
      tips,
      emails: [...people],
      from,
    }),
    coveredFrom: from,
  };
}

/**
 * The branch of each commit: HEAD's reflog, else the branches' reflogs, else containment. Also of commits whose subject
 * names a ticket: which prefixes are tickets is a setting (`UTF-8` looks like one), so only who derives can tell.
 */
function branchesOf(
  own: readonly LogRecord[],
  branches: Map<string, string>,
  byBranches: () => ReadonlyMap<string, string>,
  place: RepositoryPlace,
  walk: LogWalk,
): Map<string, string> {
  const missing = (): string[] => own.map((c) => c.hash).filter((hash) => !branches.has(hash));
  if (missing().length > 0) addTo(branches, byBranches());
  const left = missing();
  if (left.length > 0) {
    addTo(branches, containingBranches(walk.graph, walk.refs, readDefaultBranches(place), left));
  }
  return branches;
}

function addTo(branches: Map<string, string>, more: ReadonlyMap<string, string>): void {
  for (const [hash, branch] of more) if (!branches.has(hash)) branches.set(hash, branch);
}
