import type { Instant } from './instant.ts';

/** Half-open stretch of time: `start` belongs to it, `end` does not. `end >= start`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** Length in milliseconds. */
export const lengthMs = (i: Interval): number => i.end - i.start;
/** Nothing is in it. */
export const isEmpty = (i: Interval): boolean => i.end <= i.start;
/** Is the instant in the half-open interval? */
export const contains = (i: Interval, at: Instant): boolean => i.start <= at && at < i.end;

/** What both have in common, or null when they only touch or are apart. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? { start, end } : null;
}

/** Sorted, without overlap or touching neighbours, covering exactly what the given intervals cover. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => !isEmpty(i)).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const out: Interval[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last && next.start <= last.end) {
      if (next.end > last.end) out[out.length - 1] = { start: last.start, end: next.end };
    } else {
      out.push({ start: next.start, end: next.end });
    }
  }
  return out;
}

/** What of `from` is not covered by `taken`; sorted, without overlap. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const cuts = union(taken);
  const out: Interval[] = [];
  let first = 0;
  for (const piece of union(from)) {
    while (first < cuts.length && cuts[first]!.end <= piece.start) first += 1;
    let start = piece.start;
    for (let c = first; c < cuts.length && cuts[c]!.start < piece.end; c += 1) {
      const cut = cuts[c]!;
      if (cut.start > start) out.push({ start, end: cut.start });
      if (cut.end > start) start = cut.end;
    }
    if (start < piece.end) out.push({ start, end: piece.end });
  }
  return out;
}

/** What of `intervals` lies within `within`; sorted, without overlap. */
export function clip(intervals: readonly Interval[], within: readonly Interval[]): Interval[] {
  const bounds = union(within);
  const out: Interval[] = [];
  let first = 0;
  for (const piece of union(intervals)) {
    while (first < bounds.length && bounds[first]!.end <= piece.start) first += 1;
    for (let b = first; b < bounds.length && bounds[b]!.start < piece.end; b += 1) {
      const common = intersect(piece, bounds[b]!);
      if (common) out.push(common);
    }
  }
  return out;
}

/** Milliseconds covered by at least one of the intervals. */
export function coveredMs(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, i) => sum + lengthMs(i), 0);
}
