import type { Meter, Table } from '../../reports/table.ts';
import type { Printed } from '../../values/display-width.ts';
import { cutTo, displayWidth, isPlain, printable, printed } from '../../values/display-width.ts';
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

function sectionsOf({ answer, hoursPerDay, width, words }: Written): Printed[][] {
  const room = Math.max(NARROWEST, width) - FRAME;
  const shown = answer.tables.filter(({ rows, isDetail }) => rows.length > 0 && !isDetail);
  const tables = shown.map((table) => [
    ...(shown.length > 1 ? [table.title, ''].map(printed) : []),
    ...tableLines(table, hoursPerDay, room),
  ]);
  return [
    [answer.title.toUpperCase(), answer.subject].map(printed),
    ...(shown.length === 0 ? [[printed(words.nothing)]] : tables),
    answer.meters.flatMap((meter) => meterLines(meter, room, words)).map(printed),
    answer.notes.flatMap((note) => wrapped(note, room)).map(printed),
  ].filter((section) => section.length > 0);
}

function boxed(sections: readonly Printed[][], most: number): string {
  const room = most - FRAME;
  const fitting = sections.map((section) =>
    section.map((line) => (line.width <= room ? line : printed(cutTo(line.text, room)))),
  );
  const widest = fitting.reduce(
    (wide, section) => section.reduce((most, { width }) => Math.max(most, width), wide),
    NARROWEST_TEXT,
  );
  const edge = (left: string, right: string): string => `${left}${'─'.repeat(widest + 4)}${right}`;
  const line = ({ text, width }: Printed): string => `│  ${text}${' '.repeat(widest - width)}  │`;
  const body = fitting.map((section) => section.map(line).join('\n')).join(`\n${edge('├', '┤')}\n`);
  return [edge('┌', '┐'), body, edge('└', '┘')].join('\n');
}

/** Column by column: what the cells of one have in common is looked at once. */
function tableLines(table: Table, hoursPerDay: number, room: number): Printed[] {
  const { rows, total } = table;
  const all = total === null ? rows : [...rows, total];
  const columns = table.columns.map(({ title, kind }, at) =>
    cellsOf([title, ...all.map((row) => cellText(row[at] ?? null, kind, hoursPerDay))]),
  );
  const widths = fitted(
    columns.map(({ widest }) => widest),
    table,
    room,
  );
  const filled = columns.map((cells, at) => filledTo(widths[at]!, cells, isNumeric(table.columns[at]!.kind)));
  const width = widths.reduce((sum, one) => sum + one, GUTTER.length * (widths.length - 1));
  const lineAt = (row: number): Printed => {
    let text = filled[0]![row]!;
    for (let at = 1; at < filled.length; at += 1) text += GUTTER + filled[at]![row]!;
    return { text, width };
  };
  const rule = { text: '─'.repeat(width), width };
  return [
    lineAt(0),
    rule,
    ...rows.map((_, at) => lineAt(at + 1)),
    ...(total === null ? [] : [rule, lineAt(all.length)]),
  ];
}

/** The cells of a column, its header first. */
interface Cells {
  readonly texts: readonly string[];
  readonly widthOf: (text: string) => number;
  readonly widest: number;
}

function cellsOf(given: readonly string[]): Cells {
  const areAllPlain = isPlain(given.join(''));
  const texts = areAllPlain ? given : given.map(printable);
  return within(
    { texts, widthOf: areAllPlain ? (text) => text.length : displayWidth, widest: Infinity },
    WIDEST_CELL,
  );
}

/** What does not fit in is cut, and says so. */
function within({ texts, widthOf, widest: before }: Cells, room: number): Cells {
  if (before <= room) return { texts, widthOf, widest: before };
  const widest = texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
  if (widest <= room) return { texts, widthOf, widest };
  return { texts: texts.map((text) => cutTo(text, room)), widthOf, widest: room };
}

function filledTo(width: number, cells: Cells, isRight: boolean): string[] {
  const { texts, widthOf } = within(cells, width);
  return texts.map((text) => {
    const rest = ' '.repeat(width - widthOf(text));
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
