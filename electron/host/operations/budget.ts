import { budgetOperations } from '#shared/contract/budget-operations.ts';
import { listBudgets } from '#shared/services/budgets/list-budgets.ts';
import { removeBudget, setBudget } from '#shared/services/budgets/set-budget.ts';
import { noun } from './noun.ts';

/** Budgets of projects and delivery units. */
export const operations = noun(budgetOperations, (world) => ({
  list: (input) => listBudgets(world, input),
  set: (input) => setBudget(world, input),
  remove: (input) => removeBudget(world, input),
}));
