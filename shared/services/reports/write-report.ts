import type { ReportShape } from '../../contract/report-operations.ts';
import type { ReportFormat } from '../../reports/file-formats.ts';
import type { World } from '../../ports/world.ts';
import type { ReportId } from '../../reports/questions.ts';
import { base64OfBytes } from '../../values/base64.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { REPORT_WRITERS } from '../../formats/reports/catalogue.ts';
import { writerWords } from '../../formats/reports/report-file.ts';
import type { Written } from '../../formats/reports/report-file.ts';
import { formedAs } from '../../formats/reports/own-format.ts';
import type { OwnFormat } from '../../settings/report-format-settings.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { Translate } from '../../values/translate.ts';
import type { ReportInput } from './read-asked.ts';
import type { Answer, Asked } from '../../reports/report.ts';
import type { Reported } from './show-report.ts';
import { makeReport } from './show-report.ts';

/** What a report may be asked, and how it is wanted. */
export interface ReportWish extends ReportInput {
  readonly format?: ReportFormat | undefined;
  /** The file is to be the evidence pack. */
  readonly evidence?: boolean | undefined;
  /** A format of the person's own, in place of `format`. */
  readonly as?: string | undefined;
  readonly table?: string | undefined;
  readonly bom?: boolean | undefined;
  readonly language?: 'en' | 'de' | undefined;
  /** Columns of a text at most. */
  readonly width?: number | undefined;
  /** Data and tables are not wanted besides. */
  readonly fileOnly?: boolean | undefined;
}

/** Columns of a report that is written as text for nobody's terminal. */
const USUAL_WIDTH = 120;

/**
 * A report as data, and as a file where a format is asked for.
 * @throws Problem `usage` where what was asked makes no sense; `refused` for what only the desktop app can write.
 */
export async function showReport(world: World, id: ReportId, wish: ReportWish): Promise<ReportShape> {
  const { as, evidence = false, table, bom, language, width, fileOnly = false, ...input } = wish;
  const own = as === undefined ? null : await ownFormatNamed(world, as, wish);
  const format = own?.format.as ?? wish.format;
  if (fileOnly && format === undefined && !evidence)
    throw new Problem(
      'usage',
      said`Only a file was asked for, and none was named.`,
      said`Name a format, such as csv.`,
    );
  const isDetailed = own !== null || format === 'csv' || format === 'xlsx';
  const made = await makeReport(world, id, input, isDetailed);
  const style = {
    own,
    table: table ?? own?.format.table ?? null,
    bom: bom ?? own?.format.bom ?? false,
    language: language ?? languageOf(world.settings.get()),
    width: width ?? USUAL_WIDTH,
  };
  const { title, subject, main, meters, notes, alarm } = made.answer;
  return {
    report: id,
    title,
    subject,
    ...(fileOnly ? { data: {}, tables: [] } : dataOf(made.answer)),
    main,
    meters: [...meters],
    notes: [...notes],
    alarm,
    period: { ...made.asked.period },
    hoursPerDay: made.asked.rules.hoursPerDay,
    file: evidence
      ? await packOf(world, made, format, style)
      : format === undefined
        ? null
        : await fileOf(world, made, format, style),
  };
}

const dataOf = ({ data, tables }: Answer): Pick<ReportShape, 'data' | 'tables'> => ({
  data,
  tables: tables.map((one) => ({
    ...one,
    columns: [...one.columns],
    rows: one.rows.map((row) => [...row]),
    total: one.total === null ? null : [...one.total],
  })),
});

/** @throws Problem `usage` where another format is asked for besides, `not-found` where there is none of that name. */
async function ownFormatNamed(
  world: World,
  name: string,
  { format, evidence }: ReportWish,
): Promise<NonNullable<FileStyle['own']>> {
  if (format !== undefined || evidence === true)
    throw new Problem('usage', said`Two formats were asked for.`, said`Give --as or --format, not both.`);
  // A file may speak of formats, too.
  await world.configuration.refresh();
  const known = world.settings.get()['reports.formats'];
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found !== undefined) return { name, format: found };
  throw new Problem(
    'not-found',
    said`There is no format "${name}".`,
    Object.keys(known).length === 0
      ? said`Describe one under tempo: report_formats: in .tract/config.yaml, or in the setting reports.formats.`
      : said`One of: ${Object.keys(known).join(', ')}.`,
  );
}

/** Files speak as the app does; where that follows the system, which is not known here, English. */
export const languageOf = (settings: Settings): Written['language'] =>
  settings['app.language'] === 'de' ? 'de' : 'en';

async function translatorFor(language: Written['language']): Promise<Translate> {
  if (language === 'en') return (sentence) => sentence;
  const [{ translator }, { ALL_GERMAN }] = await Promise.all([
    import('../../values/translate.ts'),
    import('../../values/german/german.ts'),
  ]);
  return translator(ALL_GERMAN);
}

