import type { MappingRowShape } from '../../contract/booking-shapes.ts';
import type { Entry } from '../../entries/entry.ts';
import type { Mapping } from '../../entries/mapping.ts';
import { mappingOf } from '../../entries/mapping.ts';
import type { Project } from '../../entries/project.ts';
import type { World } from '../../ports/world.ts';
import { suggestUnit } from '../../providers/suggest-unit.ts';
import type { Unit } from '../../providers/provider.ts';
import { addDays } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { prefixOf } from '../../values/ticket-id.ts';
import { mappingShapeOf } from './map-unit.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { keptUnits, knownUnits, unitShapeOf } from './provider-units.ts';

/** What was worked on longer ago hardly needs a unit any more. */
const DAYS_BACK = 90;

type Named = Pick<Mapping, 'scope' | 'name'>;

/** Entries of the last ninety days that count. */
export async function recentEntries(world: World, person: Person): Promise<readonly Entry[]> {
  const entries = await world.stores.entries.between(
    person.user,
    addDays(person.today, -DAYS_BACK),
    person.today,
  );
  return entries.filter((entry) => entry.state !== 'deleted');
}

/**
 * What time was spent on or is mapped, and where it goes; what still needs a unit comes first, the most time on top.
 * Works without a network: units are asked for only when none were ever answered.
 */
export async function mappingTable(
  world: World,
  input: { provider: ProviderId },
): Promise<MappingRowShape[]> {
  const person = personOf(world);
  const entries = await recentEntries(world, person);
  const mappings = await world.stores.mappings.list(person.user, input.provider);
  const projects = await world.stores.projects.list(person.user);
  const units = await unitsAtHand(world, person, input.provider);
  const recorded = new Set(projects.map(({ key }) => key));
  return namesOf(entries, mappings, projects)
    .flatMap((named) => {
      const mapping = mappings.find((one) => one.scope === named.scope && one.name === named.name) ?? null;
      // What a mapping of another scope takes needs none here: nothing of it is left without a place.
      const own = entries.filter(
        (entry) => isOf(entry, named) && (mapping !== null || mappingOf(entry, mappings) === null),
      );
      const isKnown = mapping !== null || (named.scope === 'project' && recorded.has(named.name));
      if (own.length === 0 && !isKnown) return [];
      return {
        ...named,
        minutes: own.reduce((sum, entry) => sum + entry.minutes, 0),
        entries: own.length,
        mapping: mapping && mappingShapeOf(mapping, units),
        suggestion: mapping === null ? suggestionFor(named, projects, units ?? []) : null,
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.mapping !== null) - Number(b.mapping !== null) ||
        b.minutes - a.minutes ||
        (a.name < b.name ? -1 : 1),
    );
}

async function unitsAtHand(world: World, person: Person, id: ProviderId): Promise<readonly Unit[] | null> {
  const kept = await keptUnits(world, person, id);
  if (kept !== null) return kept.units;
  try {
    return (await knownUnits(world, person, id)).units;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Every project with entries, a record or a mapping, and what else is mapped, each once. */
function namesOf(
  entries: readonly Entry[],
  mappings: readonly Mapping[],
  projects: readonly Project[],
): Named[] {
  const all: Named[] = [
    ...projects.map(({ key }) => ({ scope: 'project' as const, name: key })),
    ...entries.flatMap(({ project, ticket }): Named[] => {
      if (project !== null) return [{ scope: 'project', name: project }];
      return ticket === null ? [] : [{ scope: 'prefix', name: prefixOf(ticket) }];
    }),
    ...mappings.map(({ scope, name }) => ({ scope, name })),
  ];
  return [...new Map(all.map((named) => [JSON.stringify([named.scope, named.name]), named])).values()];
}

function isOf(entry: Entry, { scope, name }: Named): boolean {
  if (scope === 'project') return entry.project === name;
  if (entry.ticket === null) return false;
  return scope === 'ticket' ? entry.ticket === name : prefixOf(entry.ticket) === name;
}

function suggestionFor({ name }: Named, projects: readonly Project[], units: readonly Unit[]) {
  const project = projects.find(({ key }) => key === name);
  const unit = suggestUnit(
    { key: name, name: project?.name ?? null, customer: project?.customer ?? null },
    units,
  );
  return unit && unitShapeOf(unit);
}
