// Waiting for conditions, never for time.

/** Between two looks at a condition that cannot tell us by itself when it changed. */
const LOOK_EVERY_MS = 40;

/** The same for what takes a minute and is asked of a program that must be started for it. */
export const SELDOM_MS = 1000;

/**
 * Looks until `condition` gives something other than null, false or undefined.
 * @throws Error that names what was waited for, after `patience` milliseconds.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  patience = 15_000,
  lookEvery = LOOK_EVERY_MS,
): Promise<NonNullable<T>> {
  const end = performance.now() + patience;
  let last: unknown = null;
  for (;;) {
    try {
      const found = await condition();
      if (found !== null && found !== undefined && found !== false) return found;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`waited ${patience} ms for ${what}, in vain`, { cause: last ?? undefined });
    }
    await new Promise((again) => setTimeout(again, lookEvery));
  }
}
