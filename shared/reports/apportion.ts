/**
 * Whole numbers for exact ones, so that they add up: each is rounded down, and what is missing of the total goes, one
 * each, to those that lost most (largest remainder; the first of equals). Parts may be negative, as corrections are.
 * @param total what the parts must add up to; not less than the sum of the parts rounded down.
 */
export function settle(exact: readonly number[], total: number): number[] {
  const whole = exact.map((part) => Math.floor(part));
  const missing = total - whole.reduce((sum, part) => sum + part, 0);
  const byLoss = exact
    .map((part, at) => ({ at, loss: part - Math.floor(part) }))
    .toSorted((a, b) => b.loss - a.loss || a.at - b.at);
  for (let given = 0; given < missing && byLoss.length > 0; given += 1)
    whole[byLoss[given % byLoss.length]!.at]! += 1;
  return whole;
}

/** Shares of a whole in percent with one decimal, which add up to 100.0; all 0 where there is no whole. */
export function percentages(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  return settle(
    parts.map((part) => (1000 * part) / whole),
    1000,
  ).map((tenths) => tenths / 10);
}

/** Minutes in hundredths of an hour, exactly. */
const hundredths = (minutes: number): number => (minutes * 5) / 3;

/** Minutes as hours with at most two decimals. */
export const hoursOf = (minutes: number): number => Math.round(hundredths(minutes)) / 100;

/** Minutes of parts as hours that add up to the hours of the whole. @param whole hours of the whole, as `hoursOf` or this gave them. */
export function hoursAddingUpTo(whole: number, parts: readonly number[]): number[] {
  return settle(parts.map(hundredths), Math.round(whole * 100)).map((part) => part / 100);
}

/** What a part is of a whole in percent, to one decimal; null where there is no whole. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
