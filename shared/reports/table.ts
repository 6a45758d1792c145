import type { Minutes } from '../values/minutes.ts';

/**
 * Columns as data: a report says once what its columns are called and what kind of thing stands in them; every format,
 * the window and the command line write them as they write such things.
 */
export type ColumnKind =
  | 'text'
  /** A date, `2026-02-10`. */
  | 'date'
  /** Minutes, written `8h00m`. */
  | 'minutes'
  /** Minutes, written as estimates are: `2d4h`. */
  | 'estimate'
  | 'count'
  /** A number of percent: 60.5. */
  | 'percent'
  | 'money';

/** An amount in hundredths of its currency. */
export interface Money {
  readonly cents: number;
  readonly currency: string;
}

/** Null: nothing stands there. */
export type Cell = string | number | Money | null;

export interface Column {
  /** The name programs know it by; the key of its header in other languages. */
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last line; null: there is nothing to add up. */
  readonly total: readonly Cell[] | null;
  /** For files that are worked on further; left out where people read at a glance. */
  readonly isDetail: boolean;
}

const OWN_WORDS: ReadonlySet<string> = new Set(['category', 'use', 'qualifies', 'reason', 'stage']);

/** Are the words in a column the report's own, to be told in other languages? Else they are a person's or a tracker's. */
export const hasOwnWords = ({ key }: Pick<Column, 'key'>): boolean => OWN_WORDS.has(key);

const CODES: { readonly [key: string]: RegExp } = {
  status: /^(\d+ )?(draft|reviewed|submitted)(, \d+ (draft|reviewed|submitted))*$/,
  source: /^(timer|calendar|git|ide|agent|manual)$/,
  ticket: /^unallocated$/,
};

/** Is it a word of ours in a column that also holds words of others? Programs know it as it is; people are told it in theirs. */
export const isCode = ({ key }: Pick<Column, 'key'>, text: string): boolean =>
  CODES[key]?.test(text) ?? false;

/** A column, and where its cells come from. */
export interface ColumnOf<Row> extends Column {
  readonly of: (row: Row) => Cell;
  /** What stands in the last line; left out: nothing. */
  readonly total?: Cell;
}

/** How full something is. */
export interface Meter {
  readonly label: string;
  readonly used: Minutes;
  /** Null: there is no limit. */
  readonly of: Minutes | null;
  readonly percent: number | null;
  readonly state: 'fine' | 'near' | 'over';
}

/** Makes a table of rows; it has a last line when some column has a total. */
export function tableOf<Row>(
  id: string,
  title: string,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): Table {
  const readers = columns.map(({ of }) => of);
  const hasTotal = rows.length > 0 && columns.some(({ total }) => total !== undefined);
  return {
    id,
    title,
    columns: columns.map(({ key, title: header, kind }) => ({ key, title: header, kind })),
    rows: rows.map((row) => readers.map((of) => of(row))),
    total: hasTotal ? columns.map(({ total }) => total ?? null) : null,
    isDetail: false,
  };
}

/** The same, for files that are worked on further. */
export const detailOf = (table: Table): Table => ({ ...table, isDetail: true });

/** Something that has a sum of minutes. */
export const sumOf = (rows: readonly { readonly minutes: number }[]): Minutes =>
  rows.reduce((sum, row) => sum + row.minutes, 0) as Minutes;
