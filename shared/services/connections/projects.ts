import type { ProjectShape } from '../../contract/booking-shapes.ts';
import type { Mapping } from '../../entries/mapping.ts';
import type { Project } from '../../entries/project.ts';
import { USUAL_TERMS } from '../../entries/project.ts';
import type { World } from '../../ports/world.ts';
import { PROVIDERS } from '../../providers/catalogue.ts';
import { formatInstant } from '../../values/instant.ts';
import { minutes } from '../../values/minutes.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ProviderId } from '../../values/provider-id.ts';
import { PROVIDER_IDS } from '../../values/provider-id.ts';
import { recentEntries } from './mapping-table.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { keptBudgets } from './read-budgets.ts';

/** Prices are in this currency unless told otherwise (requirements: hourly rates of the mapping file name none). */
export const USUAL_CURRENCY = 'EUR';

/** Projects with a record, those that entries of the last ninety days name, and those that are mapped, by key. */
export async function listProjects(world: World, _input: object = {}): Promise<ProjectShape[]> {
  const person = personOf(world);
  const records = await world.stores.projects.list(person.user);
  const known = new Set(records.map(({ key }) => key));
  const seen = new Set<string>();
  for (const { project } of await recentEntries(world, person)) {
    if (project !== null && !known.has(project)) seen.add(project);
  }
  for (const id of PROVIDER_IDS) {
    for (const { project } of await mappingsOfProjects(world, person, id))
      if (!known.has(project)) seen.add(project);
  }
  const bare = [...seen].map((key) => ({ ...newProject(world, person, key), revision: 0 }));
  const all = [...records, ...bare].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return projectShapesOf(world, person, all);
}

interface EditInput {
  key: string;
  name?: string | undefined;
  customer?: string | undefined;
  budgetHours?: number | undefined;
  hourlyRate?: number | undefined;
  currency?: string | undefined;
  linearTeam?: string | undefined;
}

/** Sets what is known of a project; makes its record when it has none. @throws Problem `usage`. */
export async function editProject(world: World, input: EditInput): Promise<ProjectShape> {
  const person = personOf(world);
  const key = input.key.trim();
  if (key === '')
    throw new Problem(
      'usage',
      said`A project needs a key.`,
      said`Give the one that entries carry, such as TB.`,
    );
  const records = await world.stores.projects.list(person.user);
  const before = records.find((project) => project.key === key) ?? null;
  const base = before ?? newProject(world, person, key);
  const after: Project = {
    ...base,
    ...(input.name === undefined ? {} : { name: input.name.trim() || key }),
    ...(input.customer === undefined ? {} : { customer: input.customer.trim() || null }),
    ...(input.budgetHours === undefined ? {} : { budget: budgetOf(input.budgetHours) }),
    hourlyRate: rateAfter(base, input),
    ...(input.linearTeam === undefined ? {} : { linearTeam: input.linearTeam.trim().toUpperCase() || null }),
  };
  await putProjects(world, person, 'project.edit', 'set by hand', [{ before, after }]);
  const [shape] = await projectShapesOf(world, person, [after]);
  return shape!;
}

/** Writes records that changed, in one step; those that did not are left as they are. */
export async function putProjects(
  world: World,
  person: Person,
  operation: string,
  why: string,
  rows: readonly { readonly before: Project | null; readonly after: Project }[],
): Promise<void> {
  const changed = rows.filter(({ before, after }) => before === null || !isSame(before, after));
  if (changed.length === 0) return;
  await world.stores.ledger.commit({
    actor: person.user,
    operation,
    why,
    changes: changed.map(({ before, after }) => ({
      noun: 'project',
      before,
      after: { ...after, revision: (before?.revision ?? 0) + 1 },
    })),
  });
  world.events.publish({ kind: 'projects' });
}

