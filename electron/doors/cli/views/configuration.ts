import type { ExplanationShape } from '#shared/contract/configuration-operations.ts';
import type { Cell, Paper } from '../paper.ts';

const NAMES: Readonly<Record<ExplanationShape['steps'][number]['from'], string>> = {
  repository: 'repository',
  defaults: 'your defaults',
  settings: 'settings',
  'built-in': 'built in',
};

/** Where a value comes from: the value alone on the first line, then every place that says something. */
export function explanationView(told: ExplanationShape, paper: Paper): string {
  const rows = told.steps.map((step): Cell[] => [
    step.counts ? { text: '✓', tone: 'good' } : { text: '·', tone: 'dim' },
    { text: NAMES[step.from], tone: step.counts ? 'bold' : 'dim' },
    { text: valueText(step.value), tone: step.counts ? 'plain' : 'dim' },
    { text: [step.place, step.note].filter((one) => one !== null).join('  '), tone: 'dim' },
  ]);
  const whose = told.repository === null ? '' : ` for ${told.repository}`;
  return [
    paper.paint('bold', valueText(told.value)),
    paper.paint('dim', `${told.key}${whose}. ${told.from}`),
    paper.table(rows),
    ...told.problems.map(({ place, message }) => paper.paint('warn', `⚠ ${place}: ${message}`)),
  ].join('\n');
}

function valueText(value: unknown): string {
  if (value === '') return '(empty)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
