import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetState } from './budget-warnings.ts';
import { budgetWarnings, warningKeys } from './budget-warnings.ts';
import { notesByKey } from './prompt.ts';
import { aNote, when } from './sample-prompts.ts';

const NOW = when('2026-02-10T10:00:00Z');
const budget = (used: number, of = 100, given: Partial<BudgetState> = {}): BudgetState => ({
  id: 'TB',
  project: 'TB',
  name: 'Tracker',
  from: 'local',
  used: used * 60,
  of: of * 60,
  agreed: of * 60,
  month: null,
  since: null,
  percents: [80, 100],
  ...given,
});
const told = (budgets: BudgetState[], notes = notesByKey([])) =>
  budgetWarnings(budgets, notes, NOW).map(({ name, percent, used, of }) =>
    `${name} ${percent} ${used / 60}/${of / 60}`.replace('Tracker', 'TB'),
  );
/** What telling these leaves behind. */
const noted = (budgets: BudgetState[], notes = notesByKey([])) =>
  notesByKey([
    ...notes.values(),
    ...budgetWarnings(budgets, notes, NOW).map(({ key }) => aNote(key, { saidAt: NOW, answer: 'dismiss' })),
  ]);

describe('budgets', () => {
  it('are told at each threshold, the highest that was passed', () => {
    expect(told([budget(79.9)])).toEqual([]);
    expect(told([budget(80)])).toEqual(['TB 80 80/100']);
    expect(told([budget(99)])).toEqual(['TB 80 99/100']);
    expect(told([budget(100)])).toEqual(['TB 100 100/100']);
    expect(told([budget(130)])).toEqual(['TB 100 130/100']);
    expect(told([budget(130, 100, { percents: [] })])).toEqual([]);
    expect(told([budget(5, 0)])).toEqual([]);
  });

  it('once a threshold and a budget: one that is agreed anew is told again', () => {
    const notes = noted([budget(85)]);
    expect(told([budget(90)], notes)).toEqual([]);
    expect(told([budget(100)], notes)).toEqual(['TB 100 100/100']);
    expect(told([budget(170, 200)], notes)).toEqual(['TB 80 170/200']);
    expect(told([budget(90, 100, { since: '2026-02-01' })], notes)).toEqual(['TB 80 90/100']);
  });

  it('a correction that takes some back does not make a lower threshold new', () => {
    const notes = noted([budget(104)]);
    expect(told([budget(92)], notes)).toEqual([]);
    expect(told([budget(101)], notes)).toEqual([]);
  });

  it('ours and the provider’s are one warning, of the one that is used up further', () => {
    expect(told([budget(81), budget(95, 100, { from: 'provider' })])).toEqual(['TB 80 95/100']);
    expect(told([budget(50), budget(40, 50, { id: 'APP', name: 'APP' })])).toEqual(['APP 80 40/50']);
  });

  it('of a delivery unit and of its project are two', () => {
    const unit = budget(9, 10, { id: 'unit/TB', name: 'Login', percents: [50, 90] });
    expect(told([budget(85), unit])).toEqual(['TB 80 85/100', 'Login 90 9/10']);
    expect(told([budget(85), unit], noted([budget(85)]))).toEqual(['Login 90 9/10']);
  });

  it('of months are told anew each month, whatever was carried over', () => {
    const february = { month: '2026-02', agreed: 1200 };
    const notes = noted([budget(17, 20, february)]);
    // A late correction of January changes what there is, not what was told.
    expect(told([budget(18, 21, february)], notes)).toEqual([]);
    expect(told([budget(18, 21, { ...february, month: '2026-03' })], notes)).toEqual(['TB 80 18/21']);
  });

  it('all of it is gone where the months before used up this one, too', () => {
    expect(told([budget(0, -3, { agreed: 1200, month: '2026-02' })])).toEqual(['TB 100 0/-3']);
  });
});

it('however time comes and goes, each threshold is told at most once in a period, and the highest passed is told', () => {
  const step = fc.record({
    used: fc.integer({ min: -200, max: 3000 }),
    month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
  });
  const percents = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), percents, (steps, thresholds) => {
      let notes = notesByKey([]);
      const keys: string[] = [];
      const highest = new Map<string, number>();
      for (const { used, month } of steps.toSorted((a, b) => a.month.localeCompare(b.month))) {
        const state = budget(0, 20, { used, month, percents: thresholds });
        const warnings = budgetWarnings([state], notes, NOW);
        for (const { key, percent } of warnings) {
          expect(warningKeys([state])).toContain(key);
          expect(percent).toBeGreaterThan(highest.get(month) ?? 0);
          keys.push(key);
          highest.set(month, percent);
        }
        notes = noted([state], notes);
        const passed = Math.max(0, ...thresholds.filter((one) => used / 12 >= one));
        expect(highest.get(month) ?? 0).toBeGreaterThanOrEqual(passed);
      }
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 100 },
  );
});
