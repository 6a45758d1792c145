import type { World } from '../../ports/world.ts';
import type { Budget } from '../../reports/budget.ts';
import { budgetOfProject, budgetsNamed, withProjects } from '../../reports/budget.ts';
import { compareTexts } from '../../values/order.ts';
import type { Person } from '../person.ts';

/** A budget, and how it is told from all others. */
export interface KnownBudget {
  /** The key of a project, or `unit/` and the name of a delivery unit. */
  readonly id: string;
  readonly kind: 'project' | 'unit';
  readonly budget: Budget;
}

/** Every project with a record, and every delivery unit, below the project it is of. */
export async function knownBudgets(
  { stores }: Pick<World, 'stores'>,
  { user, settings }: Person,
): Promise<KnownBudget[]> {
  const projects = await stores.projects.list(user);
  const wholes = projects.map((project) => ({
    id: project.key,
    kind: 'project' as const,
    budget: budgetOfProject(project),
  }));
  const units = withProjects(budgetsNamed(settings['reports.budgets']), projects).map((budget) => ({
    id: unitId(budget.name),
    kind: 'unit' as const,
    budget,
  }));
  return [...wholes, ...units].toSorted((a, b) =>
    compareTexts(a.budget.project ?? '', b.budget.project ?? ''),
  );
}

export const unitId = (name: string): string => `unit/${name}`;
