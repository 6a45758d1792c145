import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { Problem } from '../../values/problem.ts';
import { addEntry } from '../add-entry.ts';
import { editProject } from '../connections/projects.ts';
import { makeReport } from '../reports/show-report.ts';
import { listBudgets } from './list-budgets.ts';
import { removeBudget, setBudget } from './set-budget.ts';

let world: MemoryWorld;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  await editProject(world, { key: 'TB', name: 'Tracker', customer: 'Acme Corp', hourlyRate: 120 });
  await editProject(world, { key: 'APP', customer: 'Globex', budgetHours: 50 });
  for (const [date, ticket, minutes] of [
    ['2026-01-12', 'TB-1', 300],
    ['2026-02-09', 'TB-2', 120],
    ['2026-02-10', 'TB-1', 60],
  ] as const)
    await addEntry(world, { date, ticket, minutes, description: 'work' });
});

const refusal = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? `${error.code}: ${error.message}` : String(error)),
  );

describe('the budget of a project', () => {
  it('is set with its terms, and what is left out stays', async () => {
    const set = await setBudget(world, { project: 'TB', hours: 10, per: 'month', rollover: true });
    expect(set).toMatchObject({
      ...{ id: 'TB', kind: 'project', name: 'Tracker', customer: 'Acme Corp', hours: 10 },
      ...{ per: 'month', rollover: true, from: null, warnAt: null, thresholds: [80, 100] },
      // Ten hours of January less five, and ten of February.
      ...{ available: 900, used: 180, left: 720, percent: 20, state: 'fine', amount: 360, leftAmount: 1440 },
    });
    expect(set.course.at(-1)).toEqual({ date: '2026-02-10', used: 180, left: 720 });
    const changed = await setBudget(world, { project: 'TB', from: '2026-02-10', warnAt: [90, 5, 90] });
    expect(changed).toMatchObject({
      ...{
        hours: 10,
        per: 'month',
        rollover: true,
        from: '2026-02-10',
        warnAt: [5, 90],
        thresholds: [5, 90],
      },
      ...{ available: 600, used: 60, state: 'near' },
    });
    expect(await setBudget(world, { project: 'TB', from: '', warnAt: [0], rate: 0, hours: 0 })).toMatchObject(
      {
        ...{
          hours: null,
          from: null,
          warnAt: null,
          hourlyRate: null,
          available: null,
          left: null,
          amount: null,
        },
      },
    );
    expect((await world.stores.ledger.history(1))[0]?.operation).toBe('project.edit');
  });

  it('of a project nobody described makes its record', async () => {
    expect(await setBudget(world, { project: 'NEW', hours: 1 })).toMatchObject({
      id: 'NEW',
      hours: 1,
      used: 0,
    });
  });
});

