import type { ProviderShape } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { ProviderFailure, problemOfFailure } from '../../providers/failure.ts';
import type { ProviderIds } from '../../providers/api.ts';
import type { Account, IdField, Provider } from '../../providers/provider.ts';
import { CATALOGUE } from '../../settings/catalogue.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { describeProvider, keepCheck, keptAccount, missingIds, placeField } from './describe-provider.ts';
import { accountOf, apiFor, idsOf, tokenName, tokenOf } from './open-provider.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';

const ID_NAMES = ['organizationId', 'workspaceId', 'accountId', 'personId'] as const;

interface ConnectInput {
  provider: ProviderId;
  token?: string | undefined;
  /** Id of the organisation, workspace or account. */
  place?: string | undefined;
  person?: string | undefined;
}

/**
 * Connects a provider: asks it who the token belongs to, and only when it answers keeps the token and the ids. Where the
 * person is in several places and named none, the state is `incomplete` and lists them. The first provider that is ready
 * becomes the one time is booked in.
 * @throws Problem `unauthorised` for a token it does not accept, `not-found` for a place that is not the person's,
 * `offline`, `usage`, `refused`; nothing is kept then and what was there stays.
 */
export async function connectProvider(world: World, input: ConnectInput): Promise<ProviderShape> {
  const person = personOf(world);
  const provider = PROVIDERS[input.provider];
  const token = await tokenToUse(world, provider, input.token);
  const account = await askWho(world, person, provider, token, input);
  const ids = idsToKeep(person, provider, account, input);

  // What is kept may be unreadable here (a keychain with another key): a token that was given simply takes its place.
  if (input.token !== undefined && world.secrets.whence(tokenName(provider.id)) !== 'environment') {
    await world.secrets.set(tokenName(provider.id), token);
  }
  for (const name of ID_NAMES) {
    const key = `providers.${provider.id}.${name}` as const;
    if (person.settings[key] !== ids[name]) await world.settings.set(key, ids[name]);
  }
  // Whoever has the token now may see other units than who had it before.
  await world.stores.providerCache.clear(accountOf(person, provider));
  const connected = personOf(world);
  const of = accountOf(connected, provider);
  await world.stores.providerCache.clear(of);
  await world.stores.providerCache.put(of, 'account', account, connected.now);
  await keepCheck(world, connected, provider, readyAs(account), connected.now);
  if (input.token !== undefined) await tryRefusedAgain(world, connected, provider);
  const isComplete = missingIds(connected, provider).length === 0;
  if (isComplete && connected.settings['booking.provider'] === 'none') {
    await world.settings.set('booking.provider', provider.id);
  }
  world.events.publish({ kind: 'settings' });
  world.events.publish({ kind: 'providers' });
  return describeProvider(world, personOf(world), provider.id);
}

/** A new token may do what the one before was not allowed to (one that only reads, say): the next booking tries it. */
async function tryRefusedAgain({ stores }: World, person: Person, provider: Provider): Promise<void> {
  const open = await stores.outbox.unsettled(accountOf(person, provider));
  const refused = open.filter((row) => row.state === 'failed');
  await stores.outbox.put(refused.map((row) => ({ ...row, state: 'pending', updatedAt: person.now })));
}

/** A token that was accepted, in words. */
export const readyAs = (account: Account) =>
  ({ state: 'ready', detail: said`Connected as ${account.person.name}.` }) as const;

/**
 * Forgets a provider's token and what was kept of its answers. Ids, mappings and what was booked stay.
 * @throws Problem `refused` when the token comes from the environment: nobody but the person can take it out of there.
 */
export async function disconnectProvider(
  world: World,
  input: { provider: ProviderId },
): Promise<ProviderShape> {
  const person = personOf(world);
  const provider = PROVIDERS[input.provider];
  const name = tokenName(provider.id);
  if (world.secrets.whence(name) === 'environment') {
    throw new Problem(
      'refused',
      said`The token of ${provider.name} comes from the environment; Stint cannot take it out of there.`,
      said`Unset ${environmentName(provider.id)} and start Stint again.`,
    );
  }
  await world.secrets.remove(name);
  await world.stores.providerCache.clear(accountOf(person, provider));
  if (person.settings['booking.provider'] === provider.id) {
    await world.settings.set('booking.provider', 'none');
    world.events.publish({ kind: 'settings' });
  }
  world.events.publish({ kind: 'providers' });
  return describeProvider(world, personOf(world), provider.id);
}

const environmentName = (id: ProviderId): string => `STINT_${id.toUpperCase()}_TOKEN`;

