import type { Cell, Meter, Table } from '../../reports/table.ts';
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
/** A box is no narrower, whatever stands in it. */
const NARROWEST_TEXT = 24;
const GUTTER = '  ';
/** What the box itself takes of a line. */
const FRAME = 6;
/** No cell of words takes more. */
const WIDEST_CELL = 60;

function sectionsOf({ answer, hoursPerDay, width, words }: Written): Piece[][] {
  const room = Math.max(NARROWEST, width) - FRAME;
  const shown = answer.tables.filter(({ rows, isDetail }) => rows.length > 0 && !isDetail);
  const plain = (lines: readonly string[]): Piece[] => lines.map((line) => pieceOf(printable(line)));
  const tables = shown.map((table) => [
    ...(shown.length > 1 ? plain([table.title, '']) : []),
    ...tableLines(table, hoursPerDay, room),
  ]);
  return [
    plain([answer.title.toUpperCase(), answer.subject]),
    ...(shown.length === 0 ? [plain([words.nothing])] : tables),
    plain(answer.meters.flatMap((meter) => meterLines(meter, room, words))),
    plain(answer.notes.flatMap((note) => wrapped(note, room))),
  ].filter((section) => section.length > 0);
}

function boxed(sections: readonly Piece[][], most: number): string {
  const room = most - FRAME;
  const fitting = sections.map((section) =>
    section.map((piece) => (piece.width <= room ? piece : pieceOf(cutTo(piece.text, room)))),
  );
  const widest = fitting.reduce(
    (wide, section) => section.reduce((most, { width }) => Math.max(most, width), wide),
    NARROWEST_TEXT,
  );
  const edge = (left: string, right: string): string => `${left}${'─'.repeat(widest + 4)}${right}`;
  const line = ({ text, width }: Piece): string => `│  ${text}${' '.repeat(widest - width)}  │`;
  const body = fitting.map((section) => section.map(line).join('\n')).join(`\n${edge('├', '┤')}\n`);
  return [edge('┌', '┐'), body, edge('└', '┘')].join('\n');
}

/** A text, and the columns it takes: reckoned once, for there may be thousands. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

const pieceOf = (text: string): Piece => ({ text, width: displayWidth(text) });

function tableLines(table: Table, hoursPerDay: number, room: number): Piece[] {
  const isRight = table.columns.map(({ kind }) => isNumeric(kind));
  const cells = (row: readonly Cell[]): Piece[] =>
    table.columns.map(({ kind }, at) => {
      const piece = pieceOf(printable(cellText(row[at] ?? null, kind, hoursPerDay)));
      return piece.width <= WIDEST_CELL ? piece : pieceOf(cutTo(piece.text, WIDEST_CELL));
    });
  const rows = table.rows.map(cells);
  const total = table.total === null ? [] : [cells(table.total)];
  const header = table.columns.map(({ title }) => pieceOf(printable(title)));
  const all = [header, ...rows, ...total];
  const widths = fitted(
    table.columns.map((_, at) => all.reduce((most, row) => Math.max(most, row[at]!.width), 0)),
    table,
    room,
  );
  const width = widths.reduce((sum, one) => sum + one, GUTTER.length * (widths.length - 1));
  const lineOf = (row: readonly Piece[]): Piece => {
    let text = '';
    for (const [at, cell] of row.entries()) {
      const wide = widths[at]!;
      const fit = cell.width <= wide ? cell : pieceOf(cutTo(cell.text, wide));
      const pad = ' '.repeat(wide - fit.width);
      text += `${at === 0 ? '' : GUTTER}${isRight[at]! ? pad + fit.text : fit.text + pad}`;
    }
    return { text, width };
  };
  const rule = { text: '─'.repeat(width), width };
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
