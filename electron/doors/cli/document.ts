import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { ReportFormat } from '#shared/reports/file-formats.ts';
import { REPORT_FORMATS } from '#shared/reports/file-formats.ts';
import { EXIT_CODES, Problem } from '#shared/values/problem.ts';
import type { Question } from './ask.ts';
import { ask } from './ask.ts';
import type { Paper } from './paper.ts';
import type { Terminal } from './terminal.ts';

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
  const isPrinted = !json && !isFile && !isOther;
  const asked = {
    ...(isPrinted ? onPaper(paper) : {}),
    ...input,
    format: isPrinted || (isFile && !isOther) ? (format ?? 'text') : input.format,
    // What is not shown is not made.
    ...(json ? {} : { fileOnly: true }),
  };
  const answer = await ask({ ...question, input: asked });
  const report = answer.output as ReportShape;
  const text = report.file?.text ?? null;
  if (answer.notice !== null)
    terminal.err(`${json ? JSON.stringify({ notice: answer.notice }) : answer.notice}\n`);
  // A pack is many files in one: it is never printed.
  const place = out ?? (isPack ? report.file?.name : undefined);
  if (place !== undefined) save(report, place);
  if (json) terminal.out(`${JSON.stringify(report.data, null, terminal.columns === null ? 0 : 2)}\n`);
  else if (place !== undefined)
    terminal.out(`${paper.paint('good', '✓')} ${report.title} (${report.subject}) is in ${place}\n`);
  else if (text !== null) terminal.out(text);
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

/**
 * A text for people is as wide as their terminal and in the language they asked in. The host writes it: where it has run
 * for a while, a long one takes it a tenth of the time that a process takes that has only just begun.
 */
const onPaper = ({ width, language }: Paper) => ({
  language,
  ...(Number.isFinite(width) ? { width: Math.min(1000, Math.max(40, width)) } : {}),
});

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
