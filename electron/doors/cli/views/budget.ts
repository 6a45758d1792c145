import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';

/** Budgets with what is used and left, delivery units below their project. */
export function budgetsView(budgets: readonly BudgetShape[], paper: Paper): string {
  if (budgets.length === 0)
    return paper.paint(
      'dim',
      'No budgets yet.  Set one: stint budget set --project TB --hours 40 --per month',
    );
  return paper.table(budgets.map(row));
}

export const budgetView = (budget: BudgetShape, paper: Paper): string =>
  `${paper.paint('good', '✓')} Budget\n${paper.table([row(budget)])}`;

export const forgottenBudgetView = ({ name }: { readonly name: string }, paper: Paper): string =>
  `${paper.paint('good', '✓')} the budget of ${paper.paint('bold', name)} is forgotten; its time stays`;

const TONES: Readonly<Record<BudgetShape['state'], Tone>> = { fine: 'good', near: 'warn', over: 'bad' };

function row(one: BudgetShape): Cell[] {
  const { kind, used, available, left, percent, state, per, rollover, from, runsOut } = one;
  const terms = [
    one.hourlyRate === null ? '' : `${one.hourlyRate} ${one.currency ?? ''}/h`,
    per === 'month' ? `each month${rollover ? ', carried over' : ''}` : '',
    from === null ? '' : `since ${from}`,
    runsOut === null ? '' : `runs out ${runsOut}`,
    `warns at ${one.thresholds.map((threshold) => `${threshold}%`).join(' ') || 'nothing'}`,
  ];
  return [
    { text: kind === 'unit' ? `  ${one.name}` : one.name, tone: kind === 'unit' ? 'plain' : 'accent' },
    { text: one.customer ?? '', tone: 'dim' },
    {
      text: available === null ? formatShort(used) : `${formatShort(used)} of ${formatShort(available)}`,
      right: true,
    },
    {
      text: percent === null ? 'no limit' : `${percent}%`,
      tone: percent === null ? 'dim' : TONES[state],
      right: true,
    },
    { text: left === null ? '' : `${formatShort(left)} left`, right: true },
    { text: one.amount === null ? '' : `${one.amount} ${one.currency ?? ''}`.trim(), right: true },
    { text: terms.filter((term) => term !== '').join(' · '), tone: 'dim' },
  ];
}
