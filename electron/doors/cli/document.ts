import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { ReportFormat } from '#shared/reports/file-formats.ts';
import { REPORT_FORMATS } from '#shared/reports/file-formats.ts';
import type { Answer } from '#shared/reports/report.ts';
import { EXIT_CODES, Problem } from '#shared/values/problem.ts';
import type { Question } from './ask.ts';
import { ask } from './ask.ts';
import type { Paper } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** Columns of a report that goes into a file or a pipe. */
const USUAL_WIDTH = 120;

/**
 * Asks for a report and prints it: as text for people, in the format that was asked for, or with `--json` as the keys of
 * the documents. `--out` writes it to a file; its ending names the format where nothing else does.
 * @returns 3 when `--check` found that a warning is due, else 0.
 */
export async function printDocument(
  question: Question,
  { json, terminal, paper }: { readonly json: boolean; readonly terminal: Terminal; readonly paper: Paper },
): Promise<number> {
  const { out, ...input } = question.input as Wish;
  const isPack = input.evidence === true;
  // What a format of the person's own is written as, only the host knows.
  const isOther = isPack || input.as !== undefined;
  const format = input.format ?? (out === undefined || isOther ? null : formatOf(out));
  const isFile = out !== undefined || (format !== null && format !== 'text' && !json);
  const asked = { ...input, format: isFile && !isOther ? (format ?? 'text') : input.format };
  const isPrinted = !json && !isFile && !isPack && out === undefined;
  const answer = await ask({ ...question, input: asked }, isPrinted ? () => void plainWriter() : undefined);
  const report = answer.output as ReportShape;
  if (answer.notice !== null)
    terminal.err(`${json ? JSON.stringify({ notice: answer.notice }) : answer.notice}\n`);
  // A pack is many files in one: it is never printed.
  const place = out ?? (isPack ? report.file?.name : undefined);
  if (place !== undefined) save(report, place);
  if (json) terminal.out(`${JSON.stringify(report.data, null, terminal.columns === null ? 0 : 2)}\n`);
  else if (place !== undefined)
    terminal.out(`${paper.paint('good', '✓')} ${report.title} (${report.subject}) is in ${place}\n`);
  else if (report.file === null) terminal.out(await plainText(report, paper));
  else if (report.file.text !== null) terminal.out(report.file.text);
  else
    throw new Problem(
      'usage',
      `A report as ${format ?? input.as} is no text that could be printed here.`,
      'Give --out FILE.',
    );
  if (input.check !== true || report.alarm === null) return 0;
  if (!json) terminal.err(`${report.alarm}\n`);
  return EXIT_CODES.refused;
}

interface Wish {
  readonly out?: string;
  readonly format?: ReportFormat;
  readonly as?: string;
  readonly check?: boolean;
  readonly evidence?: boolean;
}

/** How a report is written for people: a few milliseconds to load, which pass while a running host works on it. */
const plainWriter = () =>
  Promise.all([
    import('#shared/formats/reports/text.ts'),
    import('#shared/formats/reports/report-file.ts'),
  ] as const);

async function plainText(report: ReportShape, { language, say, width }: Paper): Promise<string> {
  const [{ text }, { writerWords }] = await plainWriter();
  // The wire checked its shape; what brands its minutes is lost on the way.
  const answer = report as unknown as Answer;
  const written = {
    answer: language === 'en' ? answer : await inGerman(answer, say),
    name: '',
    hoursPerDay: report.hoursPerDay,
    table: null,
    bom: false,
    language,
    words: writerWords(say),
  };
  return text.write({ ...written, width: Number.isFinite(width) ? width : USUAL_WIDTH }) as string;
}

async function inGerman(answer: Answer, say: Paper['say']): Promise<Answer> {
  const { tellAnswer } = await import('#shared/services/reports/tell-report.ts');
  return tellAnswer(answer, say, { keepsCodes: false });
}

/** @throws Problem `usage` where the ending is no format. */
function formatOf(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const named = { txt: 'text', yml: 'yaml', markdown: 'md', htm: 'html' }[ending] ?? ending;
  const format = REPORT_FORMATS.find((one) => one === named);
  if (format !== undefined) return format;
  throw new Problem(
    'usage',
    `"${path}" does not say what the report is to be written as.`,
    `Give --format, or an ending: ${REPORT_FORMATS.join(', ')}.`,
  );
}

function save({ file }: ReportShape, path: string): void {
  if (file === null) return;
  try {
    writeFileSync(path, file.base64 === null ? (file.text ?? '') : Buffer.from(file.base64, 'base64'));
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new Problem(
      'failed',
      `The report could not be written to ${path} (${why}).`,
      'Nothing was changed. Choose another place with --out.',
      cause,
    );
  }
}
