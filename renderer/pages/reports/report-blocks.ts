import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { Cell } from '#shared/reports/table.ts';
import type { BudgetCourse } from '../../components/charts/burn-down.ts';
import type { DayPair } from '../../components/charts/pairs.ts';
import { dayOfNumber, numberOfDay } from '../../components/charts/scale.ts';
import type { DayPart } from '../../components/charts/stack.ts';

export type ReportTable = ReportShape['tables'][number];

/** What is drawn of a table. */
export type ReportChart =
  | { readonly kind: 'stack'; readonly parts: readonly DayPart[]; readonly dates: readonly string[] }
  | {
      readonly kind: 'heat';
      readonly from: string;
      readonly to: string;
      readonly minutes: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'share'; readonly shares: readonly SharePart[] }
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly DayPair[];
      readonly columns: readonly [number, number];
    }
  | { readonly kind: 'burn-down'; readonly name: string; readonly course: BudgetCourse };

export interface SharePart {
  readonly name: string;
  readonly percent: number;
  readonly minutes: number;
  readonly isOpen: boolean;
}

/** Bars in the cells of a column, each as long as its number. */
export interface CellBars {
  readonly column: number;
  /** 0 to 1, row by row. */
  readonly shares: readonly number[];
  /** How much of it is of earlier days, 0 to 1. */
  readonly earlier: readonly number[];
  /** Where what it is measured against stands, 0 to 1; null: nowhere. */
  readonly marks: readonly (number | null)[];
}

export interface Block {
  readonly table: ReportTable;
  readonly chart: ReportChart | null;
  readonly bars: CellBars | null;
}

/** What the drawings need to know besides the report. */
export interface Working {
  readonly targetOf: (date: string) => number;
}

/** Longer than this is drawn as a calendar. */
export const LONGEST_STACK = 21;

/** The tables of a report that hold something, each with what is drawn of it; what is drawn comes first. */
export function blocksOf(report: ReportShape, working: Working): readonly Block[] {
  const blocks = report.tables
    .filter(({ isDetail, rows }) => !isDetail && rows.length > 0)
    .map(withoutEmptyColumns)
    .map((table) => {
      const chart = chartOf(report, table, working);
      return { table, chart, bars: chart === null ? barsOf(table) : null };
    });
  return [...blocks.filter(({ chart }) => chart !== null), ...blocks.filter(({ chart }) => chart === null)];
}

/** A column in which nothing stands says nothing. */
function withoutEmptyColumns(table: ReportTable): ReportTable {
  const isKept = table.columns.map((_, at) => at === 0 || table.rows.some((row) => isSomething(row[at])));
  const kept = <Of>(cells: readonly Of[]): Of[] => cells.filter((_, at) => isKept[at] === true);
  return {
    ...table,
    columns: kept(table.columns),
    rows: table.rows.map(kept),
    total: table.total === null ? null : kept(table.total),
  };
}

const isSomething = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== '';

/** Is there nothing in it at all? */
export const isNothing = ({ tables }: Pick<ReportShape, 'tables'>): boolean =>
  tables.every(({ rows }) => rows.length === 0);

function chartOf(report: ReportShape, table: ReportTable, { targetOf }: Working): ReportChart | null {
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const [date, time, share] = [at('date'), at('time'), at('percentage')];
  if (table.id === 'burndown') return courseOf(report, table);
  if (table.id === 'ledgers' && date >= 0)
    return {
      kind: 'pairs',
      columns: [at('attention'), at('agent')],
      pairs: table.rows.map((row) => ({
        date: textOf(row[date]),
        first: numberOf(row[at('attention')]),
        second: numberOf(row[at('agent')]),
      })),
    };
  if (share >= 0 && time >= 0 && table.total?.[share] === 100)
    return {
      kind: 'share',
      shares: table.rows.map((row) => ({
        name: textOf(row[0]),
        percent: numberOf(row[share]),
        minutes: numberOf(row[time]),
        isOpen: textOf(row[0]) === 'Unclassified',
      })),
    };
  if (table.id === 'by_day' && date >= 0 && time >= 0) return daysOf(report, table, date, time, targetOf);
  return null;
}

