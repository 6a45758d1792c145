import type { RepositoryShape } from '../../contract/shapes.ts';
import type { World } from '../../ports/world.ts';
import { instant, plusMinutes } from '../../values/instant.ts';
import type { Instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { personOf } from '../person.ts';
import type { Person } from '../person.ts';
import { refreshEvidence } from '../refresh-evidence.ts';
import { addRepositories, listRepositories } from '../repositories.ts';
import { setSetting } from '../settings.ts';

/** Who did not commit for five weeks is looked for further back, once. */
const LATELY_MS = 35 * 86_400_000;
const FURTHER_MS = 365 * 86_400_000;

/**
 * Registers the repositories of the folders, after it was said whose commits count, so that they are read once.
 * @throws Problem `usage` without an address; `not-found`, `usage` when a folder has no repository.
 */
export async function adopt(
  world: World,
  input: { paths: readonly string[]; emails: readonly string[]; name?: string | undefined },
): Promise<{ repositories: RepositoryShape[]; commits: number }> {
  const emails = [...new Set(input.emails.map((email) => email.trim()).filter((email) => email !== ''))];
  if (emails.length === 0) {
    throw new Problem(
      'usage',
      said`No address is chosen: no commit would count as yours.`,
      said`Choose one, or type the address you commit with.`,
    );
  }
  const before = personOf(world).settings;
  if (JSON.stringify(before['identity.emails']) !== JSON.stringify(emails))
    await setSetting(world, { key: 'identity.emails', value: emails });
  const name = input.name?.trim() ?? '';
  if (name !== '' && before['identity.name'] === '')
    await setSetting(world, { key: 'identity.name', value: name });
  for (const path of input.paths) await addRepositories(world, { path });
  const person = personOf(world);
  let commits = await countCommits(world, person, LATELY_MS);
  if (commits === 0) {
    await refreshEvidence(world, person, instant(person.now - FURTHER_MS));
    commits = await countCommits(world, person, FURTHER_MS);
  }
  return { repositories: await listRepositories(world), commits };
}

async function countCommits(world: World, person: Person, backMs: number): Promise<number> {
  return (await commitsSince(world, person, instant(person.now - backMs))).length;
}

/** The person's own commits since then. */
export function commitsSince(world: World, person: Person, since: Instant) {
  const interval = { start: since, end: plusMinutes(person.now, 24 * 60) };
  return world.stores.evidence.commits(person.settings['identity.emails'], interval);
}
