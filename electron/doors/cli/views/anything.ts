import type { Cell, Paper } from '../paper.ts';

/** The view of an operation that has none of its own: names and values, lists as tables. */
export function anythingView(output: unknown, paper: Paper): string {
  if (Array.isArray(output)) return listView(output, paper);
  if (typeof output === 'object' && output !== null) return recordView(output, paper);
  return paper.paint('plain', scalar(output));
}

function listView(items: readonly unknown[], paper: Paper): string {
  if (items.length === 0) return paper.paint('dim', 'Nothing.');
  const records = items.filter((item) => typeof item === 'object' && item !== null);
  if (records.length < items.length)
    return items.map((item) => `  ${paper.paint('plain', scalar(item))}`).join('\n');
  const columns = Object.keys(records[0] ?? {});
  const head = columns.map((name): Cell => ({ text: name, tone: 'dim' }));
  const rows = records.map((item) =>
    columns.map((name): Cell => {
      const value: unknown = Reflect.get(item, name);
      return { text: scalar(value), right: typeof value === 'number' };
    }),
  );
  return paper.table([head, ...rows]);
}

function recordView(record: object, paper: Paper): string {
  const rows: Cell[][] = Object.entries(record).map(([name, value]) => [
    { text: name, tone: 'dim' },
    { text: scalar(value) },
  ]);
  return paper.table(rows);
}

const scalar = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
