import type { Meter, Table } from '../../reports/table.ts';
import { cutTo, displayWidth, printable } from '../../values/display-width.ts';
import { cellText, isNumeric } from './cell-text.ts';
import { meterText } from './meter-text.ts';
import type { ReportWriter, WriterWords, Written } from './report-file.ts';

/** A box for the terminal (document 1, `/time-report`), as wide as what stands in it and no wider than there is room. */
export const text: ReportWriter = {
  ending: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  write: (report) => `${boxed(sectionsOf(report), Math.max(NARROWEST, report.width))}\n`,
};

const NARROWEST = 40;
const GUTTER = '  ';
/** What the box itself takes of a line. */
const FRAME = 6;
/** No cell of words takes more. */
const WIDEST_CELL = 60;

function sectionsOf({ answer, hoursPerDay, width, words }: Written): string[][] {
  const room = Math.max(NARROWEST, width) - FRAME;
  const shown = answer.tables.filter(({ rows, isDetail }) => rows.length > 0 && !isDetail);
  const tables = shown.map((table) => [
    ...(shown.length > 1 ? [table.title, ''] : []),
    ...tableLines(table, hoursPerDay, room),
  ]);
  const empty = shown.length === 0 ? [[words.nothing]] : [];
  return [
    [answer.title.toUpperCase(), answer.subject],
    ...tables,
    ...empty,
    answer.meters.flatMap((meter) => meterLines(meter, room, words)),
    answer.notes.flatMap((note) => wrapped(note, room)),
  ].filter((section) => section.length > 0);
}

function boxed(sections: readonly string[][], most: number): string {
  const lines = sections.map((section) => section.map((line) => cutTo(printable(line), most - FRAME)));
  const inner = Math.max(...lines.flat().map(displayWidth), 24) + 4;
  const edge = (left: string, right: string): string => `${left}${'─'.repeat(inner)}${right}`;
  const line = (content: string): string =>
    `│  ${content}${' '.repeat(Math.max(0, inner - 4 - displayWidth(content)))}  │`;
  const body = lines.map((section) => section.map(line).join('\n')).join(`\n${edge('├', '┤')}\n`);
  return [edge('┌', '┐'), body, edge('└', '┘')].join('\n');
}

function tableLines(table: Table, hoursPerDay: number, room: number): string[] {
  const cells = (row: readonly Parameters<typeof cellText>[0][]): string[] =>
    table.columns.map(({ kind }, at) =>
      cutTo(printable(cellText(row[at] ?? null, kind, hoursPerDay)), WIDEST_CELL),
    );
  const rows = table.rows.map(cells);
  const total = table.total === null ? [] : [cells(table.total)];
  const header = table.columns.map(({ title }) => title);
  const widths = fitted(
    table.columns.map((_, at) =>
      Math.max(...[header, ...rows, ...total].map((row) => displayWidth(row[at]!))),
    ),
    table,
    room,
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const fit = cutTo(cell, widths[at]!);
        const pad = ' '.repeat(Math.max(0, widths[at]! - displayWidth(fit)));
        return isNumeric(table.columns[at]!.kind) ? pad + fit : fit + pad;
      })
      .join(GUTTER)
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width, GUTTER.length * (widths.length - 1)));
  return [
    lineOf(header),
    rule,
    ...rows.map(lineOf),
    ...(total.length === 0 ? [] : [rule, ...total.map(lineOf)]),
  ];
}

/** Where there is no room for all, the widest columns of words give way; numbers never do. */
function fitted(widths: readonly number[], { columns }: Table, room: number): number[] {
  const out = [...widths];
  const needed = (): number => out.reduce((sum, width) => sum + width, GUTTER.length * (out.length - 1));
  while (needed() > room) {
    const widest = out
      .map((width, at) => ({ width, at }))
      .filter(({ at, width }) => columns[at]!.kind === 'text' && width > 8)
      .toSorted((a, b) => b.width - a.width)[0];
    if (widest === undefined) break;
    out[widest.at]! -= Math.min(widest.width - 8, needed() - room);
  }
  return out;
}

/** Cells a bar has at most. */
const BAR = 54;

function meterLines(meter: Meter, room: number, words: WriterWords): string[] {
  if (meter.of === null) return [meterText(meter, words)];
  const cells = Math.min(BAR, room - 8);
  const full = Math.max(0, Math.min(cells, Math.round((cells * (meter.percent ?? 0)) / 100)));
  return [
    meterText(meter, words),
    `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${(meter.percent ?? 0).toFixed(0)}%`,
  ];
}

function wrapped(sentence: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].filter((one) => one !== '');
}
