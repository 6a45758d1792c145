import type { PrintedPage } from '#shared/ports/paper.ts';
import { escaped } from '#shared/formats/reports/html.ts';

/** Chromium prints these without any style of its own, in letters too small to see. */
const LINE =
  'width:100%;margin:0 0.6in;display:flex;justify-content:space-between;gap:1em;' +
  "font:9px/1.4 system-ui,'Liberation Sans',Arial,sans-serif;color:#555555;";
/** What is too long ends in dots, so that the number beside it stays on the sheet. */
const CUT = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;min-width:0;';

/** What stands above every sheet. */
export const headerTemplate = ({ header }: Pick<PrintedPage, 'header'>): string =>
  `<div style="${LINE}"><span style="${CUT}">${escaped(header)}</span></div>`;

/** What stands below every sheet; its numbers are Chromium's. */
export const footerTemplate = ({ footer, numbering }: Pick<PrintedPage, 'footer' | 'numbering'>): string =>
  `<div style="${LINE}"><span style="${CUT}">${escaped(footer)}</span><span style="white-space:nowrap">${numbered(numbering)}</span></div>`;

const numbered = (text: string): string =>
  escaped(text)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>');
