import type { z } from 'zod';
import type { mappingShape } from '../../contract/booking-shapes.ts';
import type { Mapping, UnitRef } from '../../entries/mapping.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import type { Unit } from '../../providers/provider.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { askUnits, keptUnits, labelOf, unitOf } from './provider-units.ts';

export type MappingShape = z.infer<typeof mappingShape>;

interface Target {
  project?: string | undefined;
  prefix?: string | undefined;
  ticket?: string | undefined;
}
interface MapInput extends Target {
  provider: ProviderId;
  unit: string;
  task?: string | undefined;
  billable?: 'yes' | 'no' | 'unit' | undefined;
}

/**
 * Says where the time of a project, of all tickets of a prefix, or of one ticket is booked. The unit is looked up at the
 * provider; where it cannot be asked, it is taken as it is given.
 * @throws Problem `usage`, `not-found` for a unit that is not there, `refused` for one that is closed.
 */
export async function mapUnit(world: World, input: MapInput): Promise<MappingShape> {
  const person = personOf(world);
  const target = targetOf(input);
  const place = await placeOf(world, person, input);
  const known = await mappingNamed(world, person, input.provider, target);
  const mapping: Mapping = {
    ...target,
    ...place,
    id: known?.id ?? world.ids.next(person.now),
    user: person.user,
    provider: input.provider,
    billable: billableOf(input.billable, known),
    revision: (known?.revision ?? 0) + 1,
  };
  if (known === null || !isSame(known, mapping)) {
    await world.stores.ledger.commit({
      actor: person.user,
      operation: 'provider.map',
      why: 'mapped by hand',
      changes: [{ noun: 'mapping', before: known, after: mapping }],
    });
    publishMapped(world);
  }
  return mappingShapeOf(mapping, (await keptUnits(world, person, input.provider))?.units ?? null);
}

/** Forgets where something is booked; what was booked stays. @throws Problem `usage`, `not-found`. */
export async function unmapUnit(
  world: World,
  input: Target & { provider: ProviderId },
): Promise<MappingShape> {
  const person = personOf(world);
  const target = targetOf(input);
  const known = await mappingNamed(world, person, input.provider, target);
  if (known === null) {
    throw new Problem(
      'not-found',
      said`${PROVIDERS[input.provider].name} has no unit for the ${SCOPES[target.scope]} ${target.name}.`,
      said`See what is mapped: stint provider mappings ${input.provider}`,
    );
  }
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'provider.unmap',
    why: 'taken away by hand',
    changes: [{ noun: 'mapping', before: known, after: null }],
  });
  publishMapped(world);
  return mappingShapeOf(known, (await keptUnits(world, person, input.provider))?.units ?? null);
}

/** Tells windows that entries may go somewhere else now. */
export function publishMapped(world: World): void {
  world.events.publish({ kind: 'projects' });
  world.events.publish({ kind: 'booking' });
}

/** @param units as they were answered last; null: never, so nothing can be said against a mapping. */
export function mappingShapeOf(mapping: Mapping, units: readonly Unit[] | null): MappingShape {
  const { scope, name, unit, task, billable } = mapping;
  const found = units && unitOf(units, mapping);
  // Mapped while the provider could not be asked: its name is known by now.
  const label =
    found !== null && mapping.label === bareLabel(mapping) ? labelIn(found, mapping) : mapping.label;
  return { scope, name, unit, task, label, billable, problem: problemOf(mapping, units) };
}

/** A unit of which nothing but its ids is known. */
const bareLabel = ({ unit, task }: UnitRef): string => (task === null ? unit : `${unit} · ${task}`);

/** A task that the provider does not list is taken at its word. */
const labelIn = (unit: Unit, { task }: UnitRef): string =>
  unit.task === task ? labelOf(unit) : `${task} · ${labelOf(unit)}`;

function problemOf(mapping: Mapping, units: readonly Unit[] | null): string | null {
  if (units === null) return null;
  const { name, can } = PROVIDERS[mapping.provider];
  if (can.needsTask && mapping.task === null) return said`${name} needs a task too.`;
  const unit = unitOf(units, mapping);
  if (unit === null) return said`It is not there any more, or not open to you.`;
  return unit.closed === null ? null : said`It is ${unit.closed}.`;
}

const isSame = (a: Mapping, b: Mapping): boolean =>
  a.unit === b.unit && a.task === b.task && a.label === b.label && a.billable === b.billable;

async function mappingNamed(
  world: World,
  person: Person,
  provider: ProviderId,
  target: Pick<Mapping, 'scope' | 'name'>,
): Promise<Mapping | null> {
  const mappings = await world.stores.mappings.list(person.user, provider);
  return mappings.find(({ scope, name }) => scope === target.scope && name === target.name) ?? null;
}

/** Not said: as it was, at first as the unit has it. */
function billableOf(word: MapInput['billable'], known: Mapping | null): boolean | null {
  if (word === undefined) return known?.billable ?? null;
  return word === 'unit' ? null : word === 'yes';
}