/** The token given, else the one that is kept. It goes into a header: what cannot stand in one is no token. */
async function tokenToUse(world: World, provider: Provider, given: string | undefined): Promise<string> {
  const token = (given ?? (await tokenOf(world, provider))).trim();
  // The token itself is never shown, not even a wrong one.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Problem(
      'usage',
      said`That is no token of ${provider.name}: it is empty, or has blanks or unusual characters in it. Nothing was kept.`,
      said`Copy the token again, without anything around it.`,
    );
  }
  const name = tokenName(provider.id);
  if (world.secrets.whence(name) === 'environment' && token !== (await world.secrets.get(name))?.trim()) {
    throw new Problem(
      'refused',
      said`${environmentName(provider.id)} holds another token, and the environment comes first. Nothing was kept.`,
      said`Change or unset ${environmentName(provider.id)} and start Stint again.`,
    );
  }
  return token;
}

async function askWho(
  world: World,
  person: Person,
  provider: Provider,
  token: string,
  input: ConnectInput,
): Promise<Account> {
  const known = idsOf(person.settings, provider.id);
  const field = placeField(provider);
  const wish: ProviderIds = {
    ...known,
    ...(field !== null && input.place !== undefined ? { [field.id]: input.place.trim() } : {}),
    ...(input.person === undefined ? {} : { personId: input.person.trim() }),
  };
  const ask = async (ids: ProviderIds): Promise<Account> => {
    const api = apiFor(world, person, provider, { token, ids, account: null });
    return provider.connect(api, { emails: person.settings['identity.emails'] });
  };
  try {
    const account = await ask(wish);
    if (field === null || account.ids[field.id] !== '') return account;
    if (wish[field.id] !== '') throw notTheirs(provider, field, wish[field.id], account);
    if (account.places.length > 0) return account;
    throw new Problem(
      'usage',
      said`${provider.name} does not tell which ${field.label.toLowerCase()} a token is for. Nothing was kept.`,
      said`Give its number too: stint provider connect ${provider.id} --place NUMBER; it stands where the token is made.`,
    );
  } catch (error) {
    if (await isOfEarlierToken(world, person, provider, input, error)) {
      return askWho(world, withoutIds(person, provider.id), provider, token, input);
    }
    throw error instanceof ProviderFailure ? problemOfFailure(error, provider) : error;
  }
}

/** The place was found out with another token, and this one opens others: it belongs to somebody else. */
async function isOfEarlierToken(
  world: World,
  person: Person,
  provider: Provider,
  input: ConnectInput,
  error: unknown,
): Promise<boolean> {
  const isElsewhere =
    (error instanceof ProviderFailure && (error.kind === 'refused' || error.kind === 'missing')) ||
    (error instanceof Problem && error.code === 'not-found');
  if (!isElsewhere || input.place !== undefined) return false;
  return (await keptAccount(world, person, provider)) !== null;
}

const withoutIds = (person: Person, id: ProviderId): Person => ({
  ...person,
  settings: {
    ...person.settings,
    ...Object.fromEntries(ID_NAMES.map((name) => [`providers.${id}.${name}`, ''])),
  },
});

function notTheirs(provider: Provider, field: IdField, place: string, { places }: Account): Problem {
  return new Problem(
    'not-found',
    said`${provider.name} knows no ${field.label.toLowerCase()} ${place} that you are in. Nothing was kept.`,
    places.length === 0
      ? said`Look its id up in the address bar of your browser, and give it with --place.`
      : said`Give one of yours with --place: ${places.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
  );
}

/** What the provider said, and the person's own id where only they know it. */
function idsToKeep(person: Person, provider: Provider, account: Account, input: ConnectInput): ProviderIds {
  const known = idsOf(person.settings, provider.id);
  const field = placeField(provider);
  const samePlace = field === null || account.ids[field.id] === known[field.id];
  const ids = Object.fromEntries(
    ID_NAMES.map((name) => {
      const typed = name === 'personId' ? (input.person?.trim() ?? '') : '';
      return [name, account.ids[name] || typed || (samePlace ? known[name] : '')];
    }),
  ) as unknown as ProviderIds;
  for (const name of ID_NAMES) {
    if (CATALOGUE[`providers.${provider.id}.${name}`].schema.safeParse(ids[name]).success) continue;
    throw new Problem(
      'failed',
      said`${provider.name} answered with an id that is none. Nothing was kept.`,
      said`Check the address: stint config get providers.${provider.id}.baseUrl`,
    );
  }
  return ids;
}
