import type { UnitShape } from '../../contract/booking-shapes.ts';
import type { UnitRef } from '../../entries/mapping.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { ProviderFailure, problemOfFailure } from '../../providers/failure.ts';
import type { Unit } from '../../providers/provider.ts';
import type { Instant } from '../../values/instant.ts';
import type { Problem } from '../../values/problem.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { accountOf, openProvider } from './open-provider.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';

/** Units change seldom, and asking costs requests: what was answered holds for a day. */
const KEPT_MS = 86_400_000;

/** Units as they were answered last. */
export interface KnownUnits {
  readonly units: readonly Unit[];
  readonly at: Instant;
}

/** What people call a unit, from the narrowest to the widest: `Development · Portal · Acme`. */
export const labelOf = (unit: Pick<Unit, 'names' | 'unit'>): string =>
  unit.names.filter((name) => name.trim() !== '').join(' · ') || unit.unit;

export const unitShapeOf = (unit: Unit): UnitShape => ({
  unit: unit.unit,
  task: unit.task,
  label: labelOf(unit),
  names: [...unit.names],
  closed: unit.closed,
  billable: unit.billable,
  left: unit.left,
});

/** The unit a mapping names. */
export const unitOf = (units: readonly Unit[], ref: UnitRef): Unit | null =>
  units.find((unit) => unit.unit === ref.unit && unit.task === ref.task) ??
  // Where a provider does not list tasks, the unit stands for all of them.
  (units.some((unit) => unit.unit === ref.unit && unit.task !== null)
    ? null
    : (units.find((unit) => unit.unit === ref.unit) ?? null));

/** What was answered last, however old; null: nothing. Asks nobody. */
export async function keptUnits(world: World, person: Person, id: ProviderId): Promise<KnownUnits | null> {
  const kept = await world.stores.providerCache.get(accountOf(person, PROVIDERS[id]), 'units');
  return kept === null ? null : { units: kept.value as readonly Unit[], at: kept.at };
}

/**
 * Asks what time can be booked on, and keeps the answer.
 * @throws Problem `offline`, `unauthorised`, `refused` when it cannot be asked for.
 */
export async function askUnits(world: World, person: Person, id: ProviderId): Promise<KnownUnits> {
  const { provider, api, of } = await openProvider(world, person, id);
  try {
    const units = await provider.units(api);
    const at = world.clock.now();
    await world.stores.providerCache.put(of, 'units', units, at);
    return { units, at };
  } catch (error) {
    throw error instanceof ProviderFailure ? problemOfFailure(error, provider) : error;
  }
}

/** Units that are not older than a day; older ones when they cannot be asked for. @throws Problem when there are none at all. */
export async function knownUnits(
  world: World,
  person: Person,
  id: ProviderId,
  refresh = false,
): Promise<KnownUnits> {
  const kept = await keptUnits(world, person, id);
  if (kept !== null && !refresh && person.now - kept.at < KEPT_MS) return kept;
  try {
    return await askUnits(world, person, id);
  } catch (error) {
    // Without a network the old ones are better than none; a token that is not accepted is told.
    if (kept !== null && isOffline(error)) return kept;
    throw error;
  }
}

const isOffline = (error: unknown): boolean =>
  error instanceof Error && error.name === 'Problem' && (error as Problem).code === 'offline';

/**
 * What time can be booked on, by name. @param input.query words that must all stand in its names or ids, in any case.
 * @throws Problem `offline`, `unauthorised` only when nothing was kept.
 */
export async function listUnits(
  world: World,
  input: { provider: ProviderId; query?: string | undefined; refresh?: boolean | undefined },
): Promise<UnitShape[]> {
  const person = personOf(world);
  const { units } = await knownUnits(world, person, input.provider, input.refresh);
  const words = (input.query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return units
    .filter((unit) => {
      const text = `${labelOf(unit)} ${unit.unit} ${unit.task ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(unitShapeOf);
}