describe('the budget of a delivery unit', () => {
  it('is of tickets, however they are written, and has its own rate and thresholds', async () => {
    const unit = await setBudget(world, {
      ...{
        name: 'Login',
        project: 'TB',
        tickets: ['tb-1, TB-3', 'TB-1'],
        hours: 8,
        rate: 140,
        currency: 'CHF',
      },
      warnAt: [50],
    });
    expect(unit).toMatchObject({
      ...{ id: 'unit/Login', kind: 'unit', project: 'TB', customer: 'Acme Corp', tickets: ['TB-1', 'TB-3'] },
      ...{ hours: 8, used: 360, left: 120, percent: 75, state: 'near', amount: 840, currency: 'CHF' },
    });
    expect((await listBudgets(world, { customer: 'acme corp' })).map(({ id }) => id)).toEqual([
      'TB',
      'unit/Login',
    ]);
    expect((await listBudgets(world, {})).map(({ id }) => id)).toEqual(['APP', 'unit/Login']);
    expect(world.events.published).toContainEqual({ kind: 'settings' });
  });

  it('costs what its project does unless it has a price of its own, which then counts in the project, too', async () => {
    await setBudget(world, { project: 'TB', hours: 20, currency: 'CHF' });
    await setBudget(world, { name: 'Plain', project: 'TB', tickets: ['TB-2'], hours: 4 });
    await setBudget(world, { name: 'Dear', project: 'TB', tickets: ['TB-1'], hours: 10, rate: 200 });
    // Its ticket is the other's already.
    await setBudget(world, { name: 'Late', project: 'TB', tickets: ['TB-1'], hours: 1, rate: 999 });
    const listed = await listBudgets(world, { project: 'TB' });
    expect(listed).toMatchObject([
      // Six hours on TB-1 at 200, two on TB-2 at 120.
      { id: 'TB', hourlyRate: 120, currency: 'CHF', amount: 1440, leftAmount: 1440 },
      { id: 'unit/Plain', hourlyRate: null, currency: 'CHF', amount: 240, leftAmount: 240 },
      { id: 'unit/Dear', hourlyRate: 200, currency: 'CHF', amount: 1200, leftAmount: 800 },
      { id: 'unit/Late', hourlyRate: 999, currency: 'CHF', amount: 5994 },
    ]);
    const { data } = (await makeReport(world, 'budget', { project: 'TB' })).answer;
    expect(data).toMatchObject({
      ...{ hourly_rate: 120, currency: 'CHF', used_amount: 1440, left_amount: 1440 },
      units: [
        { name: 'Plain', hourly_rate: 120, used_amount: 240 },
        { name: 'Dear', hourly_rate: 200, used_amount: 1200 },
        { name: 'Late', hourly_rate: 999, used_amount: 5994 },
      ],
    });
    // The invoice comes to the same.
    const { data: seen } = (await makeReport(world, 'customer', { customer: 'Acme Corp', period: 'all' }))
      .answer;
    expect(seen).toMatchObject({ invoice: { totals: [{ currency: 'CHF', amount: 1440 }] } });
  });

  it('is renamed in its place, changed field by field, and forgotten', async () => {
    await setBudget(world, { name: 'Login', project: 'TB', tickets: ['TB-1'], hours: 8 });
    await setBudget(world, {
      name: 'Shop',
      project: 'TB',
      label: 'shop',
      hours: 2,
      per: 'month',
      rollover: true,
    });
    await setBudget(world, { name: 'Login', newName: 'Sign-in', hours: 9 });
    expect(world.settings.get()['reports.budgets']).toEqual({
      'Sign-in': { hours: 9, project: 'TB', tickets: ['TB-1'] },
      Shop: { hours: 2, project: 'TB', label: 'shop', per: 'month', rollover: true },
    });
    expect(await refusal(setBudget(world, { name: 'Shop', newName: 'Sign-in' }))).toBe(
      'conflict: There is a delivery unit "Sign-in" already.',
    );
    await setBudget(world, { name: 'Shop', rollover: false, per: 'total' });
    expect(await removeBudget(world, { name: 'Sign-in' })).toEqual({ name: 'Sign-in' });
    expect(world.settings.get()['reports.budgets']).toEqual({
      Shop: { hours: 2, project: 'TB', label: 'shop' },
    });
    expect(await refusal(removeBudget(world, { name: 'Sign-in' }))).toMatch('not-found');
  });

  it('needs to be of something', async () => {
    expect(await refusal(setBudget(world, { hours: 3 }))).toMatch('usage: It is not said whose budget');
    expect(await refusal(setBudget(world, { name: 'Login', hours: 3 }))).toMatch(
      'usage: It is not said what',
    );
    expect(await refusal(setBudget(world, { name: 'Login', tickets: ['one'] }))).toBe(
      'usage: "one" is not a ticket.',
    );
    expect(await refusal(setBudget(world, { project: 'TB', label: 'x' }))).toMatch('usage');
    expect(await refusal(setBudget(world, { name: 'No', newName: 'Yes' }))).toMatch('not-found');
    expect(world.settings.get()['reports.budgets']).toEqual({});
  });
});
