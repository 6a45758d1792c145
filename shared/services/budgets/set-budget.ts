import type { BudgetShape } from '../../contract/budget-operations.ts';
import type { BudgetTerms, Project } from '../../entries/project.ts';
import type { World } from '../../ports/world.ts';
import type { Settings } from '../../settings/catalogue.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import { budgetOf, newProject, putProjects, rateOf, USUAL_CURRENCY } from '../connections/projects.ts';
import type { Person } from '../person.ts';
import { dayNamed, personOf } from '../person.ts';
import { knownBudgets, unitId } from './known-budgets.ts';
import { describeBudgets } from './list-budgets.ts';

type Units = Settings['reports.budgets'];
type Unit = Units[string];

/** What is to be said of a budget; what is left out stays as it is. */
export interface BudgetInput {
  readonly name?: string | undefined;
  readonly newName?: string | undefined;
  readonly project?: string | undefined;
  readonly hours?: number | undefined;
  readonly rate?: number | undefined;
  readonly currency?: string | undefined;
  readonly per?: 'total' | 'month' | undefined;
  readonly rollover?: boolean | undefined;
  readonly from?: string | undefined;
  readonly tickets?: readonly string[] | undefined;
  readonly label?: string | undefined;
  readonly warnAt?: readonly number[] | undefined;
}

/**
 * Sets the budget of a delivery unit by its name, or a project's own where no name is given; makes what is new.
 * @throws Problem `usage` where it is of nothing; `conflict` where the new name is taken.
 */
export async function setBudget(world: World, input: BudgetInput): Promise<BudgetShape> {
  const person = personOf(world);
  const name = input.name?.trim() ?? '';
  const id =
    name === '' ? await setOfProject(world, person, input) : await setUnit(world, person, name, input);
  // What was just set is looked at as it is now.
  const now = personOf(world);
  const known = (await knownBudgets(world, now)).filter((one) => one.id === id);
  const [shape] = await describeBudgets(world, now, known);
  return shape!;
}

/** Forgets the budget of a delivery unit. @throws Problem `not-found`. */
export async function removeBudget(world: World, { name }: { name: string }): Promise<{ name: string }> {
  const units = personOf(world).settings['reports.budgets'];
  if (!Object.hasOwn(units, name)) throw unknown(name);
  await putUnits(world, Object.fromEntries(Object.entries(units).filter(([other]) => other !== name)));
  return { name };
}

async function setOfProject(world: World, person: Person, input: BudgetInput): Promise<string> {
  const key = input.project?.trim() ?? '';
  if (key === '')
    throw new Problem(
      'usage',
      said`It is not said whose budget it is.`,
      said`Name a delivery unit, or give a project: stint budget set --project TB --hours 40`,
    );
  if (input.tickets !== undefined || input.label !== undefined)
    throw new Problem(
      'usage',
      said`The budget of a whole project has no tickets of its own.`,
      said`Name a delivery unit for them: stint budget set "CRM link" --project ${key} --tickets ${key}-12`,
    );
  const before = (await world.stores.projects.list(person.user)).find((one) => one.key === key) ?? null;
  const base = before ?? newProject(world, person, key);
  const after: Project = {
    ...base,
    ...(input.hours === undefined ? {} : { budget: budgetOf(input.hours) }),
    hourlyRate: rateAfter(base.hourlyRate, input),
    terms: termsAfter(base.terms, input, person),
  };
  await putProjects(world, person, 'project.edit', 'set by hand', [{ before, after }]);
  return key;
}

function termsAfter(base: BudgetTerms, input: BudgetInput, person: Person): BudgetTerms {
  const percents = input.warnAt === undefined ? base.percents : percentsOf(input.warnAt);
  return {
    per: input.per ?? base.per,
    rollover: input.rollover ?? base.rollover,
    from:
      input.from === undefined ? base.from : input.from.trim() === '' ? null : dayNamed(input.from, person),
    percents: percents === null || percents.length === 0 ? null : percents,
  };
}

