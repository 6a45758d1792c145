import type { Translate } from '#shared/values/translate.ts';
import { cutTo, displayWidth, printable } from '#shared/values/display-width.ts';

/** How a piece of text is meant; colour is only ever a second sign beside words and shapes. */
export type Tone = 'plain' | 'dim' | 'bold' | 'good' | 'warn' | 'bad' | 'accent';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** Numbers stand at the right edge of their column. */
  readonly right?: boolean;
}

/**
 * What a view writes on: knows colour, width and language, and lets no control character of foreign text through.
 * Commands speak English (decision 0013); only what was asked in German is answered so.
 */
export interface Paper {
  readonly width: number;
  readonly language: 'en' | 'de';
  /** A sentence of the view's own, or of the host, in the paper's language. */
  readonly say: Translate;
  paint(tone: Tone, text: string): string;
  /** Rows in aligned columns, indented by two blanks; the last column is cut at the paper's edge. */
  table(rows: readonly (readonly Cell[])[]): string;
}

const CODES: Readonly<Record<Exclude<Tone, 'plain'>, readonly [number, number]>> = {
  dim: [2, 22],
  bold: [1, 22],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
  accent: [36, 39],
};
const GUTTER = '  ';

/** @param width columns of the terminal; `Infinity` where nothing is cut (a file, a pipe). */
export function paperOf(options: {
  readonly colour: boolean;
  readonly width: number;
  /** Left out: English. */
  readonly german?: Translate | null;
}): Paper {
  const paint = (tone: Tone, text: string): string => {
    const clean = printable(text);
    if (!options.colour || tone === 'plain' || clean === '') return clean;
    const [on, off] = CODES[tone];
    return `\u001b[${on}m${clean}\u001b[${off}m`;
  };
  return {
    width: options.width,
    language: options.german ? 'de' : 'en',
    say: options.german ?? ((sentence) => sentence),
    paint,
    table(rows) {
      const widths = columnWidths(rows);
      return rows.map((row) => tableRow(row, widths, options.width, paint)).join('\n');
    },
  };
}

function columnWidths(rows: readonly (readonly Cell[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries())
      widths[at] = Math.max(widths[at] ?? 0, displayWidth(printable(cell.text)));
  }
  return widths;
}

function tableRow(
  row: readonly Cell[],
  widths: readonly number[],
  width: number,
  paint: Paper['paint'],
): string {
  let used = GUTTER.length;
  const parts = row.map((cell, at) => {
    const isLast = at === row.length - 1;
    const text =
      isLast && cell.right !== true
        ? cutTo(printable(cell.text), Math.max(10, width - used))
        : printable(cell.text);
    const room = widths[at] ?? 0;
    const pad = ' '.repeat(Math.max(0, room - displayWidth(text)));
    used += room + GUTTER.length;
    const painted = paint(cell.tone ?? 'plain', text);
    if (cell.right === true) return pad + painted;
    return isLast ? painted : painted + pad;
  });
  return (GUTTER + parts.join(GUTTER)).trimEnd();
}
