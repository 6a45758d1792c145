/** One line of the benchmark table. */
export interface Measure {
  readonly name: string;
  /** What was measured, with its unit, e.g. `431 ms`. */
  readonly value: string;
  /** What it is compared with, or null where the budget is absolute. */
  readonly against: string | null;
  readonly budget: string;
  /** The measured number over the budget's; up to 1 is within it. */
  readonly share: number;
}

/** The middle of several runs: one that was disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('nothing was measured');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** A measure whose budget is a multiple of something else, measured in the same run. */
export function asRatio(
  name: string,
  ours: number,
  theirs: number,
  most: number,
  show: (value: number) => string,
): Measure {
  const ratio = ours / theirs;
  return {
    name,
    value: show(ours),
    against: `${show(theirs)} (${ratio.toFixed(2)} ×)`,
    budget: `${most} ×`,
    share: ratio / most,
  };
}

/** A measure whose budget is a fixed number in the same unit. */
export function asLimit(name: string, ours: number, most: number, show: (value: number) => string): Measure {
  return { name, value: show(ours), against: null, budget: show(most), share: ours / most };
}

export const ms = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
export const mb = (value: number): string => `${(value / 1024 / 1024).toFixed(0)} MB`;

/** The table in Markdown; the terminal shows the same. */
export function table(measures: readonly Measure[]): string {
  const head = ['what', 'measured', 'against', 'at most', 'verdict'];
  const rows = measures.map((measure) => [
    measure.name,
    measure.value,
    measure.against ?? '–',
    measure.budget,
    measure.share <= 1 ? 'kept' : 'over',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
