import type { LocalDay } from '../values/local-day.ts';
import { addDays, daysBetween, weekdayOf } from '../values/local-day.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';
import { percentOf } from './apportion.ts';
import type { Budget } from './budget.ts';
import { priceOf } from './budget.ts';
import type { Meter, Money } from './table.ts';
import { sumOf } from './table.ts';

/** Time spent on a day. */
export interface Spending {
  readonly date: LocalDay;
  readonly minutes: number;
}

/** Time of a budget that has another price: that of a delivery unit within a project. */
export interface Priced {
  readonly rate: Money;
  readonly spendings: readonly Spending[];
}

/** How a budget stands on a day. */
export interface BudgetState {
  readonly budget: Budget;
  /** All there is to use: what is sold, and what was carried over; null: no limit. */
  readonly available: Minutes | null;
  readonly used: Minutes;
  readonly left: Minutes | null;
  readonly meter: Meter;
  /** Price of what was used; null where some of it has none, or where it is in more than one currency. */
  readonly amount: Money | null;
  /** What is left, at the budget's own price. */
  readonly leftAmount: Money | null;
  /** The day it is used up, or was, at the pace of the last four weeks; null: not in sight. */
  readonly runsOut: LocalDay | null;
  /** What had been used at the end of days, the oldest first. */
  readonly course: readonly {
    readonly date: LocalDay;
    readonly used: Minutes;
    readonly left: Minutes | null;
  }[];
}

export interface BudgetView {
  /** The day it is looked at. */
  readonly asOf: LocalDay;
  readonly workingDays: readonly number[];
  /** Warnings, the smallest first. */
  readonly percents: readonly number[];
}

/**
 * @param spendings of the budget, by day, the oldest first.
 * @param priced what of them has a price of its own.
 */
export function budgetState(
  budget: Budget,
  spendings: readonly Spending[],
  view: BudgetView,
  priced: readonly Priced[] = [],
): BudgetState {
  const { asOf } = view;
  const isCounted = ({ date }: Spending): boolean =>
    date <= asOf && (budget.from === null || date >= budget.from);
  const monthStart = `${asOf.slice(0, 7)}-01` as LocalDay;
  const isCurrent = ({ date }: Spending): boolean => budget.per !== 'month' || date >= monthStart;
  const counted = spendings.filter(isCounted);
  const current = counted.filter(isCurrent);
  const price = priceOf(budget);
  const used = sumOf(current);
  const available = availableOf(budget, counted, asOf);
  const left = available === null ? null : minutes(available - used);
  return {
    budget,
    available,
    used,
    left,
    meter: meterOf(budget.name, used, available, budget.percents ?? view.percents),
    amount: amountOf(
      used,
      price,
      priced.map(({ rate, spendings: its }) => ({
        rate,
        minutes: sumOf(its.filter((one) => isCounted(one) && isCurrent(one))),
      })),
    ),
    leftAmount: price === null || left === null ? null : costOf(left, price),
    runsOut: available === null ? null : runsOut(current, counted, available, budget, view),
    course: courseOf(current, available),
  };
}

const costOf = (time: number, rate: Money): Money => ({
  ...rate,
  cents: Math.round((rate.cents * time) / 60),
});

/** Each part of the time at its price, as an invoice has it. */
function amountOf(
  used: Minutes,
  price: Money | null,
  apart: readonly { readonly rate: Money; readonly minutes: Minutes }[],
): Money | null {
  const parts = [...apart, { rate: price, minutes: used - sumOf(apart) }].filter(
    ({ minutes: time }) => time !== 0,
  );
  const currency = (price ?? parts[0]?.rate)?.currency;
  if (currency === undefined) return null;
  let cents = 0;
  for (const { rate, minutes: time } of parts) {
    if (rate?.currency !== currency) return null;
    cents += costOf(time, rate).cents;
  }
  return { cents, currency };
}

/** How full it is: `near` from the first percentage that is worth a warning, `over` when all is used. */
export function meterOf(
  label: string,
  used: Minutes,
  of: Minutes | null,
  percents: readonly number[],
): Meter {
  const percent = of === null ? null : percentOf(used, of);
  const near = percents[0] ?? 100;
  return {
    label,
    used,
    of,
    percent,
    state: of === null || used < (of * near) / 100 ? 'fine' : used >= of ? 'over' : 'near',
  };
}

/** What there is to use; with carrying over, what the months before left or overdrew. */
function availableOf(budget: Budget, counted: readonly Spending[], asOf: LocalDay): Minutes | null {
  if (budget.minutes === null) return null;
  if (budget.per !== 'month' || !budget.rollover) return budget.minutes;
  const start = budget.from ?? counted[0]?.date ?? asOf;
  const months = monthNumber(asOf) - monthNumber(start);
  const before = sumOf(counted.filter(({ date }) => date < `${asOf.slice(0, 7)}-01`));
  return minutes(budget.minutes * (Math.max(0, months) + 1) - before);
}

const monthNumber = (day: LocalDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The pace is that of so many days back. */
const PACE_DAYS = 28;
/** Nobody plans further. */
const FARTHEST_DAYS = 1830;

function runsOut(
  current: readonly Spending[],
  counted: readonly Spending[],
  available: number,
  budget: Budget,
  { asOf, workingDays }: BudgetView,
): LocalDay | null {
  let sum = 0;
  for (const { date, minutes: time } of current) {
    sum += time;
    if (sum >= available) return date;
  }
  const first = counted[0]?.date;
  if (first === undefined) return null;
  const from = [first, addDays(asOf, 1 - PACE_DAYS)].toSorted().at(-1)!;
  const isWorking = (day: LocalDay): boolean =>
    workingDays.length === 0 || workingDays.includes(weekdayOf(day));
  const days = daysBetween(from, asOf).filter(isWorking).length;
  const pace = sumOf(counted.filter(({ date }) => date >= from)) / Math.max(1, days);
  if (pace <= 0) return null;
  for (let ahead = 1; ahead <= FARTHEST_DAYS; ahead += 1) {
    const day = addDays(asOf, ahead);
    if (budget.per === 'month' && day.slice(0, 7) !== asOf.slice(0, 7)) return null;
    if (isWorking(day)) sum += pace;
    if (sum >= available) return day;
  }
  return null;
}

const MS_OF_DAY = 86_400_000;
/** More points than this are no longer told apart: then by week, then by month. */
const MOST_POINTS = 60;

function courseOf(current: readonly Spending[], available: Minutes | null): BudgetState['course'] {
  const ends = [
    (day: LocalDay): string => day,
    // Weeks counted from a Monday long ago: years of days are gone through.
    (day: LocalDay): string => String(Math.floor((Date.parse(day) / MS_OF_DAY + 3) / 7)),
    (day: LocalDay): string => day.slice(0, 7),
  ];
  const groupOf =
    ends.find((one) => new Set(current.map(({ date }) => one(date))).size <= MOST_POINTS) ?? ends[2]!;
  const points = new Map<string, { date: LocalDay; used: Minutes; left: Minutes | null }>();
  let used = 0;
  for (const { date, minutes: time } of current) {
    used += time;
    points.set(groupOf(date), {
      date,
      used: minutes(used),
      left: available === null ? null : minutes(available - used),
    });
  }
  return [...points.values()];
}
