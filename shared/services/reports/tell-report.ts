import type { Answer } from '../../reports/report.ts';
import { ALL_TIME_WORDS } from '../../reports/report.ts';
import type { Cell, Column, Table } from '../../reports/table.ts';
import { hasOwnWords, isCode } from '../../reports/table.ts';
import { said } from '../../values/said.ts';
import type { Translate } from '../../values/translate.ts';

/** A report in another language: its titles, columns and remarks. What people wrote, and the keys of the documents, stay. */
export const tellAnswer = (
  answer: Answer,
  translate: Translate,
  /** Programs read it: words they know by stay, too. */
  { keepsCodes }: { readonly keepsCodes: boolean },
): Answer => ({
  ...answer,
  title: translate(answer.title),
  subject: answer.subject.replace(new RegExp(`^${ALL_TIME_WORDS}(?= · |$)`), translate),
  tables: answer.tables.map((table) => tellTable(table, translate, keepsCodes)),
  notes: answer.notes.map((note) => tellCounts(translate(note), translate)),
});

function tellTable(table: Table, translate: Translate, keepsCodes: boolean): Table {
  const tell = (cell: Cell): Cell => (typeof cell === 'string' ? translate(cell) : cell);
  const tellIn = (column: Column, cell: Cell): Cell => {
    if (typeof cell !== 'string') return cell;
    if (hasOwnWords(column)) return translate(cell);
    return keepsCodes || !isCode(column, cell) ? cell : tellCode(cell, translate);
  };
  return {
    ...table,
    title: translate(table.title),
    columns: table.columns.map((column) => ({ ...column, title: translate(column.title) })),
    rows: table.rows.map((row) => row.map((cell, at) => tellIn(table.columns[at]!, cell))),
    total: table.total === null ? null : table.total.map(tell),
  };
}

/** What codes are called where they stand alone. */
const CODE_WORDS: Readonly<Record<string, string>> = {
  draft: said`Draft`,
  reviewed: said`Reviewed`,
  submitted: said`Submitted`,
  timer: said`Session`,
  calendar: said`Calendar`,
  git: 'Git',
  ide: said`Editor`,
  agent: said`Agent`,
  manual: said`By hand`,
  unallocated: said`No ticket`,
};

const tellCode = (code: string, translate: Translate): string =>
  Object.hasOwn(CODE_WORDS, code) ? translate(CODE_WORDS[code]!) : tellCounts(code, translate);

/** `3 reviewed, 2 draft`: how many days have come how far. */
const tellCounts = (text: string, translate: Translate): string =>
  text.replaceAll(/\b(\d+) (draft|reviewed|submitted)\b/g, (_, count: string, status: keyof typeof COUNTED) =>
    translate(COUNTED[status]).replace('#', count),
  );

const COUNTED = {
  draft: said`# in draft`,
  reviewed: said`# days reviewed`,
  submitted: said`# days submitted`,
} as const;
