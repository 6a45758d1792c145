import type { Repository } from '../evidence/commit.ts';
import type { World } from '../ports/world.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import { problemJson } from '../values/problem.ts';
import type { Person } from './person.ts';

/** How far back the first look at a repository reaches, so that the last month is there at once. */
const FIRST_LOOK_MS = 35 * 86_400_000;

/**
 * Reads what is new in the registered repositories, so that commits authored since `since` are known.
 * A repository that did not change costs a few stat calls; one that cannot be read keeps its problem in words
 * and never holds up the others.
 * @returns whether any repository had something new.
 */
export async function refreshEvidence(world: World, person: Person, since: Instant): Promise<boolean> {
  const emails = person.settings['identity.emails'];
  if (emails.length === 0) return false;
  let found = false;
  for (const repository of await world.stores.repositories.list()) {
    if (await scanIfChanged(world, repository, emails, since, person.now)) found = true;
  }
  return found;
}

async function scanIfChanged(
  world: World,
  repository: Repository,
  emails: readonly string[],
  since: Instant,
  now: Instant,
): Promise<boolean> {
  const { evidence } = world.stores;
  const covered = repository.coveredFrom !== null && repository.coveredFrom <= since;
  try {
    if (covered && (await world.git.unchanged(repository))) return false;
    const from = instant(Math.min(since, repository.coveredFrom ?? now - FIRST_LOOK_MS));
    const scan = await world.git.scan(repository, emails, from);
    const added = await evidence.addCommits(scan.commits);
    await evidence.addCheckouts(scan.checkouts);
    await evidence.markScanned(repository.id, {
      lastScanAt: now,
      lastProblem: null,
      mark: scan.mark,
      coveredFrom: scan.coveredFrom,
    });
    return added > 0 || scan.checkouts.length > 0;
  } catch (error) {
    const problem = problemJson(error);
    const lastProblem = `${problem.message} ${problem.remedy}`.trim();
    if (lastProblem !== repository.lastProblem) {
      world.log.warn('git.scan.failed', { repository: repository.id, code: problem.code });
      const { lastScanAt, mark, coveredFrom } = repository;
      await evidence.markScanned(repository.id, { lastScanAt, lastProblem, mark, coveredFrom });
    }
    return false;
  }
}
