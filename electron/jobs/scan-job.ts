import type { World } from '#shared/ports/world.ts';
import { proposeDay } from '#shared/services/derive-day.ts';
import type { Person } from '#shared/services/person.ts';
import { personOf } from '#shared/services/person.ts';
import { refreshEvidence } from '#shared/services/refresh-evidence.ts';
import type { Commit } from '#shared/evidence/commit.ts';
import { instant, plusMinutes } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { dayInterval, dayOf } from '#shared/values/local-day.ts';
import type { Job } from './schedule.ts';

/** Commits that arrive late (a rebase, a repository of last week) are looked for this far back. */
const LOOK_BACK_MS = 35 * 86_400_000;

/** Looks at the registered repositories and proposes the days on which something new was found. */
export function scanJob(world: World): Job {
  return {
    name: 'scan',
    everyMs: () => world.settings.get()['git.scanMinutes'] * 60_000,
    // The start of the program belongs to the tray.
    firstAfterMs: 2000,
    run: () => scanOnce(world),
  };
}

/** One look; a few stat calls when nothing moved. */
export async function scanOnce(world: World): Promise<void> {
  await world.configuration.refresh();
  const person = personOf(world);
  if (await nothingMoved(world)) {
    // The time after the last commit grows with presence, and the tray shows today's total.
    await proposeDay(world, person, person.today);
    return;
  }
  const before = await knownHashes(world, person);
  const found = await refreshEvidence(world, person, dayInterval(person.today, person.zone).start);
  world.events.publish({ kind: 'repositories' });
  if (!found) return;
  const fresh = (await commitsOf(world, person)).filter((commit) => !before.has(commit.hash));
  const days = new Set<LocalDay>([
    person.today,
    ...fresh.map((commit) => dayOf(commit.authoredAt, person.zone)),
  ]);
  // Closed days are left alone by the service; so are days whose proposals come out the same.
  for (const day of [...days].toSorted()) await proposeDay(world, person, day);
}

async function nothingMoved(world: World): Promise<boolean> {
  for (const repository of await world.stores.repositories.list()) {
    // One that cannot be read is left to the scan, which puts the reason into words.
    if (repository.coveredFrom === null || !(await world.git.unchanged(repository).catch(() => false)))
      return false;
  }
  return true;
}

async function knownHashes(world: World, person: Person): Promise<ReadonlySet<string>> {
  return new Set((await commitsOf(world, person)).map((commit) => commit.hash));
}

function commitsOf(world: World, person: Person): Promise<readonly Commit[]> {
  const interval = { start: instant(person.now - LOOK_BACK_MS), end: plusMinutes(person.now, 24 * 60) };
  return world.stores.evidence.commits(person.settings['identity.emails'], interval);
}
