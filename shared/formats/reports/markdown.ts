import type { Column, Table } from '../../reports/table.ts';
import { cellText, isNumeric } from './cell-text.ts';
import { meterText } from './meter-text.ts';
import type { ReportWriter } from './report-file.ts';

/** Tables as GitHub and most others read them. */
export const markdown: ReportWriter = {
  ending: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  write({ answer, hoursPerDay, words }) {
    const parts = [
      `# ${plain(answer.title)}`,
      plain(answer.subject),
      ...answer.tables.filter(({ isDetail }) => !isDetail).flatMap((table) => tableText(table, hoursPerDay)),
      answer.meters.map((meter) => `- ${plain(meterText(meter, words))}`).join('\n'),
      answer.notes.map((note) => `- ${plain(note)}`).join('\n'),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

function tableText(table: Table, hoursPerDay: number): string[] {
  if (table.rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cellsOf = (row: Table['rows'][number]): string[] =>
    table.columns.map(({ kind }, at) => plain(cellText(row[at] ?? null, kind, hoursPerDay)));
  const total =
    table.total === null
      ? []
      : [line(cellsOf(table.total).map((cell) => (cell === '' ? '' : `**${cell}**`)))];
  return [
    `## ${plain(table.title)}`,
    [
      line(table.columns.map(({ title }) => plain(title))),
      line(table.columns.map(({ kind }: Column) => (isNumeric(kind) ? '---:' : '---'))),
      ...table.rows.map((row) => line(cellsOf(row))),
      ...total,
    ].join('\n'),
  ];
}

/** Words of others stay words: no cell, tag, link or emphasis comes of them. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]|~#]/g, '\\$&')
    .replaceAll('<', '&lt;');
