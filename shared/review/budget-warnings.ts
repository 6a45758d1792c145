import type { Instant } from '../values/instant.ts';
import type { BudgetPrompt, PromptNotes } from './prompt.ts';
import { isAnswered } from './prompt.ts';

/** How a project stands; minutes. */
export interface BudgetState {
  readonly project: string;
  readonly name: string;
  /** Ours is what was entered here; `provider` is what the whole team has booked there. */
  readonly from: 'local' | 'provider';
  readonly used: number;
  readonly of: number;
}

/**
 * Projects that passed a threshold: of each the highest one, by the budget that is used up further. A budget that is agreed
 * anew is a new period: its thresholds are told again.
 * @param percents thresholds; none: nothing is told.
 */
export function budgetWarnings(
  budgets: readonly BudgetState[],
  percents: readonly number[],
  notes: PromptNotes,
  now: Instant,
): BudgetPrompt[] {
  const worst = new Map<string, BudgetState>();
  for (const budget of budgets) {
    const known = worst.get(budget.project);
    if (budget.of > 0 && (known === undefined || share(budget) > share(known)))
      worst.set(budget.project, budget);
  }
  return [...worst.values()].flatMap((budget): BudgetPrompt[] => {
    const passed = percents.filter((percent) => share(budget) >= percent);
    if (passed.length === 0) return [];
    const percent = Math.max(...passed);
    const key = `budget:${budget.project}:${budget.from}:${budget.of}:${percent}`;
    if (isAnswered(notes, key)) return [];
    const { project, name, used, of } = budget;
    return [
      {
        kind: 'budget',
        key,
        topic: `budget:${project}`,
        since: notes.get(key)?.saidAt ?? now,
        project,
        name,
        percent,
        used,
        of,
      },
    ];
  });
}

const share = ({ used, of }: BudgetState): number => (used / of) * 100;
