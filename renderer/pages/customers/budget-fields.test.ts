import { describe, expect, it } from 'vitest';
import { budgetChanges, budgetText, problemsOf, readPercents } from './budget-fields.ts';
import { aBudget } from './sample-budget.ts';

describe('the fields of a budget', () => {
  it('ask for what was changed and nothing else', () => {
    const budget = aBudget({ hours: 40, hourlyRate: 120, currency: 'EUR' });
    const before = budgetText(budget, 'TB');
    expect(budgetChanges(budget, before, before)).toEqual({ project: 'TB' });
    const text = { ...before, hours: '12,5', per: 'month' as const, rollover: true, warnAt: '75, 90 %' };
    expect(budgetChanges(budget, text, before)).toEqual({
      ...{ project: 'TB', hours: 12.5, per: 'month', rollover: true, warnAt: [75, 90] },
    });
    expect(budgetChanges(budget, { ...before, hours: '', rate: ' ', from: '2026-02-01' }, before)).toEqual({
      ...{ project: 'TB', hours: 0, rate: 0, from: '2026-02-01' },
    });
  });

  it('carry nothing over where the hours are one sum again', () => {
    const budget = aBudget({ per: 'month', rollover: true });
    const before = budgetText(budget, 'TB');
    expect(budgetChanges(budget, { ...before, per: 'total' }, before)).toEqual({
      ...{ project: 'TB', per: 'total', rollover: false },
    });
  });

  it('of a delivery unit name it, and rename it', () => {
    const blank = budgetText(null, 'TB');
    const text = { ...blank, name: ' CRM link ', tickets: 'TB-1 TB-2', hours: '8', currency: 'chf' };
    expect(budgetChanges(null, text, blank)).toEqual({
      ...{ name: 'CRM link', project: 'TB', tickets: ['TB-1 TB-2'], hours: 8, currency: 'CHF' },
    });
    const unit = aBudget({ kind: 'unit', name: 'CRM link', tickets: ['TB-1'], label: 'crm' });
    const before = budgetText(unit, 'TB');
    expect(budgetChanges(unit, { ...before, name: 'CRM', label: '', project: 'APP' }, before)).toEqual({
      ...{ name: 'CRM link', newName: 'CRM', label: '', project: 'APP' },
    });
  });

  it('say what cannot be kept', () => {
    const blank = budgetText(null, 'TB');
    expect(problemsOf(blank, true)).toEqual({ name: 'nameless', tickets: 'needsTickets' });
    expect(problemsOf({ ...blank, name: 'x', label: 'y' }, true)).toEqual({});
    expect(problemsOf({ ...blank, hours: 'x', rate: '-1', currency: 'EU', warnAt: 'soon' }, false)).toEqual({
      ...{ hours: 'badNumber', rate: 'badNumber', currency: 'badCurrency', warnAt: 'badPercents' },
    });
    expect(['', '80,100', '50% 90%', '0', '1.5', '80;'].map(readPercents)).toEqual([
      ...[[], [80, 100], [50, 90], null, null, [80]],
    ]);
  });
});
