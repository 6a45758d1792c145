import type { BudgetTerms, Project } from '../entries/project.ts';
import type { Settings } from '../settings/catalogue.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { Money } from './table.ts';

/** Time that was sold: of a project as a whole, or of a delivery unit, a group of tickets within one. */
export interface Budget extends BudgetTerms {
  readonly name: string;
  /** Null: of tickets wherever they are. */
  readonly project: string | null;
  readonly customer: string | null;
  /** Null: no limit. */
  readonly minutes: Minutes | null;
  /** Price of an hour. */
  readonly rate: Money | null;
  /** That of its project, which counts where it has none of its own. */
  readonly usualRate: Money | null;
  /** Which tickets; both null: all of the project. */
  readonly tickets: readonly TicketId[] | null;
  readonly label: string | null;
}

/** What an hour of it costs. */
export const priceOf = ({ rate, usualRate }: Pick<Budget, 'rate' | 'usualRate'>): Money | null =>
  rate ?? usualRate;

/** A group of tickets within a project, or wherever they are; else it is of all that is in a project. */
export const isGroup = ({ tickets, label }: Budget): boolean => tickets !== null || label !== null;

/** Budgets of the settings as the project records complete them: whose they are, and what an hour costs there. */
export const withProjects = (budgets: readonly Budget[], projects: readonly Project[]): Budget[] =>
  budgets.map((budget) => {
    const its = projects.find(({ key }) => key === budget.project);
    return { ...budget, customer: its?.customer ?? null, usualRate: its?.hourlyRate ?? null };
  });

/** The budget in a project's own record. */
export const budgetOfProject = (project: Project): Budget => ({
  name: project.name,
  project: project.key,
  customer: project.customer,
  minutes: project.budget,
  rate: project.hourlyRate,
  usualRate: null,
  ...project.terms,
  tickets: null,
  label: null,
});

/** Prices are in this currency unless told otherwise, as in project records. */
const USUAL_CURRENCY = 'EUR';

/** Budgets as the settings have them, by name. */
export const budgetsNamed = (named: Settings['reports.budgets']): Budget[] =>
  Object.entries(named).map(([name, one]) => ({
    name,
    project: one.project ?? null,
    customer: null,
    minutes: one.hours === 0 ? null : minutes(Math.round(one.hours * 60)),
    rate:
      one.rate === undefined || one.rate === 0
        ? null
        : { cents: Math.round(one.rate * 100), currency: one.currency ?? USUAL_CURRENCY },
    usualRate: null,
    per: one.per ?? 'total',
    rollover: one.rollover ?? false,
    from: (one.from ?? null) as LocalDay | null,
    percents: one.warnAt === undefined || one.warnAt.length === 0 ? null : sorted(one.warnAt),
    tickets: (one.tickets ?? null) as readonly TicketId[] | null,
    label: one.label ?? null,
  }));

const sorted = (percents: readonly number[]): number[] => percents.toSorted((a, b) => a - b);
