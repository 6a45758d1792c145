import type { Meter, Table } from '../../reports/table.ts';
import { cutTo, displayWidth, isPlain, printable } from '../../values/display-width.ts';
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

/** Lines of one width, as a table has them by the thousand: what is done to one is done to all. */
interface Block {
  readonly lines: readonly string[];
  readonly width: number;
}

const blockOf = (line: string): Block => {
  const clean = printable(line);
  return { lines: [clean], width: displayWidth(clean) };
};

function sectionsOf({ answer, hoursPerDay, width, words }: Written): Block[][] {
  const room = Math.max(NARROWEST, width) - FRAME;
  const shown = answer.tables.filter(({ rows, isDetail }) => rows.length > 0 && !isDetail);
  const tables = shown.map((table) => [
    ...(shown.length > 1 ? [table.title, ''].map(blockOf) : []),
    tableBlock(table, hoursPerDay, room),
  ]);
  return [
    [answer.title.toUpperCase(), answer.subject].map(blockOf),
    ...(shown.length === 0 ? [[blockOf(words.nothing)]] : tables),
    answer.meters.flatMap((meter) => meterLines(meter, room, words)).map(blockOf),
    answer.notes.flatMap((note) => wrapped(note, room)).map(blockOf),
  ].filter((section) => section.length > 0);
}

function boxed(sections: readonly Block[][], most: number): string {
  const room = most - FRAME;
  const fitting = sections.map((section) =>
    section.flatMap((block) =>
      block.width <= room ? block : block.lines.map((line) => blockOf(cutTo(line, room))),
    ),
  );
  const widest = fitting.flat().reduce((most, { width }) => Math.max(most, width), NARROWEST_TEXT);
  const edge = (left: string, right: string): string => `${left}${'─'.repeat(widest + 4)}${right}`;
  const framed = ({ lines, width }: Block): string => {
    const end = `${' '.repeat(widest - width)}  │`;
    return lines.map((line) => `│  ${line}${end}`).join('\n');
  };
  const body = fitting.map((section) => section.map(framed).join('\n')).join(`\n${edge('├', '┤')}\n`);
  return [edge('┌', '┐'), body, edge('└', '┘')].join('\n');
}

/** Column by column: what the cells of one have in common is looked at once. */
function tableBlock(table: Table, hoursPerDay: number, room: number): Block {
  const { rows, total } = table;
  const all = total === null ? rows : [...rows, total];
  // Loops, where most processes write one report and end: a function called for each cell takes twice as long there.
  const columns = table.columns.map(({ title, kind }, at) => {
    const texts = [title];
    for (const row of all) texts.push(cellText(row[at] ?? null, kind, hoursPerDay));
    return cellsOf(texts);
  });
  const widths = fitted(
    columns.map(({ widest }) => widest),
    table,
    room,
  );
  const filled = columns.map((cells, at) => filledTo(widths[at]!, cells, isNumeric(table.columns[at]!.kind)));
  const width = widths.reduce((sum, one) => sum + one, GUTTER.length * (widths.length - 1));
  const [first = [], ...others] = filled;
  const lines = [...first];
  for (const cells of others)
    for (let row = 0; row < lines.length; row += 1) lines[row] += GUTTER + cells[row]!;
  const rule = '─'.repeat(width);
  lines.splice(1, 0, rule);
  if (total !== null) lines.splice(-1, 0, rule);
  return { lines, width };
}

/** The cells of a column, its header first. */
interface Cells {
  readonly texts: readonly string[];
  /** Each letter takes one column, so a text is as wide as it is long. */
  readonly arePlain: boolean;
  readonly widest: number;
}

function cellsOf(given: readonly string[]): Cells {
  const arePlain = isPlain(given.join(''));
  const texts = arePlain ? given : given.map(printable);
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, arePlain ? text.length : displayWidth(text));
  return within({ texts, arePlain, widest }, WIDEST_CELL);
}

/** What does not fit in is cut, and says so. */
const within = (cells: Cells, room: number): Cells =>
  cells.widest <= room
    ? cells
    : { ...cells, texts: cells.texts.map((text) => cutTo(text, room)), widest: room };

function filledTo(width: number, cells: Cells, isRight: boolean): readonly string[] {
  const { texts, arePlain } = within(cells, width);
  if (arePlain) return texts.map(isRight ? (text) => text.padStart(width) : (text) => text.padEnd(width));
  return texts.map((text) => {
    const rest = ' '.repeat(width - displayWidth(text));
    return isRight ? rest + text : text + rest;
  });
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
