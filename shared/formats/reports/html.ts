import type { Column, Meter, Table } from '../../reports/table.ts';
import { cellText, isNumeric } from './cell-text.ts';
import { meterText } from './meter-text.ts';
import { REPORT_STYLE } from './html-style.ts';
import type { ReportWriter, WriterWords } from './report-file.ts';

/** One page that needs nothing else: no script, no fonts, no pictures from anywhere; light, dark, and for paper. */
export const html: ReportWriter = {
  ending: 'html',
  mediaType: 'text/html; charset=utf-8',
  write({ answer, hoursPerDay, words, language }) {
    const tables = answer.tables.filter(({ rows, isDetail }) => rows.length > 0 && !isDetail);
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(answer.title)} · ${escaped(answer.subject)}</title>
<style>
${REPORT_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(answer.title)}</h1>
<p>${escaped(answer.subject)}</p>
</header>
${answer.meters.map((meter) => meterHtml(meter, words)).join('\n')}
${tables.length === 0 ? `<p>${escaped(words.nothing)}</p>` : tables.map((table) => tableHtml(table, hoursPerDay)).join('\n')}
${answer.notes.length === 0 ? '' : `<ul class="notes">\n${answer.notes.map((note) => `<li>${escaped(note)}</li>`).join('\n')}\n</ul>`}
</main>
</body>
</html>
`;
  },
};

function tableHtml(table: Table, hoursPerDay: number): string {
  const cell = (tag: 'td' | 'th', content: string, at: number, scope = ''): string =>
    `<${tag}${scope}${classOf(table.columns[at]!)}>${escaped(content)}</${tag}>`;
  const cells = (row: Table['rows'][number], isTotal: boolean): string =>
    table.columns
      .map(({ kind }, at) => {
        const content = cellText(row[at] ?? null, kind, hoursPerDay);
        return at === 0
          ? cell('th', content, at, ' scope="row"')
          : cell('td', content, at, isTotal ? '' : '');
      })
      .join('');
  return `<section>
<h2 id="${escaped(table.id)}">${escaped(table.title)}</h2>
<div class="scroll" role="region" aria-labelledby="${escaped(table.id)}" tabindex="0">
<table aria-labelledby="${escaped(table.id)}">
<thead><tr>${table.columns.map(({ title }, at) => cell('th', title, at, ' scope="col"')).join('')}</tr></thead>
<tbody>
${table.rows.map((row) => `<tr>${cells(row, false)}</tr>`).join('\n')}
</tbody>
${table.total === null ? '' : `<tfoot><tr>${cells(table.total, true)}</tr></tfoot>`}
</table>
</div>
</section>`;
}

/** Numbers stand at their right edge; a ticket or a day is never broken at its hyphens. */
const classOf = ({ key, kind }: Column): string =>
  isNumeric(kind) ? ' class="number"' : key === 'ticket' || kind === 'date' ? ' class="whole"' : '';

function meterHtml(meter: Meter, words: WriterWords): string {
  const text = escaped(meterText(meter, words));
  if (meter.of === null) return `<p>${text}</p>`;
  const width = Math.max(0, Math.min(100, meter.percent ?? 0));
  return `<div class="meter ${meter.state}"><p>${text}</p><div class="bar" aria-hidden="true"><div style="width:${width}%"></div></div></div>`;
}

/** Words of others stay words. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
