import { describe, expect, it } from 'vitest';
import type { ProjectShape } from '#shared/contract/booking-shapes.ts';
import { chosenRow, contingentsOf, customerRows, worthOf } from './customer-rows.ts';
import { aBudget } from './sample-budget.ts';

const project = (key: string, customer: string | null): ProjectShape => ({
  ...{
    key,
    name: key,
    customer,
    budgetHours: null,
    hourlyRate: null,
    currency: null,
    linearTeam: null,
    remote: null,
  },
});
const PROJECTS = [
  project('TB', 'Acme Corp'),
  project('APP', 'acme corp '),
  project('ZED', 'Zed'),
  project('OWN', null),
  project('NIX', null),
];
const BUDGETS = [
  aBudget({ id: 'TB', available: 600, used: 500, state: 'near' }),
  aBudget({ id: 'unit/Login', kind: 'unit', tickets: ['TB-1'], available: 100, used: 90 }),
  aBudget({ id: 'unit/App', kind: 'unit', project: 'APP', label: 'x', available: 60, used: 30 }),
  aBudget({ id: 'OWN', project: 'OWN', customer: null, available: 60, used: 70, state: 'over' }),
];

describe('customers', () => {
  it('stand in order, whatever the case of their name; what is of nobody comes last', () => {
    expect(customerRows(PROJECTS, BUDGETS)).toEqual([
      { name: 'Acme Corp', projects: ['TB', 'APP'], used: 530, of: 660, state: 'near' },
      { name: 'Zed', projects: ['ZED'], used: 0, of: null, state: 'fine' },
      { name: null, projects: ['OWN'], used: 70, of: 60, state: 'over' },
    ]);
    expect(customerRows([project('NIX', null)], [])).toEqual([]);
  });

  it('count a delivery unit only where its project was not sold as a whole', () => {
    expect(contingentsOf(BUDGETS).map(({ id }) => id)).toEqual(['TB', 'unit/App', 'OWN']);
  });

  it('are worth what their budgets are, each minute once', () => {
    const euros = { currency: 'EUR', hourlyRate: 150 };
    const whole = aBudget({ ...euros, available: 6000, used: 600, amount: 1500, leftAmount: 13_500 });
    const unit = aBudget({
      ...{ id: 'unit/Login', tickets: ['TB-1'], used: 120, available: 600, amount: 400, leftAmount: 1600 },
      ...{ hourlyRate: 200, currency: 'EUR' },
    });
    expect(worthOf([whole])).toEqual({ used: 1500, left: 13_500, currency: 'EUR' });
    expect(worthOf([whole, unit])).toEqual({ used: 1500, left: 13_500, currency: 'EUR' });
    expect(worthOf([unit])).toEqual({ used: 400, left: 1600, currency: 'EUR' });
    expect(worthOf([whole, aBudget({ id: 'APP', project: 'APP', available: 60 })])).toBeNull();
    expect(worthOf([])).toBeNull();
  });

  it('are chosen by name or by a project, else the first to whom something was sold', () => {
    const rows = customerRows([project('A', 'Aardvark'), ...PROJECTS], BUDGETS);
    const chosen = (name: string | null, of: string | null) => chosenRow(rows, name, of)?.name;
    expect(chosen('zed', null)).toBe('Zed');
    expect(chosen('-', null)).toBeNull();
    expect(chosen('Zed', 'OWN')).toBeNull();
    expect(chosen(null, null)).toBe('Acme Corp');
    expect(chosen('gone', null)).toBe('Acme Corp');
    expect(chosenRow([], null, null)).toBeNull();
  });
});
