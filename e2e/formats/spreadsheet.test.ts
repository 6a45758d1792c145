// Our workbooks in the hands of a real spreadsheet program: LibreOffice opens them and writes every cell back as CSV.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { adding, step } from '#shared/ports/sample-rows.ts';
import { REPORT_WRITERS } from '#shared/formats/reports/catalogue.ts';
import { writerWords } from '#shared/formats/reports/report-file.ts';
import { sampleCompany } from '#shared/reports/sample-company.ts';
import type { Answer } from '#shared/reports/report.ts';
import type { Cell, ColumnKind, Table } from '#shared/reports/table.ts';
import { makeReport } from '#shared/services/reports/show-report.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'stint-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isThere = spawnSync('soffice', ['--version']).status === 0;
/** Where the Electron journeys are asked for, everything they need is installed: then a missing program is a failure. */
const lacks = process.env['STINT_E2E'] !== '1' && !isThere;

/** Commas, quotes, UTF-8, every cell as it is shown, no formulas, every sheet in a file of its own. */
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** Opens files and writes them back. */
function convert(names: readonly string[]): void {
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      AS_SHOWN,
      '--outdir',
      join(folder, 'back'),
      ...names.map((name) => join(folder, name)),
    ],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder } },
  );
  if (status !== 0) throw new Error(`soffice ended with ${String(status)}: ${stderr}`);
}

/** What came back of a file, sheet by sheet, in the order of their names. */
const sheetsOf = (name: string): string[][][] =>
  readdirSync(join(folder, 'back'))
    .filter((one) => one === `${name}.csv` || one.startsWith(`${name}-`))
    .toSorted()
    .map((one) => {
      const text = readFileSync(join(folder, 'back', one), 'utf8');
      return Papa.parse<string[]>(text, { skipEmptyLines: false }).data.filter((row) => row.join('') !== '');
    });

/** Words that look like formulas first, then what is hard to quote, then what looks like numbers. */
const NASTY = [
  '=1+1',
  '+49 30 1',
  '-2',
  '@SUM(A1)',
  '=HYPERLINK("http://x","y")',
  "'quoted",
  'a "b", c; d',
  'Ü 套接字 😀',
  '1e5',
  '2026-02-10',
  '007',
];

const nasty: Table = {
  id: 'nasty',
  title: 'Nasty',
  columns: [
    { key: 'text', title: 'Text', kind: 'text' },
    { key: 'day', title: 'Day', kind: 'date' },
    { key: 'time', title: 'Time', kind: 'minutes' },
    { key: 'share', title: 'Share', kind: 'percent' },
    { key: 'count', title: 'Count', kind: 'count' },
    { key: 'amount', title: 'Amount', kind: 'money' },
  ],
  rows: NASTY.map((text, at): Cell[] => [
    text,
    at % 2 === 0 ? '2024-02-29' : '2020-12-31',
    at % 3 === 0 ? -90 : 60 * 999 + at,
    at * 9.1,
    at * 1001,
    { cents: 123_456 * at, currency: 'EUR' },
  ]),
  total: null,
  isDetail: false,
};

const bare = (tables: readonly Table[]): Answer => ({
  title: 'Report',
  subject: 'x',
  data: {},
  tables,
  main: tables[0]!.id,
  meters: [],
  notes: [],
  alarm: null,
});

const STYLE = {
  table: null,
  bom: false,
  language: 'en',
  words: writerWords((text) => text),
  width: 120,
  hoursPerDay: 8,
} as const;

const REPORTS = [
  ['timesheet', { week: '2020-W53', user: 'all' }],
  ['rd', { month: '2020-02' }],
  ['utilisation', { month: '2020-03', user: 'all' }],
  ['budget', { period: '2020' }],
] as const;

describe.skipIf(lacks)('LibreOffice', () => {
  const answers = new Map<string, Answer>();

  beforeAll(async () => {
    const world = memoryWorld('2019-12-31T09:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'ann' });
    const company = sampleCompany({
      seed: 5,
      people: 3,
      from: '2020-01-01' as LocalDay,
      to: '2021-01-10' as LocalDay,
      perDay: 3,
    });
    await world.stores.ledger.commit(step(company.entries.map(adding)));
    await world.stores.ledger.commit(
      step(company.projects.map((after) => ({ noun: 'project', before: null, after }))),
    );
    await world.stores.ticketFacts.put(company.tickets);
    for (const [id, asked] of REPORTS) answers.set(id, (await makeReport(world, id, asked, true)).answer);
    answers.set('nasty', bare([nasty]));
    mkdirSync(join(folder, 'back'));
    const [xlsx, csv] = [await REPORT_WRITERS.xlsx(), await REPORT_WRITERS.csv()];
    for (const [name, answer] of answers)
      writeFileSync(join(folder, `${name}.xlsx`), await xlsx.write({ ...STYLE, answer, name }));
    const plain = csv.write({ ...STYLE, answer: bare([nasty]), name: 'x' }) as string;
    writeFileSync(join(folder, 'plain.csv'), plain);
    convert([...[...answers.keys()].map((name) => `${name}.xlsx`), 'plain.csv']);
  }, 120_000);

  it.each([...REPORTS.map(([id]) => id), 'nasty'])('shows every cell of %s as it was written', (name) => {
    const { tables } = answers.get(name)!;
    const filled = tables.filter(({ rows }) => rows.length > 0);
    const found = sheetsOf(name);
    expect(filled.length).toBeGreaterThan(0);
    expect(found).toHaveLength(filled.length);
    for (const table of filled) expect(found).toContainEqual(shown(table));
  });

  it('makes no formula of what others wrote, in a CSV either', () => {
    const [head, ...rows] = sheetsOf('plain')[0]!;
    expect(head![0]).toBe('text');
    // An apostrophe in front keeps them words; what is words anyhow stays as it is.
    expect(rows.slice(0, 7).map(([text]) => text)).toEqual(
      NASTY.slice(0, 7).map((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)),
    );
  });
});

/** A table as a spreadsheet shows it, worked out here once more from its cells. */
function shown({ columns, rows, total }: Table): string[][] {
  const line = (row: readonly Cell[]): string[] =>
    columns.flatMap(({ kind }, at) => {
      const cell = row[at] ?? null;
      if (kind !== 'money') return [cellShown(cell, kind)];
      return cell !== null && typeof cell === 'object' ? [amount(cell.cents), cell.currency] : ['', ''];
    });
  const head = columns.flatMap(({ title, kind }) => (kind === 'money' ? [title, 'Currency'] : [title]));
  return [head, ...rows.map(line), ...(total === null ? [] : [line(total)])];
}

function cellShown(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return amount(cell.cents);
  if (typeof cell === 'string') return cell;
  if (kind === 'percent') return `${cell.toFixed(1)}%`;
  if (kind === 'count') return cell.toLocaleString('en-US');
  const sign = cell < 0 ? '-' : '';
  const clock = `${Math.floor(Math.abs(cell) / 60)}:${String(Math.abs(cell) % 60).padStart(2, '0')}`;
  return `${sign}${clock.padStart(kind === 'minutes' || kind === 'estimate' ? 4 : 0, '0')}`;
}

const amount = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
