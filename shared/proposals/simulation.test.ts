import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import type { DayEvidence } from './derive-day.ts';
import { deriveDay } from './derive-day.ts';
import { plainRule } from './plain-rule.ts';
import type { Habits, SimulatedDay } from './simulated-day.ts';
import { simulateDay } from './simulated-day.ts';

const RULES = derivationRules(defaultSettings());
const DAYS = 200;
/** Thousands of days are derived; how long that takes says nothing about the program. */
const PATIENCE = { timeout: 60_000 };

type Sums = ReadonlyMap<string, number>;

const fused = (day: SimulatedDay, rules: DerivationRules, without: Partial<DayEvidence> = {}): Sums => {
  const evidence = { ...day.evidence, now: day.evidence.day.end, ...without };
  const sums = new Map<string, number>();
  for (const { ticket, minutes } of deriveDay(evidence, [], rules).proposals) {
    sums.set(ticket ?? '', (sums.get(ticket ?? '') ?? 0) + minutes);
  }
  return sums;
};

/** Mean absolute error in minutes, per ticket and day. Time without a ticket is a question to the person, not an answer. */
function errorOf(days: readonly SimulatedDay[], told: (day: SimulatedDay) => Sums): number {
  let sum = 0;
  let count = 0;
  for (const day of days) {
    const sums = told(day);
    for (const ticket of new Set([...day.truth.keys(), ...sums.keys()])) {
      if (ticket === '') continue;
      sum += Math.abs((sums.get(ticket) ?? 0) - (day.truth.get(ticket) ?? 0));
      count += 1;
    }
  }
  return sum / count;
}

const month = (habits: Habits): SimulatedDay[] =>
  Array.from({ length: DAYS }, (_, seed) => simulateDay(seed + 1, habits));

const plainError = (days: readonly SimulatedDay[]): number =>
  // git-hours assumes two hours before a first commit; without them it does better here, so it is given the better of both.
  Math.min(...[0, 30, 120].map((first) => errorOf(days, (day) => plainRule(day.evidence.commits, first))));

const OFF: Readonly<Record<string, Partial<DayEvidence>>> = {
  'without presence': { presence: [] },
  'without the reflog': { checkouts: [] },
  'without calendar': { events: [] },
  'without editors': { beats: [], marks: [] },
  'without agents': { runs: [] },
  'git and presence only': { events: [], beats: [], marks: [], runs: [] },
  'git only': { presence: [], events: [], beats: [], marks: [], runs: [] },
};

const inMinutes = (value: number): string => `${value.toFixed(1)} min`;

function report(title: string, days: readonly SimulatedDay[], rules: DerivationRules): number {
  const plain = plainError(days);
  const all = errorOf(days, (day) => fused(day, rules));
  const lines = Object.entries(OFF).map(
    ([name, without]) => `${name} ${inMinutes(errorOf(days, (day) => fused(day, rules, without)))}`,
  );
  console.log(
    [
      `${title}: error per ticket and day`,
      `plain rule ${inMinutes(plain)}`,
      `fused ${inMinutes(all)}`,
      ...lines,
    ].join('\n  '),
  );
  return all / plain;
}

describe('simulated days', () => {
  it('are the same for the same seed, and differ otherwise', () => {
    expect(simulateDay(7, { branches: 'ticket' }).truth).toEqual(
      simulateDay(7, { branches: 'ticket' }).truth,
    );
    expect(simulateDay(7, { branches: 'ticket' }).truth).not.toEqual(
      simulateDay(8, { branches: 'ticket' }).truth,
    );
  });

  it(
    'with a branch for every ticket: fusion is at most a third as far from the truth as the plain rule',
    PATIENCE,
    () => {
      expect(
        report('Ticket branches, default settings', month({ branches: 'ticket' }), RULES),
      ).toBeLessThanOrEqual(1 / 3);
    },
  );

  it('on one branch, crediting commits with the time before them: at most half', PATIENCE, () => {
    const days = month({ branches: 'one' });
    expect(report('One branch, credit before', days, { ...RULES, credit: 'before' })).toBeLessThanOrEqual(
      1 / 2,
    );
    // The default, beside it and honestly.
    const after = report('One branch, credit after (default)', days, RULES);
    expect(after).toBeGreaterThan(0);
  });
});
