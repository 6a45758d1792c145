import type { ReportShape } from '#shared/contract/report-operations.ts';
import { paperOf } from '../cli/paper.ts';

/** No colours, and nothing is cut: a model reads it. */
const PLAIN = paperOf({ colour: false, width: Infinity });

/** The answer of an operation in the words the command line has for it. */
export async function textOf(operation: readonly string[], output: unknown): Promise<string> {
  const { viewOf } = await import('../cli/views/catalogue.ts');
  return viewOf(operation, output, PLAIN);
}

/** A report as the file it was asked for. */
export const reportText = (report: ReportShape): string => report.file?.text ?? report.title;
