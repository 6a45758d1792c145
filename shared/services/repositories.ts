import type { RepositoryShape } from '../contract/shapes.ts';
import type { Repository } from '../evidence/commit.ts';
import type { World } from '../ports/world.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { refreshAndPropose } from './derive-day.ts';
import { repositoryShapeOf } from './shapes.ts';

/**
 * Registers a repository, or every one below a folder, and proposes today from it. While no author e-mail is set,
 * the ones of git config become the person's.
 * @throws Problem `not-found`, `usage` when there is no folder or no repository in it.
 */
export async function addRepositories(
  world: World,
  input: { path: string },
): Promise<{ added: RepositoryShape[]; known: RepositoryShape[]; emails: string[] }> {
  const person = personOf(world);
  const path = world.machine.absolutePath(input.path);
  const found = await world.git.find(path);
  if (found.length === 0) {
    throw new Problem(
      'usage',
      said`There is no git repository in ${path}.`,
      said`Give a repository, or a folder that has some in it.`,
    );
  }
  const registered = await world.stores.repositories.list();
  // Worktrees share their objects: the first one found stands for all of them, so a commit is read once.
  const byObjects = new Map(registered.map((repository) => [repository.commonDir, repository]));
  const known = new Set<Repository>();
  const added: Repository[] = [];
  for (const place of found) {
    const same = byObjects.get(place.commonDir);
    if (same) {
      if (registered.includes(same)) known.add(same);
      continue;
    }
    const repository: Repository = {
      ...place,
      id: world.ids.next(person.now),
      addedAt: person.now,
      lastScanAt: null,
      lastProblem: null,
      mark: null,
      coveredFrom: null,
    };
    byObjects.set(place.commonDir, repository);
    added.push(repository);
  }
  if (added.length > 0) {
    await world.stores.ledger.commit({
      actor: person.user,
      operation: 'repository.add',
      why: `registered ${added.length}`,
      changes: added.map((repository) => ({ noun: 'repository' as const, before: null, after: repository })),
    });
  }
  await adoptIdentity(
    world,
    person,
    found.map((place) => place.path),
  );
  const fresh = personOf(world);
  await refreshAndPropose(world, fresh, [fresh.today]);
  world.events.publish({ kind: 'repositories' });
  const now = await world.stores.repositories.list();
  const shapesOf = (some: Iterable<Repository>) =>
    [...some].map((repository) =>
      repositoryShapeOf(now.find((other) => other.id === repository.id) ?? repository),
    );
  return { added: shapesOf(added), known: shapesOf(known), emails: [...fresh.settings['identity.emails']] };
}

async function adoptIdentity(world: World, person: Person, paths: readonly string[]): Promise<void> {
  const needsName = person.settings['identity.name'] === '';
  if (person.settings['identity.emails'].length > 0 && !needsName) return;
  const identity = await world.git.identity(paths);
  if (person.settings['identity.emails'].length === 0 && identity.emails.length > 0) {
    await world.settings.set('identity.emails', [...identity.emails]);
  }
  if (needsName && identity.name) await world.settings.set('identity.name', identity.name);
}

/** Registered repositories with what the last look found. */
export async function listRepositories(world: World): Promise<RepositoryShape[]> {
  return (await world.stores.repositories.list()).map(repositoryShapeOf);
}

/** Forgets a repository named by path, name or id; entries made of it stay. @throws Problem `not-found`, `usage`. */
export async function removeRepository(
  world: World,
  input: { repository: string },
): Promise<RepositoryShape> {
  const person = personOf(world);
  const wanted = input.repository;
  const path = world.machine.absolutePath(wanted);
  const all = await world.stores.repositories.list();
  const exact = all.filter((r) => r.path === path || r.id === wanted);
  const matches = exact.length > 0 ? exact : all.filter((r) => r.name === wanted || r.id.endsWith(wanted));
  const [repository] = matches;
  if (!repository)
    throw new Problem(
      'not-found',
      said`No repository ${wanted} is registered.`,
      said`See \`stint repo list\`.`,
    );
  if (matches.length > 1)
    throw new Problem('usage', said`Several repositories are called ${wanted}.`, said`Give the path.`);
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'repository.remove',
    why: 'forgotten by hand',
    changes: [{ noun: 'repository', before: repository, after: null }],
  });
  world.events.publish({ kind: 'repositories' });
  return repositoryShapeOf(repository);
}
