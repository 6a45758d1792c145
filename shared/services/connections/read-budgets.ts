import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { Budget } from '../../providers/provider.ts';
import type { Instant } from '../../values/instant.ts';
import { Problem } from '../../values/problem.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { accountOf, openProvider } from './open-provider.ts';
import type { Person } from '../person.ts';

/** Budgets move with every entry of a team, but nobody steers by the minute. */
const KEPT_MS = 3_600_000;

/** Budgets by unit, and when they were told. */
export interface KnownBudgets {
  readonly budgets: Readonly<Record<string, Budget>>;
  readonly at: Instant;
}

/** What a provider last said of the budgets of mapped units; null: nothing. Asks nobody. */
export async function keptBudgets(
  world: World,
  person: Person,
  id: ProviderId,
): Promise<KnownBudgets | null> {
  const kept = await world.stores.providerCache.get(accountOf(person, PROVIDERS[id]), 'budgets');
  return kept === null ? null : { budgets: kept.value as Readonly<Record<string, Budget>>, at: kept.at };
}

/**
 * Budgets of all mapped units, asked for at most once an hour, unless a unit was mapped since. What cannot be asked for
 * stays as it was: budgets are for looking at, nothing waits for them.
 */
export async function readBudgets(
  world: World,
  person: Person,
  id: ProviderId,
): Promise<KnownBudgets | null> {
  const kept = await keptBudgets(world, person, id);
  if (PROVIDERS[id].budgets === null) return null;
  const mappings = await world.stores.mappings.list(person.user, id);
  const units = [...new Set(mappings.map((mapping) => mapping.unit))];
  const isFresh = kept !== null && world.clock.now() - kept.at < KEPT_MS;
  if (units.length === 0 || (isFresh && units.every((unit) => Object.hasOwn(kept.budgets, unit))))
    return kept;
  try {
    const { provider, api, of } = await openProvider(world, person, id);
    const found = new Map((await provider.budgets!(api, units)).map((budget) => [budget.unit, budget]));
    // One that was asked for and not told has none; it is not asked for again at once.
    const budgets = Object.fromEntries(units.map((unit) => [unit, found.get(unit) ?? noBudget(unit)]));
    const at = world.clock.now();
    await world.stores.providerCache.put(of, 'budgets', budgets, at);
    world.events.publish({ kind: 'projects' });
    return { budgets, at };
  } catch (error) {
    if (error instanceof ProviderFailure || error instanceof Problem) return kept;
    throw error;
  }
}

const noBudget = (unit: string): Budget => ({ unit, budgeted: null, worked: null, money: null });
