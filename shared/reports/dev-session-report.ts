import type { DevSession, GitOutcome, SessionCost } from '../evidence/dev-session.ts';
import { workedMinutes } from '../evidence/session-time.ts';
import type { Instant } from '../values/instant.ts';
import { dayOf, formatClock } from '../values/local-day.ts';
import { formatTimesheet } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** Longer lists of commits say how many more there are. */
const MOST_COMMITS = 50;

/**
 * The report of a session in Markdown, with the sections of document 3: metrics, tasks, commits, next steps; and what
 * else is known of it. English, as all reports that leave the machine.
 * @param titles of tickets, as far as they are known.
 */
export function devSessionReport(
  session: DevSession,
  titles: ReadonlyMap<TicketId, string>,
  now: Instant,
): string {
  const { outcome } = session;
  const done = session.links.filter(({ relationship }) => relationship === 'completed');
  const other = session.links.filter(({ relationship }) => relationship !== 'completed');
  const task = ({ ticket, relationship }: DevSession['links'][number]): string =>
    [`**${ticket}**`, titles.get(ticket), relationship === 'completed' ? null : `(${relationship})`]
      .flatMap((part, at) => (part ? [at === 1 ? plain(part) : part] : []))
      .join(' ');
  const clock = (at: Instant): string => `${dayOf(at, session.zone)} ${formatClock(at, session.zone)}`;
  return [
    `# Development Session: ${plain(session.title)}`,
    headOf(session, now),
    section('Summary', session.summary === null ? null : paragraph(session.summary)),
    section('Metrics', metrics(session, now)),
    outcome !== null && outcome.cost.models.length > 0 ? section('Cost', costs(outcome.cost)) : null,
    section('Key Changes', bullets(session.keyChanges.map(plain)) ?? null),
    section('Tasks Completed', bullets(done.map(task)) ?? '_None_'),
    other.length > 0 ? section('Linked Tasks', bullets(other.map(task))) : null,
    section('Git Commits', commits(session)),
    section(
      'Activities',
      bullets(session.activities.map(({ at, text }) => `${clock(at)} ${plain(text)}`)) ?? null,
    ),
    section('Next Steps', bullets(session.nextSteps.map(plain)) ?? '_None specified_'),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
    .concat('\n');
}

const section = (title: string, text: string | null): string | null =>
  text === null ? null : `## ${title}\n\n${text}`;

const bullets = (lines: readonly string[]): string | null =>
  lines.length === 0 ? null : lines.map((line) => `- ${line}`).join('\n');

function headOf(session: DevSession, now: Instant): string {
  const parts = [
    `**Date:** ${dayOf(session.startedAt, session.zone)}`,
    `**Duration:** ${workedMinutes(session, now)} minutes`,
    `**Status:** ${session.status}`,
    `**Type:** ${session.type}`,
    session.project === null ? null : `**Project:** ${plain(session.project)}`,
    session.branch === null ? null : `**Branch:** ${plain(session.branch)}`,
    `**Started by:** ${plain(session.createdBy)}`,
  ];
  return parts.filter((part) => part !== null).join(' | ');
}

function metrics(session: DevSession, now: Instant): string {
  const { outcome } = session;
  const git = outcome?.git ?? null;
  const cost = outcome?.cost;
  const rows: [string, string][] = [
    ['Duration', formatTimesheet(workedMinutes(session, now))],
    ['Attention', outcome?.attentionUnknown ? 'not known' : formatTimesheet(outcome?.attentionMinutes ?? 0)],
    ['Agents', formatTimesheet(outcome?.agentMinutes ?? 0)],
    ['Files Changed', count(git?.files)],
    ['Lines Added', git === null ? '–' : `+${count(git.linesAdded)}`],
    ['Lines Removed', git === null ? '–' : `-${count(git.linesRemoved)}`],
    ['Commits', count(git?.commits)],
    ['Tokens Used', count(cost?.tokens.total ?? 0)],
  ];
  if (git !== null && git.binaryFiles > 0) rows.push(['Binary Files', count(git.binaryFiles)]);
  if (session.images > 0) rows.push(['Images', count(session.images)]);
  if (session.searches > 0) rows.push(['Searches', count(session.searches)]);
  if (cost !== undefined && cost.multiplier !== 1)
    rows.push([
      'Complexity',
      `${session.complexity} (× ${cost.multiplier}), before it $${cost.base.usd.toFixed(2)}`,
    ]);
  if (cost !== undefined && cost.unit !== '')
    rows.push([`${plain(cost.unit)} Cost`, count(Math.round(cost.total.units))]);
  rows.push(['USD Cost', `$${(cost?.total.usd ?? 0).toFixed(2)}`]);
  return table(['Metric', 'Value'], rows);
}

function costs(cost: SessionCost): string {
  const unit = cost.unit === '' ? [] : [plain(cost.unit)];
  const rows = cost.models.map((model) => [
    plain(model.model),
    count(model.tokens),
    `$${model.usd.toFixed(2)}`,
    ...unit.map(() => count(Math.round(model.units))),
  ]);
  const unpriced =
    cost.unpriced.length > 0 ? `\n\nNo price is known for ${cost.unpriced.map(plain).join(', ')}.` : '';
  return `${table(['Model', 'Tokens', 'USD', ...unit], rows)}${unpriced}`;
}

const STARTS: Readonly<Record<GitOutcome['start'], string | null>> = {
  exact: null,
  rewritten: 'The commit this session began at was rewritten; it is compared with its copy.',
  'by-date':
    'The commit this session began at is not part of this branch; it is compared with the commit of that time.',
  empty: null,
};

function commits({ outcome, repository }: DevSession): string {
  if (outcome?.gitProblem) return `_${plain(outcome.gitProblem)}_`;
  const git = outcome?.git ?? null;
  // Of a session that was dropped nobody asks what it changed.
  if (git === null) return repository === null ? '_No repository_' : '_Not compared_';
  const shown = git.log.slice(0, MOST_COMMITS);
  const more = git.commits - git.merges - shown.length;
  return [
    STARTS[git.start],
    bullets(shown.map(({ hash, subject }) => `\`${hash.slice(0, 8)}\` ${plain(subject)}`)) ?? '_None_',
    more > 0 ? `and ${count(more)} more` : null,
    git.merges > 0
      ? `${count(git.merges)} of the commits are merges; what they brought is part of the numbers.`
      : null,
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const count = (n: number | undefined): string => (n === undefined ? '–' : grouped(n));
/** 1,234,567, as document 3 prints it. */
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** One line of text that nothing in it turns into markup. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]|~#]/g, '\\$&')
    .replaceAll('<', '&lt;');

/** Text in paragraphs, as somebody wrote it. */
const paragraph = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map(plain)
    .filter((part) => part !== '')
    .join('\n\n');
