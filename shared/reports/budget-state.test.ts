import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_TERMS } from '../entries/project.ts';
import type { LocalDay } from '../values/local-day.ts';
import { addDays, daysBetween, weekdayOf } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { Budget } from './budget.ts';
import type { Spending } from './budget-state.ts';
import { budgetState } from './budget-state.ts';

const day = (text: string): LocalDay => text as LocalDay;
const HUNDRED_HOURS: Budget = {
  name: 'TB',
  project: 'TB',
  customer: 'Acme Corp',
  minutes: minutes(6000),
  rate: { cents: 15_000, currency: 'EUR' },
  usualRate: null,
  ...USUAL_TERMS,
  tickets: null,
  label: null,
};
const view = (asOf: string) => ({ asOf: day(asOf), workingDays: [1, 2, 3, 4, 5], percents: [80, 100] });

/** So many minutes on each working day. */
const working = (from: string, to: string, each: number): Spending[] =>
  daysBetween(day(from), day(to))
    .filter((date) => weekdayOf(date) <= 5)
    .map((date) => ({ date, minutes: each }));

describe('the money of a budget', () => {
  const spent = [
    { date: day('2026-01-30'), minutes: 120 },
    { date: day('2026-02-02'), minutes: 240 },
  ];
  const unit = (cents: number, currency = 'EUR') => [
    { rate: { cents, currency }, spendings: [{ date: day('2026-02-02'), minutes: 90 }] },
  ];
  const amount = (budget: Partial<Budget>, priced: Parameters<typeof budgetState>[3] = []) =>
    budgetState({ ...HUNDRED_HOURS, ...budget }, spent, view('2026-02-06'), priced).amount;

  it('is its time at its price, and of delivery units at theirs', () => {
    expect(amount({})).toEqual({ cents: 90_000, currency: 'EUR' });
    expect(amount({}, unit(20_000))).toEqual({ cents: 97_500, currency: 'EUR' });
    // Only what the month counts.
    expect(amount({ per: 'month' }, unit(20_000))).toEqual({ cents: 67_500, currency: 'EUR' });
    expect(amount({ per: 'month', from: day('2026-02-03') }, unit(20_000))).toEqual({
      cents: 0,
      currency: 'EUR',
    });
  });

  it('is at the price of its project where it has none of its own', () => {
    const usualRate = { cents: 10_000, currency: 'CHF' };
    expect(amount({ rate: null, usualRate })).toEqual({ cents: 60_000, currency: 'CHF' });
    expect(amount({ usualRate })).toEqual({ cents: 90_000, currency: 'EUR' });
    const left = budgetState({ ...HUNDRED_HOURS, rate: null, usualRate }, spent, view('2026-02-06'));
    expect(left.leftAmount).toEqual({ cents: 940_000, currency: 'CHF' });
  });

  it('is not told where some of the time has no price, or another currency', () => {
    expect(amount({ rate: null })).toBeNull();
    expect(amount({ rate: null }, unit(20_000))).toBeNull();
    expect(amount({}, unit(20_000, 'USD'))).toBeNull();
  });
});

