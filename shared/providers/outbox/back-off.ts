/** How long the first wait is, and how long none ever gets. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to wait before a try: twice as long each time, and spread over half of it, so that many who failed together
 * do not come back together.
 * @param tries how many have failed so far, at least one.
 * @param random from 0 up to 1.
 */
export function backOffMs(tries: number, random: number, { firstMs, longestMs }: BackOff): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(0, tries - 1), 30));
  return Math.round(full / 2 + (full / 2) * random);
}
