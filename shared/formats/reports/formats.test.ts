import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answer } from '../../reports/report.ts';
import type { Cell, Table } from '../../reports/table.ts';
import { displayWidth } from '../../values/display-width.ts';
import { minutes } from '../../values/minutes.ts';
import { REPORT_WRITERS } from './catalogue.ts';
import { writerWords } from './report-file.ts';
import type { Written } from './report-file.ts';

/** What is no text. */
function bytesOf(file: string | Uint8Array): Uint8Array {
  if (typeof file === 'string') throw new Error('it is a text');
  return file;
}

const table = (rows: readonly (readonly Cell[])[], given: Partial<Table> = {}): Table => ({
  id: 'main',
  title: 'Main',
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: 'date', title: 'Day', kind: 'date' },
    { key: 'time', title: 'Time', kind: 'minutes' },
    { key: 'estimate', title: 'Estimate', kind: 'estimate' },
    { key: 'count', title: 'Count', kind: 'count' },
    { key: 'share', title: 'Share', kind: 'percent' },
    { key: 'amount', title: 'Amount', kind: 'money' },
  ],
  rows,
  total: null,
  isDetail: false,
  ...given,
});
const ROW: readonly Cell[] = [
  'TB-042',
  '2026-02-10',
  150,
  1725,
  1_234_567,
  60.5,
  { cents: 123_456, currency: 'EUR' },
];

const written = (answer: Partial<Answer>, given: Partial<Written> = {}): Written => ({
  answer: {
    title: 'Report',
    subject: '2026-02',
    data: {},
    tables: [],
    main: 'main',
    meters: [],
    notes: [],
    alarm: null,
    ...answer,
  },
  name: 'report',
  hoursPerDay: 8,
  table: null,
  bom: false,
  language: 'en',
  words: writerWords((sentence) => sentence),
  width: 120,
  ...given,
});
const TEXTS = {
  text: await REPORT_WRITERS.text(),
  csv: await REPORT_WRITERS.csv(),
  md: await REPORT_WRITERS.md(),
  html: await REPORT_WRITERS.html(),
  json: await REPORT_WRITERS.json(),
  yaml: await REPORT_WRITERS.yaml(),
};
const write = (format: keyof typeof TEXTS, report: Written): string => TEXTS[format].write(report) as string;
const xlsx = await REPORT_WRITERS.xlsx();

