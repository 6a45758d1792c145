import type { SecretShape } from '../contract/secret-operations.ts';
import type { World } from '../ports/world.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { TRACKER_IDS } from '../sources/tickets/tracker.ts';
import { PROVIDER_IDS } from '../values/provider-id.ts';
import { CLIENT_SECRET } from './sources/google-accounts.ts';
import { trackerToken } from './sources/ticket-trackers.ts';

/** Every secret Stint can use. */
const NAMES: readonly string[] = [
  ...PROVIDER_IDS.map((provider) => `${provider}.token`),
  CLIENT_SECRET,
  ...TRACKER_IDS.map(trackerToken),
];

/** Names of all secrets, and where each comes from. */
export function listSecrets(world: World): SecretShape[] {
  return NAMES.map((name) => shapeOf(world, name));
}

/** Keeps a secret. @throws Problem `usage` for an unknown name, or when nothing was given. */
export async function setSecret(world: World, input: { name: string; value?: string }): Promise<SecretShape> {
  const name = known(input.name);
  const value = input.value?.trim() ?? '';
  if (value === '')
    throw new Problem(
      'usage',
      said`No value was given for ${name}.`,
      said`For example: stint secret set ${name} < token.txt`,
    );
  await world.secrets.set(name, value);
  world.events.publish({ kind: 'providers' });
  return shapeOf(world, name);
}

/** Forgets a secret; what the environment holds stays. @throws Problem `usage` for an unknown name. */
export async function removeSecret(world: World, input: { name: string }): Promise<SecretShape> {
  const name = known(input.name);
  await world.secrets.remove(name);
  world.events.publish({ kind: 'providers' });
  return shapeOf(world, name);
}

const shapeOf = (world: World, name: string): SecretShape => ({
  name,
  from: world.secrets.whence(name),
  warning: world.secrets.warning(),
});

/** Also `productive` alone is understood. */
function known(text: string): string {
  const found = NAMES.find((name) => name === text || name === `${text}.token`);
  if (found !== undefined) return found;
  throw new Problem('usage', said`There is no secret of that name.`, said`One of: ${NAMES.join(', ')}.`);
}
