import { secretOperations } from '#shared/contract/secret-operations.ts';
import { listSecrets, removeSecret, setSecret } from '#shared/services/secrets.ts';
import { noun } from './noun.ts';

/** What lies in the keychain: never shown, only named. */
export const operations = noun(secretOperations, (world) => ({
  list: () => listSecrets(world),
  set: (input) => setSecret(world, input),
  remove: (input) => removeSecret(world, input),
}));
