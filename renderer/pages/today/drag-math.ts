/** A stretch of time in epoch milliseconds, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which part of a block is held: all of it, or one of its ends. */
export type Grip = 'move' | 'start' | 'end';

/** What a drag keeps to. */
export interface Bounds {
  /** The local day, from midnight to midnight: 23, 24 or 25 hours. */
  readonly day: Span;
  /** Edges of other things that the pointer may catch; looked at where they are nearer than the grid. */
  readonly edges: readonly number[];
  /** The grid, counted from local midnight; ms. */
  readonly step: number;
}

const MINUTE_MS = 60_000;
/** The grid of a drag, and the fine one while Alt is held; a step of a key. */
export const STEP_MS = 5 * MINUTE_MS;
export const FINE_STEP_MS = MINUTE_MS;
/** A block cannot be made shorter by dragging. */
export const SHORTEST_MS = 5 * MINUTE_MS;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The point of the grid, or the edge of a neighbour, that is nearest. */
export function snap(at: number, { day, edges, step }: Bounds): number {
  const onGrid = day.start + Math.round((at - day.start) / step) * step;
  return edges.reduce((best, edge) => (Math.abs(edge - at) < Math.abs(best - at) ? edge : best), onGrid);
}

/**
 * Where a stretch is once it was dragged by `delta` milliseconds. Moved, it keeps its length, and the end that is nearer
 * to something snaps; resized, the other end stays. It never leaves its day and never turns around.
 */
export function dragged(grip: Grip, from: Span, delta: number, bounds: Bounds): Span {
  const { day } = bounds;
  if (grip === 'move') {
    const length = from.end - from.start;
    const byStart = snap(from.start + delta, bounds);
    // Only edges pull at the far end: the grid is kept by the start alone.
    const byEnd = bounds.edges.reduce<number | null>((best, edge) => {
      const off = Math.abs(edge - (from.end + delta));
      return off <= Math.abs(byStart - (from.start + delta)) &&
        (best === null || off < Math.abs(best - (from.end + delta)))
        ? edge
        : best;
    }, null);
    const start = clamp(byEnd === null ? byStart : byEnd - length, day.start, day.end - length);
    return { start, end: start + length };
  }
  // What is shorter already may stay as short as it is.
  const shortest = Math.min(SHORTEST_MS, from.end - from.start);
  return grip === 'start'
    ? { start: clamp(snap(from.start + delta, bounds), day.start, from.end - shortest), end: from.end }
    : { start: from.start, end: clamp(snap(from.end + delta, bounds), from.start + shortest, day.end) };
}

/** A stretch drawn from one point to another, in either direction; null while it is shorter than a step. */
export function drawn(from: number, to: number, bounds: Bounds): Span | null {
  const { day } = bounds;
  const a = clamp(snap(from, bounds), day.start, day.end);
  const b = clamp(snap(to, bounds), day.start, day.end);
  const span = { start: Math.min(a, b), end: Math.max(a, b) };
  return span.end - span.start < bounds.step ? null : span;
}

/** A stretch moved or resized by one press of a key, `by` milliseconds; on the grid from the first press on. */
export function nudged(grip: Grip, from: Span, by: number, day: Span): Span {
  const step = Math.abs(by);
  const held = grip === 'end' ? from.end : from.start;
  const off = held - day.start;
  // The next point of the grid in that direction, so that 09:13 goes to 09:15 and not to 09:18.
  const onGrid = by > 0 ? Math.floor(off / step) * step + step : Math.ceil(off / step) * step - step;
  return dragged(grip, from, day.start + onGrid - held, { day, edges: [], step });
}

/** A stretch for something that has only a length, put at a point of the day. */
export function placed(at: number, length: number, bounds: Bounds): Span {
  const { day } = bounds;
  const fits = Math.min(length, day.end - day.start);
  const start = clamp(snap(at, bounds), day.start, day.end - fits);
  return { start, end: start + fits };
}

/** What two stretches share; null when they only touch or are apart. */
export function shared(a: Span, b: Span): Span | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}
