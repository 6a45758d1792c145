import type { MonthlyShape } from '#shared/contract/monthly-operations.ts';
import type { Paper } from '../paper.ts';

/** What came of making the reports of a month. */
export function monthlyView({ month, folder, files, failed }: MonthlyShape, paper: Paper): string {
  const lines = [
    ...files.map(
      ({ name, beside }) =>
        `${paper.paint('good', '✓')} ${name}${beside ? paper.paint('dim', '  beside a file that is not as Stint left it') : ''}`,
    ),
    ...failed.map(
      ({ report, project, customer, sprint, format, message, remedy }) =>
        `${paper.paint('bad', '✗')} ${[report, project ?? customer ?? sprint].filter((word) => word !== null).join(' ')} as ${format}: ${message} ${remedy}`,
    ),
  ];
  const count = files.length === 1 ? '1 report' : `${files.length} reports`;
  return [...lines, `${count} for ${month} in ${folder}`].join('\n');
}
