import type { Entry } from '../entries/entry.ts';
import type { DayStatus } from './day.ts';

/** One entry that is changed so that a cell of the week has the minutes that were typed. */
export type CellStep =
  | { readonly what: 'edit'; readonly entry: Entry; readonly minutes: number }
  | { readonly what: 'delete'; readonly entry: Entry }
  /** A new entry by hand, with words of the person's. */
  | { readonly what: 'add'; readonly minutes: number }
  /** Appended to a submitted day; `of` null: to the day, for nothing on the ticket was submitted. */
  | { readonly what: 'correct'; readonly of: Entry | null; readonly minutes: number };

/** What a number typed into a cell means; `choose`: only the person knows which of the entries is to be shorter. */
export type CellPlan =
  { readonly kind: 'steps'; readonly steps: readonly CellStep[] } | { readonly kind: 'choose' };

/**
 * What it means that a cell of the week, a ticket on a day, is to have so many minutes. Only entries of that cell
 * change, and afterwards they add up to what was typed:
 * - one entry: it becomes that long, or is deleted for 0;
 * - more than there is: the one entry typed without clock times grows, else a new one is made by hand for the difference,
 *   with a description: evidence is never made longer than it is where several things share a cell;
 * - less: taken from what was typed by hand, the newest first; where that is not enough the person chooses; 0 deletes all;
 * - on a submitted day: corrections, each of an entry that has the minutes left, by hand first.
 * @param entries of the cell, without deleted ones; corrections among them.
 * @param wanted whole minutes, not negative.
 */
export function planCell(entries: readonly Entry[], status: DayStatus, wanted: number): CellPlan {
  const difference = wanted - sum(entries);
  if (difference === 0) return steps();
  const own = entries.filter((entry) => entry.correction === null);
  if (status === 'submitted') return steps(...corrected(own, entries, difference));
  const [first, ...others] = own;
  if (first === undefined) return steps({ what: 'add', minutes: difference });
  if (others.length === 0) return steps(changed(first, first.minutes + difference));
  if (wanted === 0) return steps(...own.map((entry) => changed(entry, 0)));
  return difference > 0 ? grown(own, difference) : shrunk(own, -difference);
}

/** Whether words are wanted before it can be done, and which. */
export function wordsFor(plan: CellPlan): 'description' | 'reason' | null {
  if (plan.kind === 'choose') return null;
  if (plan.steps.some(({ what }) => what === 'correct')) return 'reason';
  return plan.steps.some(({ what }) => what === 'add') ? 'description' : null;
}

const steps = (...all: CellStep[]): CellPlan => ({ kind: 'steps', steps: all });

const changed = (entry: Entry, minutes: number): CellStep =>
  minutes === 0 ? { what: 'delete', entry } : { what: 'edit', entry, minutes };

function grown(own: readonly Entry[], more: number): CellPlan {
  const [typed, ...others] = own.filter((entry) => isTyped(entry) && entry.startedAt === null);
  return typed !== undefined && others.length === 0
    ? steps(changed(typed, typed.minutes + more))
    : steps({ what: 'add', minutes: more });
}

function shrunk(own: readonly Entry[], less: number): CellPlan {
  const taken = takeFrom(own.filter(isTyped), (entry) => entry.minutes, less);
  if (taken === null) return { kind: 'choose' };
  return steps(...taken.map(({ entry, minutes }) => changed(entry, entry.minutes - minutes)));
}

function corrected(own: readonly Entry[], all: readonly Entry[], difference: number): CellStep[] {
  const left = (entry: Entry): number =>
    entry.minutes + sum(all.filter((one) => one.correction?.of === entry.id));
  if (difference > 0) {
    // To the longest: it is what a customer knows the work by.
    const longest = own.toSorted((a, b) => left(b) - left(a) || byAge(b, a))[0] ?? null;
    return [{ what: 'correct', of: longest, minutes: difference }];
  }
  const taken = takeFrom(own, left, -difference);
  if (taken === null) return [{ what: 'correct', of: null, minutes: difference }];
  return taken.map(({ entry, minutes }) => ({ what: 'correct', of: entry, minutes: -minutes }));
}

/** Takes minutes from what was typed by hand first, the newest first, then from the longest; null: there is too little. */
function takeFrom(
  entries: readonly Entry[],
  left: (entry: Entry) => number,
  wanted: number,
): { entry: Entry; minutes: number }[] | null {
  const taken: { entry: Entry; minutes: number }[] = [];
  let open = wanted;
  const order = (a: Entry, b: Entry): number =>
    Number(isTyped(b)) - Number(isTyped(a)) || (isTyped(a) ? 0 : left(b) - left(a)) || byAge(b, a);
  for (const entry of entries.toSorted(order)) {
    const minutes = Math.min(open, left(entry));
    if (minutes <= 0) continue;
    taken.push({ entry, minutes });
    open -= minutes;
  }
  return open === 0 ? taken : null;
}

const isTyped = ({ source }: Entry): boolean => source === 'manual';

const byAge = (a: Entry, b: Entry): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

const sum = (entries: readonly Entry[]): number => entries.reduce((total, { minutes }) => total + minutes, 0);
