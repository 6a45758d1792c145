import type { Instant } from '../values/instant.ts';
import type { BudgetPrompt, PromptNotes } from './prompt.ts';
import { isAnswered } from './prompt.ts';

/** How a budget stands; minutes. */
export interface BudgetState {
  /** Tells budgets apart: the key of a project, or `unit/` and the name of a delivery unit. */
  readonly id: string;
  /** Null: of no single project. */
  readonly project: string | null;
  readonly name: string;
  /** Ours is what was entered here; `provider` is what the whole team has booked there. */
  readonly from: 'local' | 'provider';
  readonly used: number;
  /** What there is to use now, with what was carried over: it may be less than nothing. */
  readonly of: number;
  /** What was agreed, for all or for each month. */
  readonly agreed: number;
  /** The month it is of (`2026-02`); null: it is one for all. */
  readonly month: string | null;
  /** The day it began; null: always. */
  readonly since: string | null;
  /** Shares in percent that are told; none: nothing is. */
  readonly percents: readonly number[];
}

/**
 * Budgets that passed a threshold: of each the highest one, by the numbers that are used up further. Each is told once in a
 * period: a lower one no more when a higher one was told, and the next month, or a budget agreed anew, is a new period.
 */
export function budgetWarnings(
  budgets: readonly BudgetState[],
  notes: PromptNotes,
  now: Instant,
): BudgetPrompt[] {
  const worst = new Map<string, BudgetState>();
  for (const budget of budgets) {
    const known = worst.get(budget.id);
    if (budget.agreed > 0 && (known === undefined || shareOf(budget) > shareOf(known)))
      worst.set(budget.id, budget);
  }
  return [...worst.values()].flatMap((budget): BudgetPrompt[] => {
    const passed = budget.percents.filter((percent) => shareOf(budget) >= percent);
    if (passed.length === 0) return [];
    const percent = Math.max(...passed);
    const key = keyOf(budget, percent);
    const isTold = (higher: number): boolean => {
      const note = notes.get(keyOf(budget, higher));
      return note !== undefined && (note.saidAt !== null || note.answer !== null);
    };
    if (isAnswered(notes, key) || budget.percents.some((other) => other > percent && isTold(other)))
      return [];
    const { id, project, name, month, used, of } = budget;
    const since = notes.get(key)?.saidAt ?? now;
    return [{ kind: 'budget', key, topic: `budget:${id}`, since, project, name, month, percent, used, of }];
  });
}

/** Under which what was told of these budgets is remembered. */
export const warningKeys = (budgets: readonly BudgetState[]): string[] =>
  budgets.flatMap((budget) => {
    const percents = budget.percents.toSorted((a, b) => a - b);
    return shareOf(budget) < (percents[0] ?? Infinity)
      ? []
      : percents.map((percent) => keyOf(budget, percent));
  });

function keyOf({ id, from, agreed, month, since }: BudgetState, percent: number): string {
  const period = month ?? since;
  return `budget:${id}:${from}:${agreed}${period === null ? '' : `@${period}`}:${percent}`;
}

/** In percent. Where months before used up all there is, whatever stands there is too much. */
const shareOf = ({ used, of }: BudgetState): number => (of <= 0 ? Infinity : (used / of) * 100);
