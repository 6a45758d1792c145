import type { World } from '../../ports/world.ts';
import { formatInstant, plusMs } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';

/** Addresses that did not commit for a year are hardly anybody's any more. */
const YEAR_MS = 365 * 86_400_000;
/** So many people are offered at most: the person is nearly always among the first. */
const PEOPLE = 12;

/** Folders in which repositories lie. Only looks. */
export async function codeFolders(world: World) {
  const { folders, complete } = await world.code.suggest();
  return {
    folders: folders.map((folder) => ({
      ...folder,
      names: [...folder.names],
      usedAt: folder.usedAt === null ? null : formatInstant(folder.usedAt),
    })),
    complete,
  };
}

/** A repository that was found, named once however often it was checked out. */
export interface FoundRepository {
  readonly name: string;
  readonly path: string;
}

/** Repositories at or below the folders. @throws Problem `not-found`, `usage` when a folder has none. */
export async function repositoriesIn(world: World, folders: readonly string[]): Promise<FoundRepository[]> {
  const found = new Map<string, FoundRepository>();
  for (const folder of folders) {
    const path = world.machine.absolutePath(folder);
    const places = await world.git.find(path);
    if (places.length === 0) {
      throw new Problem(
        'usage',
        said`There is no git repository in ${path}.`,
        said`Give a repository, or a folder that has some in it.`,
      );
    }
    for (const place of places) {
      const { name } = place;
      if (!found.has(place.commonDir)) found.set(place.commonDir, { name, path: place.path });
    }
  }
  return [...found.values()];
}

/**
 * Who works in these folders: first those that git is set up with, then those who committed most. Only looks.
 * @throws Problem `not-found`, `usage` when a folder has no repository.
 */
export async function peopleIn(world: World, input: { paths: readonly string[] }) {
  const person = personOf(world);
  const repositories = await repositoriesIn(world, input.paths);
  const paths = repositories.map(({ path }) => path);
  const [identity, authors] = await Promise.all([
    world.git.identity(paths),
    world.code.authors(paths, plusMs(person.now, -YEAR_MS)),
  ]);
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const configured = identity.emails.map((email) => {
    const author = authors.find((one) => same(one.email, email));
    return {
      email,
      name: author?.name ?? identity.name ?? '',
      commits: author?.commits ?? 0,
      configured: true,
    };
  });
  const others = authors
    .filter((author) => !identity.emails.some((email) => same(email, author.email)))
    .map((author) => ({ ...author, configured: false }));
  return { repositories, name: identity.name, people: [...configured, ...others].slice(0, PEOPLE) };
}