/** A project of which nothing is known but its key. */
export const newProject = (world: World, person: Person, key: string): Project => ({
  id: world.ids.next(person.now),
  user: person.user,
  key,
  name: key,
  customer: null,
  budget: null,
  terms: USUAL_TERMS,
  hourlyRate: null,
  linearTeam: null,
  revision: 1,
});

/** Hours sold as minutes; 0: no limit. */
export const budgetOf = (hours: number): Project['budget'] =>
  hours === 0 ? null : minutes(Math.round(hours * 60));

/** A price of an hour; 0: not billed by the hour. */
export const rateOf = (rate: number, currency: string): Project['hourlyRate'] =>
  rate === 0 ? null : { cents: Math.round(rate * 100), currency };

function rateAfter(base: Project, { hourlyRate, currency }: EditInput): Project['hourlyRate'] {
  const now = base.hourlyRate;
  if (hourlyRate !== undefined) return rateOf(hourlyRate, currency ?? now?.currency ?? USUAL_CURRENCY);
  if (currency === undefined) return now;
  if (now !== null) return { ...now, currency };
  throw new Problem(
    'usage',
    said`${base.key} has no hourly rate that a currency could belong to.`,
    said`Give --hourly-rate too.`,
  );
}

const isSame = (a: Project, b: Project): boolean =>
  a.name === b.name &&
  a.customer === b.customer &&
  a.budget === b.budget &&
  JSON.stringify(a.terms) === JSON.stringify(b.terms) &&
  a.hourlyRate?.cents === b.hourlyRate?.cents &&
  a.hourlyRate?.currency === b.hourlyRate?.currency &&
  a.linearTeam === b.linearTeam;

/** Projects as doors show them, with what providers last said of the units they are mapped to. */
export async function projectShapesOf(
  world: World,
  person: Person,
  projects: readonly Project[],
): Promise<ProjectShape[]> {
  const remote = await remoteBudgets(world, person);
  return projects.map(({ key, name, customer, budget, hourlyRate, linearTeam }) => ({
    key,
    name,
    customer,
    budgetHours: budget === null ? null : budget / 60,
    hourlyRate: hourlyRate === null ? null : hourlyRate.cents / 100,
    currency: hourlyRate?.currency ?? null,
    linearTeam,
    remote: remote.get(key) ?? null,
  }));
}

/** By project key; the provider time is booked in by itself comes before the others. */
export async function remoteBudgets(
  world: World,
  person: Person,
): Promise<ReadonlyMap<string, NonNullable<ProjectShape['remote']>>> {
  const usual = person.settings['booking.provider'];
  const order: readonly ProviderId[] = [
    ...PROVIDER_IDS.filter((id) => id === usual),
    ...PROVIDER_IDS.filter((id) => id !== usual),
  ].filter((id) => PROVIDERS[id].budgets !== null);
  const found = new Map<string, NonNullable<ProjectShape['remote']>>();
  for (const id of order) {
    const kept = await keptBudgets(world, person, id);
    if (kept === null) continue;
    for (const mapping of await mappingsOfProjects(world, person, id)) {
      const budget = kept.budgets[mapping.unit];
      if (found.has(mapping.project) || budget === undefined) continue;
      const { budgeted, worked } = budget;
      if (budgeted === null && worked === null) continue;
      found.set(mapping.project, { budgeted, worked, at: formatInstant(kept.at) });
    }
  }
  return found;
}

/** Where whole projects are booked: those that are mapped themselves, then those whose prefix is. */
async function mappingsOfProjects(
  world: World,
  person: Person,
  id: ProviderId,
): Promise<{ project: string; unit: string }[]> {
  const mappings = await world.stores.mappings.list(person.user, id);
  const named = (scope: Mapping['scope'], projectOf: (name: string) => string) =>
    mappings
      .filter((mapping) => mapping.scope === scope)
      .map(({ name, unit }) => ({ project: projectOf(name), unit }));
  const { projectOfPrefix } = person.rules;
  return [
    ...named('project', (name) => name),
    ...named('prefix', (prefix) => projectOfPrefix[prefix] ?? prefix),
  ];
}
