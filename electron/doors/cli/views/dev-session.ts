import type {
  DevSessionCosts,
  DevSessionPage,
  DevSessionReport,
  DevSessionShape,
  DevSessionStats,
} from '#shared/contract/dev-session-shapes.ts';
import { shortId } from '#shared/values/ids.ts';
import { formatShort } from '#shared/values/minutes.ts';
import type { Cell, Paper, Tone } from '../paper.ts';
import { count, localTime } from './words.ts';

type Status = DevSessionShape['status'];
const TONE: Readonly<Record<Status, Tone>> = {
  active: 'good',
  paused: 'warn',
  completed: 'dim',
  cancelled: 'dim',
};
const MARK: Readonly<Record<Status, string>> = { active: '▶', paused: '‖', completed: '■', cancelled: '✕' };

const grouped = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const dollars = (usd: number): string => `$${usd.toFixed(2)}`;

/** `$1.25 · 1,250 VIBE`; the unit only where there is one. */
const priceOf = (usd: number, units: number, unit: string): string =>
  unit === '' ? dollars(usd) : `${dollars(usd)} · ${grouped(units)} ${unit}`;

/** One session, with what a command did to it. */
export function devSessionView(done: string): (session: DevSessionShape, paper: Paper) => string {
  return (session, paper) => `${line(session, paper)}  ${paper.paint('dim', done)}`;
}

function line(session: DevSessionShape, paper: Paper): string {
  const mark = paper.paint(TONE[session.status], MARK[session.status]);
  const ticket = session.ticket === null ? '' : `${paper.paint('accent', session.ticket)} `;
  const id = paper.paint('dim', shortId(session.id));
  return `${mark} ${id}  ${ticket}${paper.paint('plain', session.title)}  ${paper.paint('bold', formatShort(session.durationMinutes))}`;
}

/** Several sessions, as rows. */
export function devSessionsView(sessions: readonly DevSessionShape[], paper: Paper): string {
  if (sessions.length === 0)
    return paper.paint('dim', 'No development sessions.  Start one with: stint dev start "Fix uploads"');
  return paper.table(
    sessions.map((session): Cell[] => [
      { text: shortId(session.id), tone: 'dim' },
      { text: MARK[session.status], tone: TONE[session.status] },
      { text: localTime(session.startedAt) },
      { text: formatShort(session.durationMinutes), right: true, tone: 'bold' },
      { text: session.type },
      { text: session.ticket ?? '—', tone: 'accent' },
      { text: session.tokens === 0 && session.costUsd === 0 ? '' : dollars(session.costUsd), right: true },
      { text: session.title },
    ]),
  );
}

export function devPageView({ sessions, next }: DevSessionPage, paper: Paper): string {
  const rows = devSessionsView(sessions, paper);
  return next === null ? rows : `${rows}\n\n${paper.paint('dim', `More: stint dev list --before ${next}`)}`;
}

/** All of a session. */
export function devShownView(session: DevSessionShape, paper: Paper): string {
  const rows: [string, string][] = [
    ['Status', `${session.status}${session.recovered ? ' (recovered)' : ''}`],
    ['Type', session.type],
    ['Began', localTime(session.startedAt)],
  ];
  if (session.endedAt !== null) rows.push(['Ended', localTime(session.endedAt)]);
  rows.push(['Attention', session.attentionUnknown ? 'not known' : formatShort(session.attentionMinutes)]);
  if (session.agentMinutes > 0) rows.push(['Agents', formatShort(session.agentMinutes)]);
  if (session.branch !== null) rows.push(['Branch', session.branch]);
  if (session.gitProblem !== null) rows.push(['Git', session.gitProblem]);
  else if (session.gitStart !== null) rows.push(['Git', changesOf(session)]);
  rows.push(['Cost', priceOf(session.costUsd, session.costUnits, session.unit)]);
  if (session.tokens > 0) rows.push(['Tokens', grouped(session.tokens)]);
  for (const task of session.linkedTasks)
    rows.push(['Ticket', [task.ticket, task.title, `(${task.relationship})`].filter(Boolean).join(' ')]);
  if (session.summary !== null) rows.push(['Summary', session.summary]);
  for (const step of session.nextSteps) rows.push(['Next', step]);
  const table = paper.table(rows.map(([name, text]): Cell[] => [{ text: name, tone: 'dim' }, { text }]));
  const more =
    session.status === 'completed'
      ? `\n\n${paper.paint('dim', `The report: stint dev report ${shortId(session.id)}`)}`
      : '';
  return `${line(session, paper)}\n\n${table}${more}`;
}

const changesOf = (session: DevSessionShape): string =>
  `${count(session.commits, 'commit')}, ${count(session.filesChanged, 'file')}, +${session.linesAdded} −${session.linesRemoved}`;

/** The report as it is: for a pipe, a file, a reader. */
export const devReportView = ({ markdown }: DevSessionReport): string => markdown.trimEnd();

export const devCopiedView = ({ writtenTo }: DevSessionReport, paper: Paper): string =>
  writtenTo.map((path) => `${paper.paint('good', '✓')} ${paper.paint('plain', path)}`).join('\n');

/** What it costs, part by part. */
export function devCostsView(costs: DevSessionCosts, paper: Paper): string {
  const row = (name: string, what: string, amount: { usd: number; units: number }, tone: Tone = 'plain') => [
    { text: name, tone },
    { text: what, right: true, tone: 'dim' as const },
    { text: dollars(amount.usd), right: true },
    { text: costs.unit === '' ? '' : `${grouped(amount.units)} ${costs.unit}`, right: true },
  ];
  const rows: Cell[][] = costs.models.map((model) =>
    row(model.model, `${grouped(model.tokens)} tokens`, model),
  );
  if (costs.images.count > 0) rows.push(row('Images', grouped(costs.images.count), costs.images));
  if (costs.searches.count > 0) rows.push(row('Searches', grouped(costs.searches.count), costs.searches));
  if (costs.multiplier !== 1) rows.push(row(`× ${costs.multiplier}`, costs.complexity, costs.base));
  rows.push(row('Total', costs.live ? 'so far' : '', costs.total, 'bold'));
  const unpriced =
    costs.unpriced.length === 0
      ? ''
      : `\n\n  ${paper.paint('warn', `⚠ No price is known for ${costs.unpriced.join(', ')}: stint config set agent.prices …`)}`;
  return `${paper.table(rows)}${unpriced}`;
}

/** What sessions came to, by project. */
export function devStatsView(stats: DevSessionStats, paper: Paper): string {
  const row = (name: string, sum: DevSessionStats['totals'], tone: Tone): Cell[] => [
    { text: name, tone },
    { text: count(sum.sessions, 'session'), right: true },
    { text: formatShort(sum.durationMinutes), right: true, tone: 'bold' },
    { text: count(sum.commits, 'commit'), right: true },
    { text: `+${sum.linesAdded} −${sum.linesRemoved}`, right: true },
    { text: priceOf(sum.costUsd, sum.costUnits, stats.unit), right: true },
  ];
  if (stats.totals.sessions === 0) return paper.paint('dim', 'No development sessions.');
  return paper.table([
    ...stats.byProject.map((project) => row(project.project ?? '—', project, 'accent')),
    row('Total', stats.totals, 'bold'),
  ]);
}
