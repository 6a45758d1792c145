import type { Answer } from '../../reports/report.ts';
import type { Cell, Table } from '../../reports/table.ts';
import { hasOwnWords } from '../../reports/table.ts';
import type { Translate } from '../../values/translate.ts';

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
      row.map((cell, at) => (hasOwnWords(table.columns[at]!) ? tell(cell) : cell)),
    ),
    total: table.total === null ? null : table.total.map(tell),
  };
}
