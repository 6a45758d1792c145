import type { Minutes } from '../values/minutes.ts';
import { minutes } from '../values/minutes.ts';

/**
 * Rounds minutes to the nearest multiple of `step`; a tie goes up (design §2 Git, rule 5).
 * Negative minutes are corrections and round like what they take back, away from zero on a tie: `-8` undoes what `8`
 * became.
 * @param step whole minutes, at least 1.
 */
export function roundNearest(raw: Minutes, step: Minutes): Minutes {
  if (step < 1) throw new RangeError(`cannot round to ${step} minutes`);
  const steps = Math.floor(Math.abs(raw) / step + 0.5);
  return minutes(raw < 0 ? -steps * step : steps * step);
}

/**
 * Rounds every part so that together they are the rounded sum (design §2 Git, `roundingMode: "sum-preserving"`):
 * all are rounded down, and the steps that are then missing go to those with the largest remainder. Equal remainders
 * are served in the order given.
 * @param step whole minutes, at least 1.
 */
export function roundSumPreserving(raws: readonly Minutes[], step: Minutes): Minutes[] {
  const sum = minutes(raws.reduce<number>((total, raw) => total + raw, 0));
  const down = raws.map((raw) => Math.floor(raw / step) * step);
  const missing = (roundNearest(sum, step) - down.reduce((total, part) => total + part, 0)) / step;
  const luckiest = raws.map((raw, index) => ({ index, remainder: raw - down[index]! }));
  luckiest.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const lifted = new Set(luckiest.slice(0, missing).map(({ index }) => index));
  return down.map((part, index) => minutes(lifted.has(index) ? part + step : part));
}
