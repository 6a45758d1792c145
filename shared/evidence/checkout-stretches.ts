import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { earliest, latest } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { compareTexts } from '../values/order.ts';
import type { Checkout } from './commit.ts';

/** While this lasted, that branch was checked out. */
export interface BranchStretch extends Interval {
  readonly branch: string | null;
}

/**
 * What was checked out when within the day, by repository; stretches of one repository are sorted and do not overlap.
 * Where the reflog claims two things at once the later checkout wins, and the earlier one goes on after it.
 */
export function branchStretches(
  checkouts: readonly Checkout[],
  day: Interval,
): ReadonlyMap<Id, readonly BranchStretch[]> {
  const lasting = checkouts.filter((checkout) => checkout.until === null || checkout.until > checkout.at);
  const byRepository = new Map<Id, Checkout[]>();
  for (const checkout of lasting) {
    const those = byRepository.get(checkout.repository);
    if (those) those.push(checkout);
    else byRepository.set(checkout.repository, [checkout]);
  }
  return new Map([...byRepository].map(([repository, those]) => [repository, layOut(those, day)]));
}

/** The newest checkout lies on top of a pile; `advance` writes down what is on top up to an instant. */
function layOut(checkouts: readonly Checkout[], day: Interval): BranchStretch[] {
  const out: BranchStretch[] = [];
  const pile: { end: Instant; branch: string | null }[] = [];
  let here = day.start;
  const advance = (to: Instant): void => {
    for (let top = pile.at(-1); top && here < to; top = pile.at(-1)) {
      const end = earliest(top.end, to);
      if (end > here) out.push({ start: here, end, branch: top.branch });
      here = latest(here, end);
      if (top.end <= here) pile.pop();
    }
    here = latest(here, to);
  };
  for (const checkout of checkouts.toSorted(byTime)) {
    advance(earliest(checkout.at, day.end));
    pile.push({ end: earliest(checkout.until ?? day.end, day.end), branch: checkout.branch });
  }
  advance(day.end);
  return out;
}

/** By start; of two that start together the one known for less long is the more exact one and lies on top. */
const byTime = (a: Checkout, b: Checkout): number =>
  a.at - b.at || knownFor(b) - knownFor(a) || compareTexts(a.branch ?? '', b.branch ?? '');

const knownFor = (checkout: Checkout): number => (checkout.until ?? Number.MAX_SAFE_INTEGER) - checkout.at;
