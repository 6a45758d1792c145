import type { ProjectShape } from '../../contract/booking-shapes.ts';
import type { Mapping } from '../../entries/mapping.ts';
import type { Project } from '../../entries/project.ts';
import { readDeveloper } from '../../formats/claude-time/developer.ts';
import type { MappedProject } from '../../formats/claude-time/project-mapping.ts';
import { readProjectMapping } from '../../formats/claude-time/project-mapping.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { mappingShapeOf, publishMapped } from './map-unit.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';
import { budgetOf, newProject, projectShapesOf, putProjects, rateOf, USUAL_CURRENCY } from './projects.ts';
import { keptUnits, labelOf, unitOf } from './provider-units.ts';
import { setSetting } from '../settings.ts';

/** More than any such file ever has. */
const LIMIT_BYTES = 4_000_000;

interface Imported {
  projects: ProjectShape[];
  mapped: number;
  person: string | null;
  skipped: string[];
}

/**
 * Takes over `project-mapping.json` and `developer.json` of claude-time (requirements document 1): what they say of
 * projects goes into their records, services of Productive become mappings, teams of Linear the prefix of a project.
 * What they do not say stays as it is; who the person is is taken only where nothing is known yet. Again is once.
 * @param input.path one of the files, or the folder they are in.
 * @throws Problem `not-found`, `usage` when neither is there or one is no JSON; nothing is taken over then.
 */
export async function importProjects(world: World, input: { path: string }): Promise<Imported> {
  const person = personOf(world);
  const texts = await textsAt(world, world.machine.absolutePath(input.path));
  // Both are read before anything is written.
  const file = texts.mapping === null ? { projects: [], skipped: [] } : readProjectMapping(texts.mapping);
  const who = texts.developer === null ? null : readDeveloper(texts.developer);
  const skipped = [...file.skipped, ...(who?.skipped ?? [])];

  const records = await takeProjects(world, person, file.projects);
  const mappings = await takeMappings(world, person, file.projects);
  skipped.push(...(await takeTeams(world, file.projects)));
  if (who !== null) {
    const { personId, name, email } = who.developer;
    await setIfEmpty(world, 'providers.productive.personId', personId);
    await setIfEmpty(world, 'identity.name', name);
    if (world.settings.get()['identity.emails'].length === 0 && email !== null) {
      await setSetting(world, { key: 'identity.emails', value: [email] });
    }
    world.events.publish({ kind: 'providers' });
  }
  const units = (await keptUnits(world, personOf(world), 'productive'))?.units ?? null;
  for (const mapping of mappings) {
    const { problem } = mappingShapeOf(mapping, units);
    if (problem !== null)
      skipped.push(said`${mapping.name}: mapped, but nothing can be booked there. ${problem}`);
  }
  return {
    projects: await projectShapesOf(world, person, records),
    mapped: mappings.length,
    person: who?.developer.personId ?? null,
    skipped,
  };
}

async function textsAt(
  world: World,
  path: string,
): Promise<{ mapping: string | null; developer: string | null }> {
  const files = await world.files.list(path);
  const named = (name: string) => files.find((file) => file.name === name);
  const developer = named('developer.json');
  // A file somebody named themselves may be called anything.
  const only =
    files.length === 1 && files[0]!.path === path && developer === undefined ? files[0] : undefined;
  const mapping = named('project-mapping.json') ?? only;
  if (mapping === undefined && developer === undefined) {
    throw new Problem(
      'not-found',
      said`There is neither project-mapping.json nor developer.json in ${path}.`,
      said`Give one of the files, or the folder they are in, such as ~/.claude-time.`,
    );
  }
  const read = async (file: typeof mapping): Promise<string | null> =>
    file === undefined ? null : world.files.read(file.path, LIMIT_BYTES);
  return { mapping: await read(mapping), developer: await read(developer) };
}

async function takeProjects(
  world: World,
  person: Person,
  projects: readonly MappedProject[],
): Promise<readonly Project[]> {
  const known = await world.stores.projects.list(person.user);
  const rows = projects.map((said) => {
    const before = known.find(({ key }) => key === said.key) ?? null;
    const base = before ?? newProject(world, person, said.key);
    const currency = said.currency ?? base.hourlyRate?.currency ?? USUAL_CURRENCY;
    const after: Project = {
      ...base,
      customer: said.customer ?? base.customer,
      budget: said.budgetHours === null ? base.budget : budgetOf(said.budgetHours),
      hourlyRate: said.hourlyRate === null ? base.hourlyRate : rateOf(said.hourlyRate, currency),
      linearTeam: said.linearTeam ?? base.linearTeam,
    };
    return { before, after };
  });
  await putProjects(world, person, 'project.import', 'taken over from project-mapping.json', rows);
  return rows.map(({ after }) => after);
}

async function takeMappings(
  world: World,
  person: Person,
  projects: readonly MappedProject[],
): Promise<readonly Mapping[]> {
  const known = await world.stores.mappings.list(person.user, 'productive');
  const units = (await keptUnits(world, person, 'productive'))?.units ?? [];
  const rows = projects.flatMap(({ key, service }) => {
    if (service === null) return [];
    const before = known.find(({ scope, name }) => scope === 'project' && name === key) ?? null;
    if (before?.unit === service) return [{ before, after: before }];
    const unit = unitOf(units, { unit: service, task: null });
    const after: Mapping = {
      id: before?.id ?? world.ids.next(person.now),
      user: person.user,
      provider: 'productive',
      scope: 'project',
      name: key,
      unit: service,
      task: null,
      label: unit === null ? service : labelOf(unit),
      billable: before?.billable ?? null,
      revision: (before?.revision ?? 0) + 1,
    };
    return [{ before, after }];
  });
  const changed = rows.filter(({ before, after }) => before !== after);
  if (changed.length > 0) {
    await world.stores.ledger.commit({
      actor: person.user,
      operation: 'project.import',
      why: 'taken over from project-mapping.json',
      changes: changed.map((row) => ({ noun: 'mapping', ...row })),
    });
    publishMapped(world);
  }
  return rows.map(({ after }) => after);
}

/** Tickets of a team count to its project. @returns what could not be taken over. */
async function takeTeams(world: World, projects: readonly MappedProject[]): Promise<readonly string[]> {
  const known = world.settings.get()['tickets.projects'];
  const taken: Record<string, string> = { ...known };
  const skipped: string[] = [];
  for (const { key, linearTeam } of projects) {
    if (linearTeam === null || linearTeam === key) continue;
    const other = Object.hasOwn(taken, linearTeam) ? taken[linearTeam] : undefined;
    if (other === undefined) taken[linearTeam] = key;
    else if (other !== key) skipped.push(said`${key}: tickets ${linearTeam}-… count to ${other} already`);
  }
  if (Object.keys(taken).length > Object.keys(known).length) {
    await setSetting(world, { key: 'tickets.projects', value: taken });
  }
  return skipped;
}

async function setIfEmpty(
  world: World,
  key: 'providers.productive.personId' | 'identity.name',
  value: string | null,
): Promise<void> {
  if (value !== null && world.settings.get()[key] === '') await setSetting(world, { key, value });
}
