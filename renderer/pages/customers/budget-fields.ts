import type { BudgetShape } from '#shared/contract/budget-operations.ts';
import { isCurrency, readNumber } from '../connections/project-fields.ts';

/** A budget as somebody types it. */
export interface BudgetText {
  readonly name: string;
  readonly project: string;
  readonly hours: string;
  readonly per: 'total' | 'month';
  readonly rollover: boolean;
  readonly from: string;
  readonly rate: string;
  readonly currency: string;
  readonly tickets: string;
  readonly label: string;
  readonly warnAt: string;
}

/** @param decimal how the person's language writes a number. */
export const budgetText = (
  budget: BudgetShape | null,
  project: string,
  decimal: (value: number) => string = String,
): BudgetText => ({
  name: budget?.kind === 'unit' ? budget.name : '',
  project: budget?.project ?? project,
  hours: budget === null || budget.hours === null ? '' : decimal(budget.hours),
  per: budget?.per ?? 'total',
  rollover: budget?.rollover ?? false,
  from: budget?.from ?? '',
  rate: budget === null || budget.hourlyRate === null ? '' : decimal(budget.hourlyRate),
  currency: budget?.currency ?? '',
  tickets: (budget?.tickets ?? []).join(', '),
  label: budget?.label ?? '',
  warnAt: (budget?.warnAt ?? []).join(', '),
});

/** Shares in percent, as people write them: `80, 100 %`; null: something else stands there. */
export function readPercents(text: string): number[] | null {
  const words = text.split(/[\s,;%]+/).filter((word) => word !== '');
  const percents = words.map(Number);
  return percents.every((percent) => Number.isInteger(percent) && percent >= 1 && percent <= 1000)
    ? percents
    : null;
}

export type BudgetProblem = 'badNumber' | 'badCurrency' | 'badPercents' | 'nameless' | 'needsTickets';

/** What cannot be kept, by field. @param isUnit a delivery unit has a name and says what it is made of. */
export function problemsOf(
  text: BudgetText,
  isUnit: boolean,
): Partial<Record<keyof BudgetText, BudgetProblem>> {
  return {
    ...(readNumber(text.hours) === null ? { hours: 'badNumber' } : {}),
    ...(readNumber(text.rate) === null ? { rate: 'badNumber' } : {}),
    ...(text.currency.trim() === '' || isCurrency(text.currency) ? {} : { currency: 'badCurrency' }),
    ...(readPercents(text.warnAt) === null ? { warnAt: 'badPercents' } : {}),
    ...(isUnit && text.name.trim() === '' ? { name: 'nameless' } : {}),
    ...(isUnit && text.tickets.trim() === '' && text.label.trim() === '' ? { tickets: 'needsTickets' } : {}),
  };
}

/** What `budget.set` is asked: only what was changed, so that nobody else's change is written over. */
export function budgetChanges(budget: BudgetShape | null, text: BudgetText, before: BudgetText) {
  const changed = (key: keyof BudgetText) => String(text[key]).trim() !== String(before[key]).trim();
  const isUnit = budget === null || budget.kind === 'unit';
  const name = text.name.trim();
  return {
    ...(isUnit ? { name: budget === null ? name : before.name } : { project: text.project }),
    ...(isUnit && budget !== null && changed('name') ? { newName: name } : {}),
    ...(isUnit && (budget === null || changed('project')) ? { project: text.project } : {}),
    ...(changed('hours') ? { hours: readNumber(text.hours) ?? 0 } : {}),
    ...(changed('per') ? { per: text.per } : {}),
    ...(changed('rollover') || changed('per') ? { rollover: text.per === 'month' && text.rollover } : {}),
    ...(changed('from') ? { from: text.from } : {}),
    ...(changed('rate') ? { rate: readNumber(text.rate) ?? 0 } : {}),
    ...(changed('currency') && isCurrency(text.currency)
      ? { currency: text.currency.trim().toUpperCase() }
      : {}),
    ...(isUnit && changed('tickets') ? { tickets: [text.tickets.trim()] } : {}),
    ...(isUnit && changed('label') ? { label: text.label.trim() } : {}),
    ...(changed('warnAt') ? { warnAt: readPercents(text.warnAt) ?? [] } : {}),
  };
}
