import type { Cell, Column, Table } from '../../reports/table.ts';
import { hoursOf } from '../../reports/apportion.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ReportWriter, Written } from './report-file.ts';

/**
 * One table as RFC 4180: commas, CRLF, quotes where they are needed. Minutes stand as minutes and as hours, money beside
 * its currency, so that a program adds up without reading words. The last line of the table is left out: it would be
 * added up too.
 */
export const csv: ReportWriter = {
  ending: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write(report) {
    const table = tableWanted(report);
    const lines = [
      table.columns.flatMap(headersOf),
      ...table.rows.map((row) => table.columns.flatMap((column, at) => fieldsOf(row[at] ?? null, column))),
    ];
    return `${report.bom ? '\uFEFF' : ''}${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
  },
};

/** @throws Problem `usage` where the report has no such table. */
function tableWanted({ answer, table }: Written): Table {
  const found = answer.tables.find(({ id }) => id === (table ?? answer.main));
  if (found !== undefined) return found;
  const known = answer.tables.map(({ id }) => id).join(', ');
  throw new Problem(
    'usage',
    said`This report has no table "${table ?? answer.main}".`,
    said`One of: ${known}.`,
  );
}

function headersOf({ key, kind }: Column): string[] {
  if (kind === 'minutes' || kind === 'estimate') return [`${key}_minutes`, `${key}_hours`];
  return kind === 'money' ? [key, `${key}_currency`] : [key];
}

function fieldsOf(cell: Cell, { kind }: Column): string[] {
  if (kind === 'minutes' || kind === 'estimate')
    return typeof cell === 'number' ? [String(cell), String(hoursOf(cell))] : ['', ''];
  if (kind === 'money')
    return cell !== null && typeof cell === 'object'
      ? [(cell.cents / 100).toFixed(2), cell.currency]
      : ['', ''];
  if (typeof cell === 'string') return [harmless(cell)];
  return [typeof cell === 'number' ? String(cell) : ''];
}

/**
 * Words of others never become a formula: a spreadsheet takes what begins like one for one, whatever the quotes
 * around it (OWASP "CSV Injection"). An apostrophe in front makes it text.
 */
const harmless = (text: string): string =>
  /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
