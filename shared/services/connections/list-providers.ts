import type { ProviderShape } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { Provider } from '../../providers/provider.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { PROVIDER_IDS } from '../../values/provider-id.ts';
import { readyAs } from './connect-provider.ts';
import type { ProviderCheck } from './describe-provider.ts';
import { describeProvider, keepCheck, missingIds, placeField } from './describe-provider.ts';
import { accountOf, openProvider } from './open-provider.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { readBudgets } from './read-budgets.ts';
import { said } from '../../values/said.ts';

/** Every provider, from what is kept: nothing is asked for, so it is the same without a network. */
export async function listProviders(world: World, _input: object = {}): Promise<ProviderShape[]> {
  const person = personOf(world);
  return Promise.all(PROVIDER_IDS.map((id) => describeProvider(world, person, id)));
}

/**
 * Asks a provider whether it answers and still knows the person. That it does not is an answer, not a problem: a
 * provider that is down is a badge, not a dialog.
 */
export async function providerStatus(world: World, input: { provider: ProviderId }): Promise<ProviderShape> {
  const person = personOf(world);
  const provider = PROVIDERS[input.provider];
  const known = await describeProvider(world, person, provider.id);
  if (known.state === 'off' || missingIds(person, provider).length > 0) return known;
  const check = await ask(world, person, provider);
  await keepCheck(world, person, provider, check, world.clock.now());
  if (check.state === 'ready' && provider.budgets !== null) await readBudgets(world, person, provider.id);
  world.events.publish({ kind: 'providers' });
  return describeProvider(world, person, provider.id);
}

async function ask(world: World, person: Person, provider: Provider): Promise<ProviderCheck> {
  const { api } = await openProvider(world, person, provider.id);
  try {
    const account = await provider.connect(api, { emails: person.settings['identity.emails'] });
    const field = placeField(provider);
    if (field !== null && account.ids[field.id] === '') {
      const detail = said`You are not in ${field.label.toLowerCase()} ${api.ids[field.id]} any more.`;
      return { state: 'unauthorised', detail };
    }
    await world.stores.providerCache.put(accountOf(person, provider), 'account', account, world.clock.now());
    return readyAs(account);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { kind, message } = error;
    // Turned away before the token was looked at: that says nothing about the token.
    if (kind === 'limited') return { state: 'ready', detail: message };
    const isDown = kind === 'unreached' || kind === 'uncertain';
    return { state: isDown ? 'unreachable' : 'unauthorised', detail: message };
  }
}
