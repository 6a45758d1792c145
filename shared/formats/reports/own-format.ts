import type { Answer } from '../../reports/report.ts';
import type { Cell, Table } from '../../reports/table.ts';
import type { OwnFormat } from '../../settings/report-format-settings.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';

/**
 * A report as a format of somebody's own wants it: fewer tables, fewer columns in another order, other titles. What is not
 * named stays as it is.
 * @throws Problem `usage` where the report has no such table, or none of its tables has such a column.
 */
export function formedAs(answer: Answer, name: string, format: OwnFormat): Answer {
  const titleOf = (key: string, title: string): string => format.titles?.[key] ?? title;
  const main = format.table ?? answer.main;
  const wanted = format.table === undefined ? answer.tables : answer.tables.filter(({ id }) => id === main);
  if (wanted.length === 0)
    throw new Problem(
      'usage',
      said`The format ${name} wants the table "${main}", which this report does not have.`,
      said`It has: ${answer.tables.map(({ id }) => id).join(', ')}.`,
    );
  const known = new Set(wanted.flatMap(({ columns }) => columns.map(({ key }) => key)));
  const unknown = (format.columns ?? []).filter((key) => !known.has(key));
  if (unknown.length > 0)
    throw new Problem(
      'usage',
      said`The format ${name} wants columns this report does not have: ${unknown.join(', ')}.`,
      said`It has: ${[...known].join(', ')}.`,
    );
  return {
    ...answer,
    main,
    tables: wanted.map((table) => {
      const chosen = columnsOf(table, format.columns);
      const cells = (row: readonly Cell[]): Cell[] => chosen.map((at) => row[at] ?? null);
      return {
        ...table,
        // Who asks for a table wants to see it.
        isDetail: format.table === undefined && table.isDetail,
        title: titleOf(table.id, table.title),
        columns: chosen.map((at) => {
          const column = table.columns[at]!;
          return { ...column, title: titleOf(column.key, column.title) };
        }),
        rows: table.rows.map(cells),
        total: table.total === null ? null : cells(table.total),
      };
    }),
  };
}

/** Places of the columns; a table that has none of those wanted keeps its own. */
function columnsOf({ columns }: Table, wanted: readonly string[] | undefined): number[] {
  const places = (wanted ?? []).flatMap((key) => {
    const at = columns.findIndex((column) => column.key === key);
    return at === -1 ? [] : [at];
  });
  return places.length > 0 ? places : columns.map((_, at) => at);
}