/** The smallest first, each once; 0 is none. */
const percentsOf = (percents: readonly number[]): number[] =>
  [...new Set(percents.filter((percent) => percent > 0))].toSorted((a, b) => a - b);

function rateAfter(
  base: Project['hourlyRate'],
  { rate, currency }: BudgetInput,
  usualCurrency = USUAL_CURRENCY,
): Project['hourlyRate'] {
  if (rate !== undefined) return rateOf(rate, currency ?? base?.currency ?? usualCurrency);
  return base === null || currency === undefined ? base : { ...base, currency };
}

async function setUnit(world: World, person: Person, name: string, input: BudgetInput): Promise<string> {
  const units: Units = person.settings['reports.budgets'];
  const before = Object.hasOwn(units, name) ? units[name]! : null;
  const newName = input.newName?.trim() ?? name;
  if (newName !== name && (before === null || Object.hasOwn(units, newName)))
    throw before === null
      ? unknown(name)
      : new Problem(
          'conflict',
          said`There is a delivery unit "${newName}" already.`,
          said`Nothing was changed. Choose another name.`,
        );
  const projects = await world.stores.projects.list(person.user);
  const its = projects.find(({ key }) => key === (input.project ?? before?.project ?? '').trim());
  const after = unitAfter(before ?? { hours: 0 }, input, person, its?.hourlyRate?.currency);
  if (after.project === undefined && after.tickets === undefined && after.label === undefined)
    throw new Problem(
      'usage',
      said`It is not said what "${name}" is made of.`,
      said`Give a project, its tickets, or a label they carry.`,
    );
  // It keeps its place among the others.
  const entries = Object.entries(units).map(([other, unit]): [string, Unit] =>
    other === name ? [newName, after] : [other, unit],
  );
  await putUnits(world, Object.fromEntries(before === null ? [...entries, [newName, after]] : entries));
  return unitId(newName);
}

/** @param usualCurrency of its project. */
function unitAfter(base: Unit, input: BudgetInput, person: Person, usualCurrency?: string): Unit {
  const rate = rateAfter(
    base.rate === undefined || base.rate === 0
      ? null
      : { cents: Math.round(base.rate * 100), currency: base.currency ?? USUAL_CURRENCY },
    input,
    usualCurrency,
  );
  const { per, rollover, from, percents } = termsAfter(
    {
      per: base.per ?? 'total',
      rollover: base.rollover ?? false,
      from: (base.from ?? null) as BudgetTerms['from'],
      percents: base.warnAt ?? null,
    },
    input,
    person,
  );
  const project = (input.project ?? base.project ?? '').trim();
  const label = (input.label ?? base.label ?? '').trim();
  const tickets = input.tickets === undefined ? (base.tickets ?? []) : ticketsIn(input.tickets);
  return {
    hours: input.hours ?? base.hours,
    ...(project === '' ? {} : { project }),
    ...(tickets.length === 0 ? {} : { tickets }),
    ...(label === '' ? {} : { label }),
    ...(rate === null ? {} : { rate: rate.cents / 100, currency: rate.currency }),
    ...(per === 'total' ? {} : { per }),
    ...(rollover ? { rollover } : {}),
    ...(from === null ? {} : { from }),
    ...(percents === null ? {} : { warnAt: [...percents] }),
  };
}

/** Each word may name several, parted by commas or blanks. @throws Problem `usage` for what is no ticket. */
function ticketsIn(words: readonly string[]): string[] {
  const found = words.flatMap((word) => word.split(/[\s,;]+/)).filter((word) => word !== '');
  return [
    ...new Set(
      found.map((word) => {
        const ticket = parseTicketId(word);
        if (ticket !== null) return ticket;
        throw new Problem('usage', said`"${word}" is not a ticket.`, said`Give tickets such as TB-042.`);
      }),
    ),
  ];
}

async function putUnits(world: World, units: Units): Promise<void> {
  await world.settings.set('reports.budgets', units);
  world.events.publish({ kind: 'settings' });
}

const unknown = (name: string): Problem =>
  new Problem('not-found', said`There is no delivery unit "${name}".`, said`See \`stint budget list\`.`);
