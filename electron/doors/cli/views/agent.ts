import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper } from '../paper.ts';
import { dateInWords } from './words.ts';

interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly costUsd: number;
}

interface Run {
  readonly agent: string;
  readonly title: string;
  readonly ticket: string | null;
  readonly branch: string | null;
  readonly project: string | null;
  readonly endedAt: string | null;
  readonly ended: 'stopped' | 'inactive' | 'crashed' | null;
  readonly agentMinutes: number;
  readonly attentionMinutes: number;
  readonly models: readonly (Tokens & { readonly model: string })[];
  readonly costUsd: number;
}

interface Runs {
  readonly date: string;
  readonly runs: readonly Run[];
  readonly totals: Tokens & { readonly agentMinutes: number; readonly attentionMinutes: number };
  readonly warnings: readonly string[];
}

/** Both ledgers of a day side by side: what agents worked, and what of it the person was there for. */
export function runsView({ date, runs, totals, warnings }: Runs, paper: Paper): string {
  const head = paper.paint('bold', dateInWords(date));
  const notes = warnings.map((text) => `  ${paper.paint('warn', `⚠ ${text}`)}`);
  if (runs.length === 0)
    return [head, '', `  ${paper.paint('dim', 'No coding agent ran.')}`, ...notes].join('\n');
  const columns = ['', 'ticket', 'agent', 'you', 'cost', ''].map((text, at): Cell => ({
    text,
    tone: 'dim',
    right: at >= 2 && at <= 4,
  }));
  const models = modelsOf(runs);
  const parts = [`${head}\n\n${paper.table([columns, ...runs.map(runRow)])}`, totalText(totals, paper)];
  if (models.size > 0)
    parts.push(
      paper.table(
        [...models].map(([model, tokens]) => [{ text: model, tone: 'dim' }, ...tokenCells(tokens)]),
      ),
    );
  if (notes.length > 0) parts.push(notes.join('\n'));
  return parts.join('\n\n');
}

const ENDED: Readonly<Record<NonNullable<Run['ended']>, string>> = {
  stopped: '',
  inactive: 'gave no more signs of life',
  crashed: 'crashed',
};

function runRow(run: Run): Cell[] {
  const end = run.ended === null ? (run.endedAt === null ? 'runs' : '') : ENDED[run.ended];
  const where = [run.title, run.branch ?? run.project ?? '', end].filter((text) => text !== '').join(' · ');
  return [
    { text: '▲', tone: 'accent' },
    run.ticket === null ? { text: '???', tone: 'warn' } : { text: run.ticket, tone: 'accent' },
    { text: formatShort(run.agentMinutes), right: true },
    { text: formatShort(run.attentionMinutes), right: true, tone: 'bold' },
    { text: dollars(run.costUsd), right: true },
    { text: where },
  ];
}

function totalText(totals: Runs['totals'], paper: Paper): string {
  return `  Agents worked ${paper.paint('bold', formatShort(totals.agentMinutes))}; you were there for ${paper.paint('bold', formatShort(totals.attentionMinutes))}  ${paper.paint('dim', dollars(totals.costUsd))}`;
}

/** Tokens by model, over all runs. */
function modelsOf(runs: readonly Run[]): Map<string, Tokens> {
  const sums = new Map<string, Tokens>();
  for (const { model, ...tokens } of runs.flatMap((run) => run.models)) {
    const sum = sums.get(model);
    sums.set(model, sum === undefined ? tokens : plus(sum, tokens));
  }
  return sums;
}

const plus = (a: Tokens, b: Tokens): Tokens => ({
  input: a.input + b.input,
  output: a.output + b.output,
  cacheWrite: a.cacheWrite + b.cacheWrite,
  cacheRead: a.cacheRead + b.cacheRead,
  costUsd: a.costUsd + b.costUsd,
});

const tokenCells = ({ input, output, cacheWrite, cacheRead, costUsd }: Tokens): Cell[] =>
  [
    `${grouped(input)} in`,
    `${grouped(output)} out`,
    `${grouped(cacheWrite)} cached`,
    `${grouped(cacheRead)} from cache`,
    dollars(costUsd),
  ].map((text) => ({ text, right: true }));

/** `1 234 567`: thousands parted by a narrow blank. */
const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;
