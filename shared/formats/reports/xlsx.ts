import type { Cell, Column, Table } from '../../reports/table.ts';
import { Temporal } from 'temporal-polyfill';
import type { ReportWriter } from './report-file.ts';

/**
 * A workbook with a sheet for each table. Numbers are numbers: a duration is a part of a day shown as `[h]:mm`, so that
 * it adds up, a share is a fraction shown in percent, money an amount; dates are dates.
 */
export const xlsx: ReportWriter = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write({ answer }) {
    // Loaded only for who wants one.
    const { default: writeWorkbook } = await import('write-excel-file/universal');
    const tables = answer.tables.filter(({ rows }) => rows.length > 0);
    const sheets = tables.length === 0 ? answer.tables.slice(0, 1) : tables;
    const names = sheetNames(sheets);
    const book = writeWorkbook(
      sheets.map((table, at) => ({
        sheet: names[at]!,
        data: [
          table.columns.map(({ title, kind }) => ({
            value: title,
            fontWeight: 'bold' as const,
            align: alignOf(kind),
          })),
          ...table.rows.map((row) => row.map((cell, index) => cellOf(cell, table.columns[index]!, false))),
          ...(table.total === null
            ? []
            : [table.total.map((cell, index) => cellOf(cell, table.columns[index]!, true))]),
        ],
        columns: table.columns.map((column, index) => ({ width: widthOf(table, column, index) })),
        stickyRowsCount: 1,
      })),
    );
    const file: { arrayBuffer(): Promise<ArrayBuffer> } = await book.toBlob();
    return new Uint8Array(await file.arrayBuffer());
  },
};

const MINUTES_OF_DAY = 1440;

function cellOf(cell: Cell, { kind }: Column, isTotal: boolean) {
  const font = isTotal ? { fontWeight: 'bold' as const } : {};
  if (cell === null) return null;
  if (typeof cell === 'object')
    return { value: cell.cents / 100, type: Number, format: `#,##0.00 "${cell.currency}"`, ...font };
  if (typeof cell === 'string') {
    const date = kind === 'date' ? /^\d{4}-\d{2}-\d{2}$/.exec(cell) : null;
    return date === null
      ? { value: cell, type: String, ...font }
      : { value: dateOf(cell), type: Date, format: 'yyyy-mm-dd', ...font };
  }
  if (kind === 'minutes' || kind === 'estimate')
    return { value: cell / MINUTES_OF_DAY, type: Number, format: '[h]:mm', ...font };
  if (kind === 'percent') return { value: cell / 100, type: Number, format: '0.0%', ...font };
  return { value: cell, type: Number, format: '#,##0', ...font };
}

/** Midnight in UTC, which is what a workbook takes for the day itself. */
const dateOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds);

const alignOf = (kind: Column['kind']) =>
  kind === 'text' || kind === 'date' ? ('left' as const) : ('right' as const);

function widthOf({ rows }: Table, { kind, title }: Column, at: number): number {
  if (kind !== 'text') return Math.max(12, title.length + 2);
  const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), title.length);
  return Math.min(60, longest + 2);
}

/** At most 31 characters, without those a workbook forbids, each once. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ title }) => {
    const base =
      title
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .trim()
        .slice(0, 28) || 'Sheet';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
