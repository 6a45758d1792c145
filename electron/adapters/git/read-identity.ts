import { homedir } from 'node:os';
import { parse } from 'node:path';
import { askGit } from './ask-git.ts';
import { placeOf } from './repository-place.ts';

/** At most so many repositories are asked; people have one or two addresses, not a hundred. */
const REPOSITORIES = 200;

export interface Identity {
  readonly emails: readonly string[];
  readonly name: string | null;
}

/**
 * `user.email` and `user.name`: the person's own first, then what each repository sets (or an `includeIf` sets for it).
 * A repository that cannot be read is passed over: it is told about when it is scanned. Without git there is nobody.
 */
export async function readIdentity(paths: readonly string[]): Promise<Identity> {
  const outside = parse(homedir()).root;
  const emails: string[] = await valuesOf(outside, 'user.email');
  const names: string[] = await valuesOf(outside, 'user.name');
  const name = names.at(-1) ?? null;
  let localName: string | null = null;
  for (const path of paths.slice(0, REPOSITORIES)) {
    const place = placeOf(path);
    if (!place) continue;
    emails.push(...(await valuesOf(place.path, 'user.email')));
    if (name === null) localName ??= (await valuesOf(place.path, 'user.name')).at(-1) ?? null;
  }
  return { emails: withoutRepeats(emails), name: name ?? localName };
}

async function valuesOf(folder: string, key: string): Promise<string[]> {
  try {
    const answer = await askGit(folder, ['config', '--null', '--get-all', key]);
    return answer
      .split('\0')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  } catch {
    return [];
  }
}

/** The first spelling of each address is kept. */
function withoutRepeats(emails: readonly string[]): string[] {
  const seen = new Set<string>();
  return emails.filter((email) => {
    const key = email.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}