/** The report with all it rests on, as a zip. @throws Problem `usage` for a report that has none. */
async function packOf(
  world: World,
  made: Reported,
  format: ReportFormat | undefined,
  style: FileStyle,
): Promise<NonNullable<ReportShape['file']>> {
  if (made.report !== 'rd' || format !== undefined)
    throw new Problem(
      'usage',
      said`Evidence is of the R&D report, and is a zip.`,
      said`For example: stint report rd --month 2026-02 --evidence --out rd-2026-02.zip`,
    );
  const { evidencePack } = await import('./evidence-pack-file.ts');
  const own = { ...style, table: null };
  const [json, csv, html] = [
    await fileOf(world, made, 'json', own),
    await fileOf(world, made, 'csv', own),
    await fileOf(world, made, 'html', own),
  ];
  const translate = await translatorFor(style.language);
  const bytes = await evidencePack(world, made, [json, csv, html], { translate, language: style.language });
  return {
    name: json.name.replace(/\.json$/, '-evidence.zip'),
    mediaType: 'application/zip',
    text: null,
    base64: base64OfBytes(bytes),
  };
}

/** How a file is wanted. */
export interface FileStyle extends Pick<Written, 'table' | 'bom' | 'language'> {
  /** Columns of a text at most; left out: the usual ones. */
  readonly width?: number;
  /** The person's own format; null or left out: none. */
  readonly own?: { readonly name: string; readonly format: OwnFormat } | null;
}

/** More columns than this stand on a sheet that lies on its side. */
const UPRIGHT_COLUMNS = 8;

/** A report as a file, for whoever cannot take bytes. @throws Problem as `writeFileOf`. */
export async function fileOf(
  world: Pick<World, 'paper'>,
  made: Reported,
  format: ReportFormat,
  style: FileStyle,
): Promise<NonNullable<ReportShape['file']>> {
  const { name, mediaType, content } = await writeFileOf(world, made, format, style);
  return {
    name,
    mediaType,
    text: typeof content === 'string' ? content : null,
    base64: typeof content === 'string' ? null : base64OfBytes(content),
  };
}

/** A report as it is written to the disk. */
export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

/** Writes a report. @throws Problem `refused` for what only the desktop app can write, `failed` where it cannot just now. */
export async function writeFileOf(
  { paper }: Pick<World, 'paper'>,
  made: Reported,
  format: ReportFormat,
  style: FileStyle,
): Promise<ReportFile> {
  if (format === 'pdf' && paper === null) throw noPrinter();
  const writer = await REPORT_WRITERS[format === 'pdf' ? 'html' : format]();
  const { report, asked } = made;
  const { own = null, width = USUAL_WIDTH, ...usual } = style;
  const name = `${nameOf(report, asked)}${own === null ? '' : `-${own.name}`}`;
  const translate = await translatorFor(style.language);
  const told =
    style.language === 'en'
      ? made.answer
      : (await import('./tell-report.ts')).tellAnswer(made.answer, translate, {
          keepsCodes: format === 'csv',
        });
  const answer = own === null ? told : formedAs(told, own.name, own.format);
  const written = await writer.write({
    ...usual,
    ...(own === null ? {} : { spelling: own.format }),
    answer,
    words: writerWords(translate),
    name,
    hoursPerDay: asked.rules.hoursPerDay,
    width,
  });
  if (format === 'pdf' && paper !== null) {
    const content = await paper.print({
      html: written as string,
      header: `${answer.title} · ${answer.subject}`,
      footer: `Stint · ${asked.today}`,
      numbering: translate(said`Page {page} of {pages}`),
      isLandscape: answer.tables.some(
        ({ columns, rows, isDetail }) => !isDetail && rows.length > 0 && columns.length > UPRIGHT_COLUMNS,
      ),
    });
    return { name: `${name}.pdf`, mediaType: 'application/pdf', content };
  }
  return { name: `${name}.${writer.ending}`, mediaType: writer.mediaType, content: written };
}

/** What a report is called as a file, without an ending: `timesheet-max-2026-W07`. */
function nameOf(report: ReportId, asked: Asked): string {
  const { customer, project, ticket, plan, sprint, user, period } = asked;
  return [report, customer, project, ticket, plan, sprint, user, period.label]
    .filter((part) => part !== null)
    .join('-')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** Neither a command by itself nor a host without a desktop can print. */
export const noPrinter = (): Problem =>
  new Problem(
    'refused',
    said`A PDF is printed by the desktop app, which is not what answers here.`,
    said`Ask again while the desktop app runs, or take --format html and print that.`,
  );
