import { jsonAnswer } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { addRepositories } from '../repositories.ts';
import { showTicketFacts } from './ticket-facts.ts';

export const DAY_MS = 86_400_000;

/** A world with a repository whose tickets of TB are issues of GitHub. */
export async function ticketWorld(settings: Partial<Settings> = {}): Promise<MemoryWorld> {
  const world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'identity.emails': ['max@example.com'],
    'tickets.github': { TB: 'acme/auction' },
    ...settings,
  });
  world.git.repositories.set('/work/auction', {
    commits: [
      commitAt(instant(Date.parse('2026-02-10T09:00:00+01:00')), 'TB-042', 'max@example.com'),
      commitAt(instant(Date.parse('2026-02-10T10:00:00+01:00')), 'APP-019: caching', 'max@example.com'),
    ],
    broken: null,
  });
  await addRepositories(world, { path: '/work/auction' });
  // A repository that is added is read at once, and its tickets with it; nobody was there to answer.
  world.http.requests.length = 0;
  return world;
}

/** The addresses that were asked. */
export const asked = (world: MemoryWorld): string[] => world.http.requests.map(({ url }) => url);

/** What GitHub answers about an open issue. */
export const issue = (title: string) => jsonAnswer({ title, state: 'open', labels: [{ name: 'R&D' }] });

/** The problem that something ends with. */
export const problemOf = async (doing: Promise<unknown>): Promise<Problem> => {
  const error = await doing.then(
    () => null,
    (one: unknown) => one,
  );
  if (!(error instanceof Problem)) throw new Error(`no Problem: ${String(error)}`);
  return error;
};

/** What is known of a ticket. */
export const show = (world: MemoryWorld, ticket = 'TB-042', refresh = false) =>
  showTicketFacts(world, { ticket, refresh });
