import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { Cell, ColumnKind } from '#shared/reports/table.ts';
import type { ReportTable } from './report-blocks.ts';

/** The few numbers that matter most. */
export interface Figure {
  readonly key: string;
  /** A word of ours, or the title of the report's column. */
  readonly word: FigureWord | null;
  readonly title: string;
  readonly cell: Cell;
  readonly kind: ColumnKind;
}

export type FigureWord =
  'tickets' | 'noTicket' | 'share' | 'review' | 'people' | 'accuracy' | 'estimate' | 'days';

type Find = (report: ReportShape) => Figure | null;

/** Which numbers a report leads with; one that is not named here leads with the sums of its main table. */
const LEADING: Readonly<Record<string, readonly Find[]>> = {
  timesheet: [
    total('by_day', 'time'),
    count('days', 'by_day'),
    count('tickets', 'by_ticket', (row) => row[0] !== 'unallocated'),
    ofRow('noTicket', 'by_ticket', 'time', (row) => row[0] === 'unallocated'),
  ],
  rd: [
    sum('share', 'by_category', 'percentage', (row) => row[1] === 'yes'),
    total('by_category', 'time'),
    count('tickets', 'by_ticket', (row) => row[2] !== 'unallocated'),
    count('review', 'needs_review'),
  ],
  sprint: [
    total('tickets', 'logged'),
    total('tickets', 'estimate'),
    total('tickets', 'remaining'),
    accuracy('tickets'),
  ],
  summary: [
    count('tickets', 'tickets'),
    total('tickets', 'estimate'),
    total('tickets', 'logged'),
    total('tickets', 'remaining'),
  ],
  utilisation: [...[0, 1, 2, 3].map((row) => shareOf('breakdown', row)), total('breakdown', 'time')],
  project: [total('people', 'time'), total('people', 'sessions'), count('people', 'people')],
  ticket: [total('people', 'time'), meterLimit, count('people', 'people')],
  budget: ['available', 'used', 'left', 'percentage', 'runs_out'].map((column) => onlyRow('budgets', column)),
  customer: [total('units', 'time'), first('contingent', 'sold'), first('contingent', 'left')],
  'agent-cost': [
    total('by_day', 'cost'),
    total('by_day', 'output'),
    total('ledgers', 'attention'),
    total('ledgers', 'agent'),
  ],
};

/** The leading numbers of a report that holds something. */
export function figuresOf(report: ReportShape): readonly Figure[] {
  const finds = LEADING[report.report];
  if (finds !== undefined) return finds.flatMap((find) => find(report) ?? []);
  const main = tableOf(report, report.main) ?? report.tables.find(({ total: line }) => line !== null);
  return main === undefined
    ? []
    : main.columns
        .flatMap(({ key }, at) => (at === 0 ? [] : (total(main.id, key)(report) ?? [])))
        .slice(0, 4);
}

const tableOf = ({ tables }: ReportShape, id: string): ReportTable | undefined =>
  tables.find((table) => table.id === id && table.rows.length > 0);

function of(
  table: ReportTable,
  column: string,
  cell: Cell | undefined,
  word: FigureWord | null = null,
): Figure | null {
  const found = table.columns.find(({ key }) => key === column);
  return found === undefined || cell === undefined || cell === null
    ? null
    : { key: `${table.id} ${column} ${word ?? ''}`, word, title: found.title, cell, kind: found.kind };
}

const columnOf = (table: ReportTable, column: string): number =>
  table.columns.findIndex(({ key }) => key === column);

/** What stands in the last line of a table. */
function total(id: string, column: string): Find {
  return (report) => {
    const table = tableOf(report, id);
    return table === undefined ? null : of(table, column, table.total?.[columnOf(table, column)]);
  };
}

/** How many rows, and how many of a kind. */
function count(word: FigureWord, id: string, isMeant: (row: readonly Cell[]) => boolean = () => true): Find {
  return (report) => {
    const rows = tableOf(report, id)?.rows.filter(isMeant).length ?? 0;
    return rows === 0 ? null : { key: `${id} ${word}`, word, title: '', cell: rows, kind: 'count' };
  };
}

function ofRow(
  word: FigureWord,
  id: string,
  column: string,
  isMeant: (row: readonly Cell[]) => boolean,
): Find {
  return (report) => {
    const table = tableOf(report, id);
    const row = table?.rows.find(isMeant);
    return table === undefined || row === undefined
      ? null
      : of(table, column, row[columnOf(table, column)], word);
  };
}

function sum(word: FigureWord, id: string, column: string, isMeant: (row: readonly Cell[]) => boolean): Find {
  return (report) => {
    const table = tableOf(report, id);
    if (table === undefined) return null;
    const at = columnOf(table, column);
    const tenths = table.rows
      .filter(isMeant)
      .reduce((all, row) => all + Math.round(10 * (typeof row[at] === 'number' ? row[at] : 0)), 0);
    return of(table, column, tenths / 10, word);
  };
}

/** A part of a whole, by the name its row has; nothing is left out. */
function shareOf(id: string, row: number): Find {
  return (report) => {
    const table = tableOf(report, id);
    const cells = table?.rows[row];
    if (table === undefined || cells === undefined) return null;
    const figure = of(table, 'percentage', cells[columnOf(table, 'percentage')]);
    const name = cells[0];
    return figure === null || typeof name !== 'string' || figure.cell === 0
      ? null
      : { ...figure, key: `${id} ${row}`, title: name };
  };
}

function first(id: string, column: string): Find {
  return (report) => {
    const table = tableOf(report, id);
    return table === undefined
      ? null
      : of(table, column, (table.total ?? table.rows[0])?.[columnOf(table, column)]);
  };
}

/** Of a table with one row, or whose first row is what was asked for. */
function onlyRow(id: string, column: string): Find {
  return (report) => {
    const table = tableOf(report, id);
    if (table === undefined || (table.rows.length > 1 && tableOf(report, 'burndown') === undefined))
      return null;
    return of(table, column, table.rows[0]?.[columnOf(table, column)]);
  };
}

function accuracy(id: string): Find {
  return (report) => {
    const table = tableOf(report, id);
    const [estimate, logged] = ['estimate', 'logged'].map((column) =>
      table === undefined ? null : table.total?.[columnOf(table, column)],
    );
    if (typeof estimate !== 'number' || typeof logged !== 'number' || estimate === 0) return null;
    const percent = Math.round((1000 * logged) / estimate) / 10;
    return { key: `${id} accuracy`, word: 'accuracy', title: '', cell: percent, kind: 'percent' };
  };
}

function meterLimit({ meters }: ReportShape): Figure | null {
  const limit = meters[0]?.of ?? null;
  return limit === null
    ? null
    : { key: 'estimate', word: 'estimate', title: '', cell: limit, kind: 'estimate' };
}
