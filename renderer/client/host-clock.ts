/** How far the host's clock is from this machine's, in ms: only made-up data has one of its own. */
let shift = 0;
const listeners = new Set<() => void>();

/** Sets this window's clock by the host's. @param now RFC 3339. */
export function followHostClock(now: string): void {
  shift = Date.parse(now) - Date.now();
  for (const listener of listeners) listener();
}

/** Now, as the host has it; epoch milliseconds. */
export const hostNow = (): number => Date.now() + shift;

/** Tells when the clock was set. Returns the way to stop listening. */
export function onHostClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
