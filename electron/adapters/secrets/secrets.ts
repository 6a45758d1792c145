import type { Secrets } from '#shared/ports/secrets.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { Keychain } from './keychain.ts';
import type { KeptSecret } from './secrets-file.ts';
import { openSecretsFile } from './secrets-file.ts';

export interface SecretsNeeds {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** Null outside the desktop app. Called when a secret is first read or kept: a locked one may ask the person. */
  readonly keychain: Keychain | null;
}

/** `productive.token` → `STINT_PRODUCTIVE_TOKEN` (design §4). */
export const variableOf = (name: string): string =>
  `STINT_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;

/**
 * Tokens from the environment, else from `secrets.json` in the data folder, where the desktop app encrypts them with a
 * key from the keychain; without one they lie there as they are, for the owner only, with a warning (design §2 "Privacy").
 */
export function createSecrets({ home, env, keychain }: SecretsNeeds): Secrets {
  const file = openSecretsFile(home);
  const inEnvironment = (name: string): string | null => env[variableOf(name)]?.trim() || null;
  const kept = (name: string): KeptSecret | null => {
    const all = file.all();
    return Object.hasOwn(all, name) ? all[name]! : null;
  };
  return {
    async get(name) {
      const given = inEnvironment(name);
      if (given !== null) return given;
      const found = kept(name);
      if (found === null) return null;
      return found.kept === 'plain' ? found.value : opened(name, found, keychain);
    },
    async set(name, value) {
      // The environment comes first anyway, and people use it so that nothing lies on the disk.
      if (inEnvironment(name) === value) return;
      const isSafe = keychain !== null && keychain.weakness() === null && (await keychain.available());
      file.put(
        name,
        isSafe ? { kept: 'keychain', value: await keychain.encrypt(value) } : { kept: 'plain', value },
      );
    },
    async remove(name) {
      file.put(name, null);
    },
    whence(name) {
      if (inEnvironment(name) !== null) return 'environment';
      try {
        const found = kept(name);
        return found === null ? null : found.kept === 'keychain' ? 'keychain' : 'file';
      } catch {
        return null; // `warning` says why
      }
    },
    warning() {
      const told: string[] = [];
      try {
        const plain = Object.entries(file.all()).filter(([, one]) => one.kept === 'plain');
        if (plain.length > 0) told.push(plainWarning(file.path, plain[0]![0], keychain));
      } catch (error) {
        told.push(
          error instanceof Problem ? `${error.message} ${error.remedy}` : said`${file.path} cannot be read.`,
        );
      }
      return [...file.notices(), ...told].join(' ') || null;
    },
  };
}

async function opened(name: string, { value }: KeptSecret, keychain: Keychain | null): Promise<string> {
  if (keychain === null) {
    throw new Problem(
      'unauthorised',
      said`The token ${name} is kept in the keychain of the desktop app, which cannot be opened from here.`,
      said`Start Stint and try again, or set ${variableOf(name)}.`,
    );
  }
  if (!(await keychain.available())) {
    throw new Problem(
      'unauthorised',
      said`The token ${name} is kept in the keychain, which is locked or not there.`,
      said`Unlock it and try again, or set ${variableOf(name)}. The token is not lost.`,
    );
  }
  try {
    return await keychain.decrypt(value);
  } catch (cause) {
    throw new Problem(
      'unauthorised',
      said`The token ${name} cannot be read any more: the keychain has another key now.`,
      said`Give the token again on the Connections page.`,
      cause,
    );
  }
}

function plainWarning(path: string, name: string, keychain: Keychain | null): string {
  const why =
    keychain === null
      ? said`Without the desktop app there is no keychain`
      : (keychain.weakness() ?? said`When it was kept there was no keychain`);
  return said`${why}: a token lies unencrypted in ${path}, readable by you only. Set ${variableOf(name)} instead to keep none on the disk.`;
}
