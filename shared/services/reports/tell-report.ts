import type { Answer } from '../../reports/report.ts';
import type { Cell, Table } from '../../reports/table.ts';
import type { Translate } from '../../values/translate.ts';

/** Columns whose words are the report's own, and not those of a person or tracker. */
const OWN_WORDS = new Set(['category', 'use', 'qualifies', 'reason', 'stage']);

/** A report in another language: its titles, columns and remarks. What people wrote, and the keys of the documents, stay. */
export const tellAnswer = (answer: Answer, translate: Translate): Answer => ({
  ...answer,
  title: translate(answer.title),
  tables: answer.tables.map((table) => tellTable(table, translate)),
  notes: answer.notes.map(translate),
});

function tellTable(table: Table, translate: Translate): Table {
  const tell = (cell: Cell): Cell => (typeof cell === 'string' ? translate(cell) : cell);
  return {
    ...table,
    title: translate(table.title),
    columns: table.columns.map((column) => ({ ...column, title: translate(column.title) })),
    rows: table.rows.map((row) =>
      row.map((cell, at) => (OWN_WORDS.has(table.columns[at]!.key) ? tell(cell) : cell)),
    ),
    total: table.total === null ? null : table.total.map(tell),
  };
}
