/** A point on the UTC time line: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __instant: unique symbol };

/** Makes an instant of epoch milliseconds; fractions are cut. */
export function instant(epochMs: number): Instant {
  if (!Number.isFinite(epochMs)) throw new RangeError(`not an instant: ${epochMs}`);
  return Math.trunc(epochMs) as Instant;
}

const RFC_3339 = /^(\d{4}-\d{2}-)(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** Days every month has; later ones must be looked at, which takes time where there are a million instants. */
const SHORTEST_MONTH = 28;

/** Reads RFC 3339 / ISO 8601 with an offset or `Z`; null when it is not one, or names a day the month lacks. */
export function parseInstant(text: string): Instant | null {
  const match = RFC_3339.exec(text);
  if (!match) return null;
  const dayOfMonth = Number(match[2]);
  if (dayOfMonth > SHORTEST_MONTH) {
    // Date.parse silently makes March of 30 February.
    const midnight = Date.parse(`${match[1]}${match[2]}T00:00Z`);
    if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== dayOfMonth) return null;
  }
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (ms as Instant);
}

/** `2026-02-10T08:15:00.000Z`. */
export function formatInstant(at: Instant): string {
  return new Date(at).toISOString();
}

export const plusMs = (at: Instant, ms: number): Instant => instant(at + ms);
export const plusMinutes = (at: Instant, minutes: number): Instant => instant(at + minutes * 60_000);

/** The first of them; at least one is given. */
export const earliest = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((a, b) => (b < a ? b : a), first);
/** The last of them; at least one is given. */
export const latest = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((a, b) => (b > a ? b : a), first);
