import type { Cell, Column, Table } from '../../reports/table.ts';
import { hoursOf } from '../../reports/apportion.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import type { ReportWriter, Spelling, Written } from './report-file.ts';

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
    const { spelling = {} } = report;
    const { separator = ',' } = spelling;
    const lines = [
      table.columns.flatMap((column) => headersOf(column, spelling)),
      ...table.rows.map((row) =>
        table.columns.flatMap((column, at) => fieldsOf(row[at] ?? null, column, spelling)),
      ),
    ];
    const text = lines.map((line) => line.map((field) => quoted(field, separator)).join(separator));
    return `${report.bom ? '\uFEFF' : ''}${text.join('\r\n')}\r\n`;
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

/** A header is the key of its column, or what somebody calls it. */
function headersOf({ key, kind }: Column, { time = 'both', titles }: Spelling): string[] {
  const named = titles?.[key];
  const name = harmless(named ?? key);
  if (kind === 'minutes' || kind === 'estimate') {
    if (time === 'both') return [`${name}_minutes`, `${name}_hours`];
    return [named === undefined && time !== 'clock' ? `${name}_${time}` : name];
  }
  return kind === 'money' ? [name, `${name}_currency`] : [name];
}

function fieldsOf(cell: Cell, { kind }: Column, { time = 'both', decimal = '.' }: Spelling): string[] {
  const number = (text: string): string => (decimal === '.' ? text : text.replace('.', decimal));
  if (kind === 'minutes' || kind === 'estimate') {
    if (typeof cell !== 'number') return time === 'both' ? ['', ''] : [''];
    const hours = number(String(hoursOf(cell)));
    if (time === 'both') return [String(cell), hours];
    return [time === 'minutes' ? String(cell) : time === 'hours' ? hours : clockOf(cell)];
  }
  if (kind === 'money')
    return cell !== null && typeof cell === 'object'
      ? [number((cell.cents / 100).toFixed(2)), cell.currency]
      : ['', ''];
  if (typeof cell === 'string') return [harmless(cell)];
  return [typeof cell === 'number' ? number(String(cell)) : ''];
}

/** `150` → `2:30`; hours never roll into days. */
const clockOf = (minutes: number): string =>
  `${minutes < 0 ? '-' : ''}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;

/**
 * Words of others never become a formula: a spreadsheet takes what begins like one for one, whatever the quotes
 * around it (OWASP "CSV Injection"). An apostrophe in front makes it text.
 */
const harmless = (text: string): string =>
  /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;

const quoted = (field: string, separator: string): string =>
  /["\r\n]/.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field;