describe('a budget for all', () => {
  it('is used, left, and worth money', () => {
    const state = budgetState(
      HUNDRED_HOURS,
      [{ date: day('2026-01-28'), minutes: 2700 }],
      view('2026-01-28'),
    );
    expect(state).toMatchObject({
      available: 6000,
      used: 2700,
      left: 3300,
      amount: { cents: 675_000, currency: 'EUR' },
    });
    expect(state.meter).toEqual({ label: 'TB', used: 2700, of: 6000, percent: 45, state: 'fine' });
  });

  it('is near from the first warning on, and over when all is used', () => {
    const at = (used: number) =>
      budgetState(HUNDRED_HOURS, [{ date: day('2026-01-28'), minutes: used }], view('2026-01-28')).meter
        .state;
    expect([4799, 4800, 5999, 6000, 7000].map(at)).toEqual(['fine', 'near', 'near', 'over', 'over']);
  });

  it('runs out at the pace of the last four weeks, on working days', () => {
    // Ten working days of six hours: 40 of 100 hours left, so seven more days and the weekend between.
    const state = budgetState(HUNDRED_HOURS, working('2026-02-02', '2026-02-13', 360), view('2026-02-13'));
    expect(state.left).toBe(2400);
    expect(state.runsOut).toBe('2026-02-24');
  });

  it('says since when all of it is used, and sees no end where nothing is spent any more', () => {
    const spent = working('2026-02-02', '2026-02-27', 600);
    expect(budgetState(HUNDRED_HOURS, spent, view('2026-02-27')).runsOut).toBe('2026-02-13');
    expect(
      budgetState(HUNDRED_HOURS, working('2026-01-05', '2026-01-06', 60), view('2026-12-31')).runsOut,
    ).toBeNull();
    expect(budgetState(HUNDRED_HOURS, [], view('2026-02-27'))).toMatchObject({
      used: 0,
      runsOut: null,
      course: [],
    });
  });

  it('without a limit has neither rest nor end', () => {
    const state = budgetState(
      { ...HUNDRED_HOURS, minutes: null, rate: null },
      working('2026-02-02', '2026-02-06', 60),
      view('2026-02-06'),
    );
    expect(state).toMatchObject({ available: null, used: 300, left: null, runsOut: null, amount: null });
  });

  it('leaves out what was before it began and what comes after the day it is looked at', () => {
    const spent = working('2026-01-01', '2026-03-31', 60);
    const state = budgetState({ ...HUNDRED_HOURS, from: day('2026-02-02') }, spent, view('2026-02-06'));
    expect(state.used).toBe(300);
  });
});

describe('a budget for each month', () => {
  const MONTHLY: Budget = { ...HUNDRED_HOURS, per: 'month', minutes: minutes(1200) };
  const spent = [...working('2026-01-05', '2026-01-09', 120), ...working('2026-02-02', '2026-02-06', 60)];

  it('begins anew', () => {
    expect(budgetState(MONTHLY, spent, view('2026-02-06'))).toMatchObject({
      available: 1200,
      used: 300,
      left: 900,
    });
  });

  it('carries over what was left, and what was overdrawn', () => {
    const carried = { ...MONTHLY, rollover: true };
    expect(budgetState(carried, spent, view('2026-02-06'))).toMatchObject({
      available: 1800,
      used: 300,
      left: 1500,
    });
    const overdrawn = budgetState(carried, working('2026-01-05', '2026-01-09', 300), view('2026-02-06'));
    expect(overdrawn).toMatchObject({ available: 900, used: 0, left: 900 });
    expect(budgetState({ ...carried, from: day('2025-11-01') }, spent, view('2026-02-06')).available).toBe(
      4 * 1200 - 600,
    );
  });

  it('does not run out in another month', () => {
    expect(
      budgetState(MONTHLY, working('2026-02-02', '2026-02-27', 30), view('2026-02-27')).runsOut,
    ).toBeNull();
  });
});

it('the course ends at what is used, whatever was spent, and has no more points than can be told apart', () => {
  const spendings = fc
    .uniqueArray(fc.integer({ min: 0, max: 4000 }), { maxLength: 400 })
    .map((days) =>
      days
        .toSorted((a, b) => a - b)
        .map((n): Spending => ({ date: addDays(day('2016-01-01'), n), minutes: 30 })),
    );
  fc.assert(
    fc.property(spendings, (spent) => {
      const { used, course, left } = budgetState(HUNDRED_HOURS, spent, view('2027-12-31'));
      expect(used).toBe(30 * spent.length);
      expect(course.at(-1)?.used ?? 0).toBe(used);
      expect(left).toBe(6000 - used);
      expect(course.length).toBeLessThanOrEqual(140);
    }),
    { numRuns: 30 },
  );
});
