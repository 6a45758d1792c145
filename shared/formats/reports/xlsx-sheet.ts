import type { Cell, Column, ColumnKind, Table } from '../../reports/table.ts';
import { styleOf } from './xlsx-styles.ts';

/**
 * A table as a sheet: the first line stays in sight and can be filtered. An amount has its currency beside it.
 * @param currency what that column is called.
 */
export function sheetXml(table: Table, currency: string): string {
  const columns = table.columns.flatMap((column, at) => parted(column, at, currency));
  const lines = [
    rowXml(
      1,
      columns.map(({ title }) => textXml(title, 'text', true)),
    ),
    ...table.rows.map((row, at) => rowXml(at + 2, cellsOf(row, table, false))),
    ...(table.total === null ? [] : [rowXml(table.rows.length + 2, cellsOf(table.total, table, true))]),
  ];
  const last = `${letters(columns.length)}${table.rows.length + 1}`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(table, column)}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
  );
}

interface Part extends Column {
  /** Place of the column it is of. */
  readonly at: number;
}

/** Money takes two columns, so that the amount is a bare number. */
function parted(column: Column, at: number, currency: string): Part[] {
  const own = { ...column, at };
  return column.kind === 'money' ? [own, { ...own, kind: 'text', title: currency }] : [own];
}

function cellsOf(row: readonly Cell[], { columns }: Table, isBold: boolean): string[] {
  return columns.flatMap(({ kind }, at) => {
    const cell = row[at] ?? null;
    if (kind !== 'money') return [cellXml(cell, kind, isBold)];
    const money = typeof cell === 'object' ? cell : null;
    return [cellXml(money, kind, isBold), cellXml(money?.currency ?? null, 'text', isBold)];
  });
}

/** A row; cells stand in their order, so none needs a name. */
const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

function cellXml(cell: Cell, kind: ColumnKind, isBold: boolean): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'object') return numberXml(cell.cents / 100, styleOf(cell, kind, isBold));
  if (typeof cell === 'string') {
    const day = kind === 'date' ? dayNumber(cell) : null;
    return day === null ? textXml(cell, 'text', isBold) : numberXml(day, styleOf(cell, kind, isBold));
  }
  const value =
    kind === 'minutes' || kind === 'estimate' ? cell / 1440 : kind === 'percent' ? cell / 100 : cell;
  return numberXml(value, styleOf(cell, kind, isBold));
}

const numberXml = (value: number, style: number): string => `<c s="${style}"><v>${value}</v></c>`;

/** Kept in the cell itself: a word can never be taken for a formula. */
const textXml = (text: string, kind: ColumnKind, isBold: boolean): string =>
  `<c s="${styleOf(text, kind, isBold)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const MS_OF_DAY = 86_400_000;
/** Days of a workbook are counted from here (1900 was no leap year, but is taken for one). */
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** Null for what is no date: the word `Total`. */
const dayNumber = (day: string): number | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? (Date.parse(day) - FIRST_DAY) / MS_OF_DAY : null;

/** Longer texts do not fit into a cell. */
const LONGEST = 32_000;

function xmlText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** 1 → `A`, 28 → `AB`. */
function letters(number: number): string {
  const rest = (number - 1) % 26;
  const head = number > 26 ? letters((number - 1 - rest) / 26) : '';
  return head + String.fromCharCode(65 + rest);
}

function widthOf({ rows }: Table, { kind, title, at }: Part): number {
  if (kind !== 'text') return Math.max(12, title.length + 2);
  const longest = rows.reduce((most, row) => {
    const cell = row[at];
    return typeof cell === 'string' ? Math.max(most, cell.length) : most;
  }, title.length);
  return Math.min(60, longest + 2);
}