/** What is mapped: exactly one of the three. @throws Problem `usage`. */
function targetOf(input: Target): Pick<Mapping, 'scope' | 'name'> {
  const given = (['project', 'prefix', 'ticket'] as const).flatMap((scope) => {
    const name = input[scope]?.trim();
    return name === undefined || name === '' ? [] : [{ scope, name }];
  });
  const [only] = given;
  if (only === undefined || given.length > 1) {
    throw new Problem(
      'usage',
      given.length === 0 ? said`Nothing to map was named.` : said`Only one thing can be mapped at a time.`,
      said`Name a project, a prefix or a ticket: --project TB, --prefix TB or --ticket TB-42.`,
    );
  }
  if (only.scope === 'project') return only;
  if (only.scope === 'ticket') {
    const ticket = parseTicketId(only.name);
    if (ticket !== null) return { scope: 'ticket', name: ticket };
    throw new Problem('usage', said`"${only.name}" is not a ticket.`, said`Give one such as TB-42.`);
  }
  if (/^[A-Za-z][A-Za-z0-9]+$/.test(only.name)) return { scope: 'prefix', name: only.name.toUpperCase() };
  throw new Problem(
    'usage',
    said`"${only.name}" is not a prefix of tickets.`,
    said`Give one such as TB, or map a project.`,
  );
}

type Place = Pick<Mapping, 'unit' | 'task' | 'label'>;

async function placeOf(world: World, person: Person, input: MapInput): Promise<Place> {
  const provider = PROVIDERS[input.provider];
  const ref = { unit: input.unit.trim(), task: input.task?.trim() || null };
  if (provider.can.needsTask && ref.task === null) {
    throw new Problem(
      'usage',
      said`${provider.name} books time on a task: the unit alone is not enough.`,
      said`Give --task too; see stint provider units ${provider.id}`,
    );
  }
  const units = await unitsToCheck(world, person, input.provider, ref);
  if (units === null) return { ...ref, label: bareLabel(ref) };
  const unit = unitOf(units, ref);
  if (unit === null) throw unknownUnit(input.provider, ref, units);
  if (unit.closed !== null) {
    throw new Problem(
      'refused',
      said`${labelOf(unit)} is ${unit.closed} in ${provider.name}: nothing can be booked there.`,
      said`Open it there, or take another one: stint provider units ${provider.id}`,
    );
  }
  return { ...ref, label: labelIn(unit, ref) };
}

/** Units to look the chosen one up in; asked for again when it is not among those that were kept. Null: they cannot be had. */
async function unitsToCheck(
  world: World,
  person: Person,
  id: ProviderId,
  ref: Pick<Mapping, 'unit' | 'task'>,
): Promise<readonly Unit[] | null> {
  const kept = await keptUnits(world, person, id);
  const found = kept === null ? null : unitOf(kept.units, ref);
  if (kept !== null && found !== null && found.closed === null) return kept.units;
  try {
    return (await askUnits(world, person, id)).units;
  } catch (error) {
    // Not connected, no network, no request left: what the person says holds, unless the kept list knows it as closed.
    if (error instanceof Problem) return found === null ? null : (kept?.units ?? null);
    throw error;
  }
}

function unknownUnit(id: ProviderId, ref: Pick<Mapping, 'unit' | 'task'>, units: readonly Unit[]): Problem {
  const { name } = PROVIDERS[id];
  const ofUnit = units.filter((unit) => unit.unit === ref.unit && unit.closed === null);
  const isTask = ofUnit.length > 0;
  const near = (isTask ? ofUnit : nearest(ref.unit, units)).slice(0, 4).map((unit) => {
    const task = unit.task === null ? '' : ` --task ${unit.task}`;
    return `${isTask ? task.trim() || said`no task` : `${unit.unit}${task}`} (${labelOf(unit)})`;
  });
  const all = said`See all: stint provider units ${id}`;
  return new Problem(
    'not-found',
    isTask
      ? said`${ref.unit} has ${ref.task === null ? said`tasks, and needs one to be named` : said`no task ${ref.task}`} in ${name}.`
      : said`${name} has no unit ${ref.unit} that is open to you.`,
    near.length === 0 ? all : said`Near: ${near.join(', ')}. ${all}`,
  );
}

/** Units that what was typed may have meant: part of their name, or an id that begins alike. */
function nearest(typed: string, units: readonly Unit[]): readonly Unit[] {
  const text = typed.toLowerCase();
  const closeness = (unit: Unit): number => {
    if (labelOf(unit).toLowerCase().includes(text)) return 1;
    let alike = 0;
    while (alike < text.length && unit.unit[alike] === text[alike]) alike += 1;
    return alike / Math.max(text.length, unit.unit.length);
  };
  return units
    .filter((unit) => unit.closed === null && closeness(unit) >= 0.5)
    .toSorted((a, b) => closeness(b) - closeness(a));
}

const SCOPES: Readonly<Record<Mapping['scope'], string>> = {
  project: said`project`,
  prefix: said`prefix`,
  ticket: said`ticket`,
};
