import Papa from 'papaparse';
import { said } from '../../values/said.ts';
import type { Skipped } from '../time-record.ts';

export interface CsvRow {
  /** `line 2`: as a text editor counts where no cell holds a line end. */
  readonly place: string;
  /** A cell by its header, without blanks around it; empty where the row is shorter. */
  readonly cell: (header: string) => string;
}

export interface Csv {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly skipped: readonly Skipped[];
}

/** Reads a table with a line of headers; the delimiter is found out (comma, semicolon, tab). Headers are compared without case. */
export function readCsv(text: string): Csv {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [headers = [], ...rows] = data;
  const at = new Map(headers.map((header, index) => [header.trim().toLowerCase(), index]));
  return {
    headers: headers.map((header) => header.trim()),
    rows: rows.map((row, index) => ({
      place: `line ${index + 2}`,
      cell: (header) => row[at.get(header.toLowerCase()) ?? -1]?.trim() ?? '',
    })),
    skipped: errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row }) => ({ place: `line ${(row ?? 0) + 1}`, reason: said`a quotation mark is missing` })),
  };
}

/** Writes a table as RFC 4180 asks (commas, CRLF). What a spreadsheet would take for a formula is written as text. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    { fields: [...headers], data: rows.map((row) => [...row]) },
    // Amounts may be negative; everything else that begins like a formula gets an apostrophe.
    { escapeFormulae: /^(?:[=+@\t\r]|-(?!\d+(?:[.:,]\d+)*$))/ },
  );
  return `${text}\r\n`;
}
