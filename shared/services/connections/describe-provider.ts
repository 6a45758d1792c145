import type { ProviderShape } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { Account, IdField, Provider } from '../../providers/provider.ts';
import type { Instant } from '../../values/instant.ts';
import { formatInstant } from '../../values/instant.ts';
import { joined, said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { timerTrouble } from '../booking/live-timers.ts';
import { accountOf, idsOf, tokenName } from './open-provider.ts';
import type { Person } from '../person.ts';
import { quotaOf } from './provider-quota.ts';

/** What came of asking a provider last; kept, so that a list can say it without asking. */
export interface ProviderCheck {
  readonly state: 'ready' | 'unreachable' | 'unauthorised';
  readonly detail: string;
}

/** The field that tells one account of a provider from another: what people choose when they are in several. */
export const placeField = (provider: Provider): IdField | null =>
  provider.ids.find((field) => field.isAccount) ?? null;

/** Ids that are still to be found out. */
export function missingIds(person: Person, provider: Provider): IdField[] {
  const ids = idsOf(person.settings, provider.id);
  return provider.ids.filter((field) => ids[field.id] === '');
}

/** What connecting found out about the account the settings name; null: nothing yet. */
export async function keptAccount(world: World, person: Person, provider: Provider): Promise<Account | null> {
  const kept = await world.stores.providerCache.get(accountOf(person, provider), 'account');
  return (kept?.value as Account | undefined) ?? null;
}

/** Keeps what came of asking a provider. */
export async function keepCheck(
  world: World,
  person: Person,
  provider: Provider,
  check: ProviderCheck,
  at: Instant,
): Promise<void> {
  await world.stores.providerCache.put(accountOf(person, provider), 'check', check, at);
}

/** A provider as the Connections page shows it, from what is kept: nothing is asked for. */
export async function describeProvider(world: World, person: Person, id: ProviderId): Promise<ProviderShape> {
  const provider = PROVIDERS[id];
  const of = accountOf(person, provider);
  const account = await keptAccount(world, person, provider);
  const kept = await world.stores.providerCache.get(of, 'check');
  const unsettled = await world.stores.outbox.unsettled(of);
  const failed = unsettled.filter((row) => row.state === 'failed').length;
  const from = world.secrets.whence(tokenName(id));
  const field = placeField(provider);
  const chosen = field === null ? '' : idsOf(person.settings, id)[field.id];
  const places = account?.places ?? [];
  const state = stateOf(
    person,
    provider,
    account,
    from !== null,
    (kept?.value as ProviderCheck | undefined) ?? null,
  );
  const trouble = provider.can.timers ? await timerTrouble(world, of) : null;
  return {
    id,
    name: provider.name,
    isDefault: person.settings['booking.provider'] === id,
    state: state.state,
    detail: [state.detail, trouble].filter((text) => text !== null).join(' '),
    tokenFrom: from,
    warning: from === null || from === 'environment' ? null : world.secrets.warning(),
    person: account?.person.name ?? null,
    place:
      chosen === '' ? null : { id: chosen, name: places.find((one) => one.id === chosen)?.name ?? chosen },
    places: [...places],
    placeLabel: field?.label ?? 'Account',
    can: {
      timers: provider.can.timers,
      budgets: provider.can.budgets,
      hourlyQuota: provider.can.hourlyQuota,
      needsTask: provider.can.needsTask,
    },
    waiting: unsettled.length - failed,
    failed,
    quota: from === null ? null : await quotaOf(world, provider, account),
    checkedAt: kept === null ? null : formatInstant(kept.at),
  };
}

function stateOf(
  person: Person,
  provider: Provider,
  account: Account | null,
  hasToken: boolean,
  check: ProviderCheck | null,
): Pick<ProviderShape, 'state' | 'detail'> {
  if (!hasToken) return { state: 'off', detail: said`Not connected.` };
  const missing = missingIds(person, provider);
  const field = placeField(provider);
  if (missing.length > 0) {
    const names = account?.places.map(({ id, name }) => `${name} (${id})`) ?? [];
    const isPlace = field !== null && missing.some(({ id }) => id === field.id);
    const choice =
      isPlace && names.length > 0
        ? said`Choose one: ${names.join(', ')}.`
        : said`Connect it again and give it with ${isPlace ? '--place' : '--person'}.`;
    return {
      state: 'incomplete',
      detail: said`${joined(missing.map(({ label }) => label))} is not known yet. ${choice}`,
    };
  }
  if (check !== null && check.state !== 'ready') return { state: check.state, detail: check.detail };
  const connected = account === null ? said`Connected.` : said`Connected as ${account.person.name}.`;
  return { state: 'ready', detail: check?.detail ?? connected };
}
