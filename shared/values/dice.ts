/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Dice {
  /** From 0 up to 1. */
  readonly random: () => number;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly happens: (chance: number) => boolean;
  /** One of them; there is at least one. */
  readonly pick: <T>(some: readonly T[]) => T;
}

/** @param seed any whole number. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    random,
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    happens: (chance) => random() < chance,
    pick: (some) => some[Math.floor(random() * some.length)]!,
  };
}
