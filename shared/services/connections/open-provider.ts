import type { BookingAccount } from '../../ports/booking-stores.ts';
import type { World } from '../../ports/world.ts';
import type { Api } from '../../providers/api.ts';
import { openApi } from '../../providers/open-api.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { openGate } from '../../providers/gate.ts';
import type { ProviderIds } from '../../providers/api.ts';
import type { Account, Provider } from '../../providers/provider.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { Problem } from '../../values/problem.ts';
import { joined, said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import type { Stop } from '../../values/stop.ts';
import type { Person } from '../person.ts';

/** A longer wait for a limit is told instead of waited for. */
const PATIENCE_MS = 30_000;

/** A provider that can be spoken to. */
export interface OpenProvider {
  readonly provider: Provider;
  readonly api: Api;
  readonly of: BookingAccount;
  /** What connecting found out, as it was kept. */
  readonly account: Account | null;
}

export const tokenName = (provider: ProviderId): string => `${provider}.token`;

export function idsOf(settings: Settings, provider: ProviderId): ProviderIds {
  return {
    organizationId: settings[`providers.${provider}.organizationId`],
    workspaceId: settings[`providers.${provider}.workspaceId`],
    accountId: settings[`providers.${provider}.accountId`],
    personId: settings[`providers.${provider}.personId`],
  };
}

/** Which account the settings name: rows of the outbox belong to one. '' while no place is chosen. */
export function accountOf(person: Person, provider: Provider): BookingAccount {
  const ids = idsOf(person.settings, provider.id);
  const account = provider.ids.filter((field) => field.isAccount).map((field) => ids[field.id]);
  return { user: person.user, provider: provider.id, account: account.join('/') };
}

/**
 * Opens the way to a provider with the token and the ids that are kept.
 * @throws Problem `unauthorised` without a token, `usage` when an id is still to be chosen.
 */
export async function openProvider(
  world: World,
  person: Person,
  id: ProviderId,
  stop?: Stop,
): Promise<OpenProvider> {
  const provider = PROVIDERS[id];
  const ids = idsOf(person.settings, id);
  const missing = provider.ids.filter((field) => ids[field.id] === '');
  const token = await tokenOf(world, provider);
  if (missing.length > 0) {
    throw new Problem(
      'usage',
      said`${provider.name} is not ready: ${joined(missing.map((field) => field.label))} is not known.`,
      said`Connect it: stint provider connect ${id}, or set ${joined(missing.map((field) => `providers.${id}.${field.id}`))}.`,
    );
  }
  const of = accountOf(person, provider);
  const kept = await world.stores.providerCache.get(of, 'account');
  const account = (kept?.value as Account | undefined) ?? null;
  return { provider, api: apiFor(world, person, provider, { token, ids, account, stop }), of, account };
}

/** @throws Problem `unauthorised` when there is none. */
export async function tokenOf(world: World, provider: Provider): Promise<string> {
  const token = await world.secrets.get(tokenName(provider.id));
  if (token !== null && token !== '') return token;
  throw new Problem(
    'unauthorised',
    said`${provider.name} is not connected: there is no token.`,
    said`Connect it on the Connections page, or: stint provider connect ${provider.id}`,
  );
}

/** The way to a provider, with what is given instead of what is kept. */
export function apiFor(
  world: World,
  person: Person,
  provider: Provider,
  has: { token: string; ids: ProviderIds; account: Account | null; stop?: Stop | undefined },
): Api {
  const { http, clock } = world;
  const gate = openGate({
    provider,
    limits: provider.limits(has.account),
    calls: world.stores.calls,
    clock,
    patienceMs: PATIENCE_MS,
  });
  return openApi({
    provider,
    baseUrl: person.settings[`providers.${provider.id}.baseUrl`] || provider.baseUrl,
    token: has.token,
    ids: has.ids,
    options: { reference: person.settings['providers.productive.reference'] },
    http,
    clock,
    gate,
    ...(has.stop === undefined ? {} : { stop: has.stop }),
  });
}
