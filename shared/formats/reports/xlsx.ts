import type { ReportWriter } from './report-file.ts';
import { sheetXml } from './xlsx-sheet.ts';
import { STYLES_XML } from './xlsx-styles.ts';
import type { Table } from '../../reports/table.ts';

/**
 * A workbook (ECMA-376) with a sheet for each table. Numbers are numbers: a duration is a part of a day shown as
 * `[h]:mm`, so that it adds up, a share is a fraction shown in percent, money an amount; dates are dates; words are only
 * ever words. Made here and not by a library: those that are kept well take seconds for ten years of days.
 */
export const xlsx: ReportWriter = {
  ending: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write({ answer, words }) {
    // Loaded only for who wants one.
    const { strToU8, zipSync } = await import('fflate');
    const filled = answer.tables.filter(({ rows }) => rows.length > 0);
    const tables = filled.length === 0 ? answer.tables.slice(0, 1) : filled;
    const names = sheetNames(tables);
    const parts: [string, string][] = [
      ['[Content_Types].xml', contentTypes(tables.length)],
      ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
      ['xl/workbook.xml', workbookXml(names)],
      [
        'xl/_rels/workbook.xml.rels',
        relations([
          ...tables.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
          ['styles', 'styles.xml'],
        ]),
      ],
      ['xl/styles.xml', STYLES_XML],
      ...tables.map((table, at): [string, string] => [
        `xl/worksheets/sheet${at + 1}.xml`,
        sheetXml(table, words.currency),
      ]),
    ];
    // The same report is the same file, whenever it is written.
    const zipped = Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)]));
    return zipSync(zipped, { mtime: '1980-01-01T00:00:00', level: 6 });
  },
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: number): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  ).join('') +
  '</Types>';

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbookXml = (names: readonly string[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

/** At most 31 characters, without those a workbook forbids, each once. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ title }) => {
    const base =
      title
        .replaceAll(/[[\]:*?/\\'"<>&]/g, ' ')
        .trim()
        .slice(0, 28) || 'Sheet';
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