describe('CSV', () => {
  it('has minutes and hours, amount and currency, and ends its lines as RFC 4180 says', () => {
    expect(
      write('csv', written({ tables: [table([ROW, [null, null, null, null, null, null, null]])] })),
    ).toBe(
      'name,date,time_minutes,time_hours,estimate_minutes,estimate_hours,count,share,amount,amount_currency\r\n' +
        'TB-042,2026-02-10,150,2.5,1725,28.75,1234567,60.5,1234.56,EUR\r\n' +
        ',,,,,,,,,\r\n',
    );
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['+49 30 1', `'+49 30 1`],
    ['-1h', `'-1h`],
    ['@sum', `'@sum`],
    ['  =cmd|x', `'  =cmd|x`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['＝1', `'＝1`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
  ])('%j never becomes a formula: %j', (given, expected) => {
    const text = write('csv', written({ tables: [table([[given, null, -60, null, null, null, null]])] }));
    expect(text).toContain(`\r\n${expected},,-60,-1,`);
  });

  it('no text of whatever kind begins like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const line = write('csv', written({ tables: [table([[text, null, null, null, null, null, null]])] }))
          .split('\r\n')
          .slice(1)
          .join('\r\n');
        expect(line).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  it('may begin with a mark, holds the table that is asked for, and refuses one there is not', () => {
    const two = [
      table([ROW]),
      table([ROW], { id: 'other', columns: [{ key: 'x', title: 'X', kind: 'text' }] }),
    ];
    expect(write('csv', written({ tables: two }, { bom: true }))).toMatch(/^\uFEFFname,/);
    expect(write('csv', written({ tables: two }, { table: 'other' }))).toBe('x\r\nTB-042\r\n');
    expect(() => write('csv', written({ tables: two }, { table: 'none' }))).toThrow('no table "none"');
  });
});

describe('text', () => {
  const long = 'a title that is much longer than a narrow terminal has room for, '.repeat(3);

  it('is a box whose lines are all of one width', () => {
    const report = written({
      tables: [
        table([ROW, ['套接字', '2026-02-11', 5, null, 1, 0, null]], {
          total: ['Total', null, 155, null, null, 100, null],
        }),
      ],
      meters: [{ label: 'TB', used: minutes(2700), of: minutes(6000), percent: 45, state: 'fine' }],
      notes: ['One.'],
    });
    const lines = write('text', report).trimEnd().split('\n');
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
    expect(lines.join('\n')).toContain('TB: 45h of 100h, 45.0%');
    expect(lines.join('\n')).toContain('2h30m');
    expect(lines.join('\n')).toContain('3d4h45m');
    expect(lines.join('\n')).toContain('1,234.56 EUR');
    expect(lines.join('\n')).toContain('1,234,567');
  });

  it('keeps to the terminal, and lets no control character through', () => {
    const report = written({
      tables: [table([[`${long}\u001b[31m\u202e`, ...ROW.slice(1)]])],
      notes: [long],
    });
    const lines = write('text', { ...report, width: 100 })
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
    expect(lines.join('')).not.toMatch(/[\u001b\u202e]/);
    expect(lines.join('')).toContain('2h30m');
  });
});

describe('Markdown and HTML', () => {
  const nasty = '<img src=x onerror=alert(1)> | a\n*b* [c](d) `e`';

  it('let no words of others become anything but words', () => {
    const report = written({ title: nasty, tables: [table([[nasty, ...ROW.slice(1)]])], notes: [nasty] });
    const page = write('html', report);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const md = write('md', report);
    expect(md).not.toMatch(/<img|[^\\]\*b|[^\\]\[c/);
    const rows = md.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length)).size).toBe(1);
  });

  it('a page stands alone and names its language, its tables and their heads', () => {
    const page = write(
      'html',
      written({ tables: [table([ROW], { total: ['Total', null, 150, null, null, null, null] })] }),
    );
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).not.toMatch(/<script|<link|src=|url\(|@import|https?:/);
    expect(page).toContain('<th scope="col" class="number">Time</th>');
    expect(page).toContain('<th scope="row">TB-042</th>');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('@media print');
  });
});

describe('workbooks', () => {
  it('hold numbers as numbers and durations as parts of a day', async () => {
    const report = written({
      tables: [
        table([ROW, ['=1+1', null, -60, null, null, null, null]], {
          title: "A/B: 'x'?",
          total: ['Total', null, 90, null, null, 100, null],
        }),
        table([ROW], { id: 'b', title: "A/B: 'x'?" }),
      ],
    });
    const parts = unzipSync(bytesOf(await xlsx.write(report)));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet2.xml');
    expect(sheet).toContain(`<v>${150 / 1440}</v>`);
    expect(sheet).toContain('<v>0.605</v>');
    expect(sheet).toContain('<v>1234.56</v>');
    expect(sheet).toContain('<v>46063</v>');
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain('<f>');
    expect(strFromU8(parts['xl/styles.xml']!)).toContain('formatCode="[h]:mm"');
    const names = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet name="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  it('are the same whenever they are written, and whatever letters they hold', async () => {
    const report = written({ tables: [table([['\u0000\u001b\ud800 ok <&> "', ...ROW.slice(1)]])] });
    const once = await xlsx.write(report);
    expect(await xlsx.write(report)).toEqual(once);
    expect(strFromU8(unzipSync(bytesOf(once))['xl/worksheets/sheet1.xml']!)).toContain(
      '<t xml:space="preserve"> ok &lt;&amp;&gt; "</t>',
    );
  });
});

it('YAML and JSON hold the same', () => {
  const data = {
    month: '2026-02',
    hours: 412,
    by_day: { '2026-02-10': '8h00m' },
    summary: 'a\nb\n',
    none: null,
  };
  expect(parse(write('yaml', written({ data })))).toEqual(data);
  expect(JSON.parse(write('json', written({ data })))).toEqual(data);
  expect(write('yaml', written({ data }))).toContain('hours: 412.0\n');
});
