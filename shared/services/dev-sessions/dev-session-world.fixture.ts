import type { GitOutcome } from '../../evidence/dev-session.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { anOutcome } from '../../ports/sample-dev-sessions.ts';
import { aSpan } from '../../ports/sample-rows.ts';
import { instant } from '../../values/instant.ts';

/** The commit the repository stands at. */
export const COMMIT = 'a'.repeat(40);

const GIT: GitOutcome = {
  ...anOutcome().git!,
  log: [
    { hash: 'c'.repeat(40), at: instant(0), subject: 'TB-043: thumbnails | <b>' },
    { hash: 'b'.repeat(40), at: instant(0), subject: 'TB-042: uploads' },
  ],
};

/** A world with one repository in /src/app, on a branch of TB-042. */
export function devSessionWorld(): MemoryWorld {
  const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  world.sessionGit.places.set('/src/app', { repository: '/src/app', branch: 'feat/TB-042', commit: COMMIT });
  world.sessionGit.outcomes.set('/src/app', GIT);
  return world;
}

/** So many minutes go by. */
export const pass = (world: MemoryWorld, minutes: number) => world.clock.advance(minutes * 60_000);

/** The person is at the machine for so long from now on. */
export const present = async (world: MemoryWorld, minutes: number) => {
  const now = world.clock.now();
  const span = aSpan(700 + minutes, '2026-02-10T09:00:00Z', '2026-02-10T09:00:00Z', { user: 'max' });
  await world.stores.evidence.putPresence({ ...span, start: now, end: instant(now + minutes * 60_000) });
};