function daysOf(
  report: ReportShape,
  table: ReportTable,
  date: number,
  time: number,
  targetOf: (date: string) => number,
): ReportChart {
  const minutes = new Map(table.rows.map((row) => [textOf(row[date]), numberOf(row[time])]));
  const found = [...minutes.keys()].toSorted();
  const { from, to } = shownDays(report.period, found);
  const details = report.tables.find(({ id }) => id === 'details');
  const length = numberOfDay(to) - numberOfDay(from) + 1;
  if (details === undefined || length > LONGEST_STACK) return { kind: 'heat', from, to, minutes };
  const at = (key: string): number => details.columns.findIndex((column) => column.key === key);
  const [day, ticket, long] = [at('date'), at('ticket'), at('time')];
  return {
    kind: 'stack',
    parts: details.rows.map((row) => ({
      date: textOf(row[day]),
      name: row[ticket] === null ? null : textOf(row[ticket]),
      minutes: numberOf(row[long]),
    })),
    // Free days without time say nothing.
    dates: Array.from({ length }, (_, step) => dayOfNumber(numberOfDay(from) + step)).filter(
      (one) => minutes.has(one) || targetOf(one) > 0,
    ),
  };
}

/** Months without anything before the first day that holds time, or behind the last one, are not drawn. */
function shownDays(
  { from, to }: { from: string; to: string },
  found: readonly string[],
): { from: string; to: string } {
  if (numberOfDay(to) - numberOfDay(from) < MONTH_DAYS) return { from, to };
  const first = `${found[0]!.slice(0, 7)}-01`;
  const last = monthEnd(found.at(-1)!);
  return { from: first > from ? first : from, to: last < to ? last : to };
}

const MONTH_DAYS = 31;

function monthEnd(day: string): string {
  const next = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return dayOfNumber(numberOfDay(next.toISOString().slice(0, 10)) - 1);
}

function courseOf(report: ReportShape, table: ReportTable): ReportChart | null {
  const budgets = report.tables.find(({ id }) => id === 'budgets');
  const row = budgets?.rows[0];
  if (budgets === undefined || row === undefined) return null;
  const cellOf = (key: string): Cell =>
    row[budgets.columns.findIndex((column) => column.key === key)] ?? null;
  const available = cellOf('available');
  const runsOut = cellOf('runs_out');
  const asOf = report.data['as_of'];
  const points = table.rows.map(([date, used]) => ({ date: textOf(date), used: numberOf(used) }));
  return {
    kind: 'burn-down',
    name: textOf(cellOf('name')),
    course: {
      points,
      available: typeof available === 'number' ? available : null,
      runsOut: typeof runsOut === 'string' ? runsOut : null,
      asOf: typeof asOf === 'string' ? asOf : (points.at(-1)?.date ?? ''),
    },
  };
}

/** Columns that are worth a bar, what they are measured against, and what of the same was earlier. */
const BARRED: readonly (readonly [key: string, against?: string, earlier?: string])[] = [
  ['time'],
  ['logged', 'estimate', 'earlier'],
  ['cost'],
];

function barsOf(table: ReportTable): CellBars | null {
  if (table.rows.length < 2 || table.total === null) return null;
  for (const [key, against, before] of BARRED) {
    const amounts = (name: string | undefined): number[] => {
      const at = table.columns.findIndex((one) => one.key === name);
      return table.rows.map((row) => Math.max(0, at < 0 ? 0 : amountOf(row[at])));
    };
    const column = table.columns.findIndex((one) => one.key === key);
    if (column < 0) continue;
    const [values, limits, earlier] = [amounts(key), amounts(against), amounts(before)];
    const longest = Math.max(...values.map((value, at) => value + earlier[at]!), ...limits);
    if (longest <= 0) return null;
    return {
      column,
      shares: values.map((value, at) => (value + earlier[at]!) / longest),
      earlier: earlier.map((value) => value / longest),
      marks: limits.map((limit) => (limit > 0 ? limit / longest : null)),
    };
  }
  return null;
}

const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
const amountOf = (cell: Cell | undefined): number =>
  typeof cell === 'object' && cell !== null ? cell.cents : numberOf(cell);
