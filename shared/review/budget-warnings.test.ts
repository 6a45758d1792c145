import { describe, expect, it } from 'vitest';
import type { BudgetState } from './budget-warnings.ts';
import { budgetWarnings } from './budget-warnings.ts';
import { notesByKey } from './prompt.ts';
import { aNote, when } from './sample-prompts.ts';

const NOW = when('2026-02-10T10:00:00Z');
const budget = (used: number, of = 100, given: Partial<BudgetState> = {}): BudgetState => ({
  project: 'TB',
  name: 'Tracker',
  from: 'local',
  used: used * 60,
  of: of * 60,
  ...given,
});
const told = (budgets: BudgetState[], percents = [80, 100], notes = notesByKey([])) =>
  budgetWarnings(budgets, percents, notes, NOW).map(
    ({ project, percent, used, of }) => `${project} ${percent} ${used / 60}/${of / 60}`,
  );

describe('budgets', () => {
  it('are told at each threshold, the highest that was passed', () => {
    expect(told([budget(79.9)])).toEqual([]);
    expect(told([budget(80)])).toEqual(['TB 80 80/100']);
    expect(told([budget(99)])).toEqual(['TB 80 99/100']);
    expect(told([budget(100)])).toEqual(['TB 100 100/100']);
    expect(told([budget(130)])).toEqual(['TB 100 130/100']);
    expect(told([budget(130)], [])).toEqual([]);
    expect(told([budget(5, 0)])).toEqual([]);
  });

  it('once a threshold and a budget: one that is agreed anew is told again', () => {
    const [first] = budgetWarnings([budget(85)], [80, 100], new Map(), NOW);
    const notes = notesByKey([aNote(first!.key, { answer: 'dismiss' })]);
    expect(told([budget(90)], [80, 100], notes)).toEqual([]);
    expect(told([budget(100)], [80, 100], notes)).toEqual(['TB 100 100/100']);
    expect(told([budget(170, 200)], [80, 100], notes)).toEqual(['TB 80 170/200']);
  });

  it('ours and the provider’s are one warning, of the one that is used up further', () => {
    expect(told([budget(81), budget(95, 100, { from: 'provider' })])).toEqual(['TB 80 95/100']);
    expect(told([budget(50), budget(40, 50, { project: 'APP' })])).toEqual(['APP 80 40/50']);
  });
});
