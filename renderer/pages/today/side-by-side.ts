/** A stretch on the timeline, in hours since local midnight: a day of 25 hours ends at 25. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where a stretch stands among those whose times overlap: column `column` of `columns`. */
export interface Columns {
  readonly column: number;
  readonly columns: number;
}

/** Gives overlapping stretches columns of their own, as a calendar does. */
export function sideBySide<T extends Stretch>(stretches: readonly T[]): (T & Columns)[] {
  const sorted = stretches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const out: (T & Columns)[] = [];
  let cluster: (T & { column: number })[] = [];
  let end = -Infinity;
  const close = () => {
    const columns = Math.max(0, ...cluster.map((block) => block.column + 1));
    out.push(...cluster.map((block) => ({ ...block, columns })));
    cluster = [];
  };
  for (const stretch of sorted) {
    if (stretch.from >= end) close();
    let column = 0;
    while (cluster.some((other) => other.column === column && other.to > stretch.from)) column += 1;
    cluster.push({ ...stretch, column });
    end = Math.max(cluster.length === 1 ? -Infinity : end, stretch.to);
  }
  close();
  return out;
}
