import type { Cell, ColumnKind } from '../../reports/table.ts';

/** How cells look, by their place in the list of styles; the bold ones follow the plain ones. */
const FORMATS = ['General', '[h]:mm', '0.0%', '#,##0', '#,##0.00', 'yyyy-mm-dd', '@'] as const;

/** Ids below are those of formats a workbook knows by itself. */
const FIRST_ID = 164;

/** The style of a cell; `isBold`: in the first or the last line. */
export function styleOf(cell: Cell, kind: ColumnKind, isBold: boolean): number {
  return FORMATS.indexOf(formatOf(cell, kind)) + (isBold ? FORMATS.length : 0);
}

function formatOf(cell: Cell, kind: ColumnKind): (typeof FORMATS)[number] {
  if (cell === null) return 'General';
  if (typeof cell === 'object') return '#,##0.00';
  if (typeof cell === 'string') return kind === 'date' ? 'yyyy-mm-dd' : '@';
  if (kind === 'minutes' || kind === 'estimate') return '[h]:mm';
  return kind === 'percent' ? '0.0%' : '#,##0';
}

const cellFormats = (font: number): string =>
  FORMATS.map(
    (_, at) =>
      `<xf numFmtId="${FIRST_ID + at}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  ).join('');

export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${FORMATS.length}">${FORMATS.map((code, at) => `<numFmt numFmtId="${FIRST_ID + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${2 * FORMATS.length}">${cellFormats(0)}${cellFormats(1)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';
