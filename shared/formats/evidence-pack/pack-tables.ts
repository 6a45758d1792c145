import type { Instant } from '../../values/instant.ts';
import { formatInstant } from '../../values/instant.ts';
import type { ColumnOf, Table } from '../../reports/table.ts';
import { tableOf } from '../../reports/table.ts';
import type { Pack, PackCommit, PackEntry, PackTicket } from './pack.ts';

const at = (instant: Instant | null): string | null => (instant === null ? null : formatInstant(instant));

/** A column of words; its title is its key, for these files are read by programs and by their documentation. */
const column = <Row>(key: string, of: (row: Row) => string | null): ColumnOf<Row> => ({
  key,
  title: key,
  kind: 'text',
  of,
});

type Line = { readonly ticket: PackTicket; readonly told: PackEntry };
type CommitLine = { readonly commit: PackCommit; readonly line: Line };
type SessionLine = { readonly session: PackTicket['sessions'][number]; readonly ticket: PackTicket };
type Link = Pack['log']['links'][number];

const linesOf = ({ tickets }: Pack): Line[] =>
  tickets.flatMap((ticket) => ticket.entries.map((told) => ({ ticket, told })));

/** The tables of a pack, by the file each stands in. */
export const packTables = (pack: Pack): Readonly<Record<string, Table>> => ({
  'entries.csv': entriesTable(linesOf(pack)),
  'commits.csv': commitsTable(linesOf(pack)),
  'sessions.csv': sessionsTable(pack),
  'corrections.csv': correctionsTable(linesOf(pack)),
  'log/chain.csv': chainTable(pack),
});

const entriesTable = (lines: readonly Line[]): Table =>
  tableOf(
    'entries',
    'entries',
    [
      column<Line>('entry', ({ told }) => told.entry.id),
      { key: 'date', title: 'date', kind: 'date', of: ({ told }) => told.entry.date },
      column<Line>('user', ({ told }) => told.entry.user),
      column<Line>('project', ({ told }) => told.entry.project),
      column<Line>('ticket', ({ ticket }) => ticket.id),
      { key: 'time', title: 'time', kind: 'minutes', of: ({ told }) => told.entry.minutes },
      column<Line>('source', ({ told }) => told.entry.source),
      column<Line>('state', ({ told }) => told.entry.state),
      column<Line>('description', ({ told }) => told.entry.description),
      column<Line>('started_at', ({ told }) => at(told.entry.startedAt)),
      column<Line>('ended_at', ({ told }) => at(told.entry.endedAt)),
      column<Line>('zone', ({ told }) => told.entry.zone),
      column<Line>('captured_at', ({ told }) => at(told.capturedAt)),
      column<Line>('created_at', ({ told }) => at(told.recordedAt)),
      column<Line>('changed_at', ({ told }) => at(told.changedAt)),
      column<Line>('same_day', ({ told }) => (told.isSameDay ? 'yes' : 'no')),
      column<Line>('reviewed_at', ({ told }) => at(told.day?.reviewedAt ?? null)),
      column<Line>('submitted_at', ({ told }) => at(told.day?.submittedAt ?? null)),
      column<Line>('commits', ({ told }) => told.commits.map(({ hash }) => hash).join(' ')),
      column<Line>('sessions', ({ told }) => told.sessions.join(' ')),
      column<Line>('log', ({ told }) => told.log.join(' ')),
    ],
    lines,
  );

const commitsTable = (lines: readonly Line[]): Table =>
  tableOf(
    'commits',
    'commits',
    [
      column<CommitLine>('hash', ({ commit }) => commit.hash),
      column<CommitLine>('repository', ({ commit }) => commit.repositoryName),
      column<CommitLine>('authored_at', ({ commit }) => at(commit.authoredAt)),
      column<CommitLine>('committed_at', ({ commit }) => at(commit.committedAt)),
      column<CommitLine>('author', ({ commit }) => `${commit.authorName} <${commit.authorEmail}>`),
      column<CommitLine>('branch', ({ commit }) => commit.branch),
      column<CommitLine>('subject', ({ commit }) => commit.subject),
      column<CommitLine>('ticket', ({ line }) => line.ticket.id),
      column<CommitLine>('entry', ({ line }) => line.told.entry.id),
    ],
    lines.flatMap((line) => line.told.commits.map((commit) => ({ commit, line }))),
  );

const sessionsTable = ({ tickets }: Pack): Table =>
  tableOf(
    'sessions',
    'sessions',
    [
      column<SessionLine>('session', ({ session }) => session.id),
      column<SessionLine>('user', ({ session }) => session.user),
      column<SessionLine>('ticket', ({ ticket }) => ticket.id),
      column<SessionLine>('title', ({ session }) => session.title),
      column<SessionLine>('type', ({ session }) => session.type),
      column<SessionLine>('status', ({ session }) => session.status),
      column<SessionLine>('started_at', ({ session }) => at(session.startedAt)),
      column<SessionLine>('ended_at', ({ session }) => at(session.endedAt)),
      column<SessionLine>('recovered_from', ({ session }) => session.recoverySource),
    ],
    tickets.flatMap((ticket) => ticket.sessions.map((session) => ({ session, ticket }))),
  );

const correctionsTable = (lines: readonly Line[]): Table =>
  tableOf(
    'corrections',
    'corrections',
    [
      column<Line>('entry', ({ told }) => told.entry.id),
      { key: 'date', title: 'date', kind: 'date', of: ({ told }) => told.entry.date },
      column<Line>('user', ({ told }) => told.entry.user),
      column<Line>('ticket', ({ ticket }) => ticket.id),
      { key: 'time', title: 'time', kind: 'minutes', of: ({ told }) => told.entry.minutes },
      column<Line>('reason', ({ told }) => told.entry.correction?.reason ?? null),
      column<Line>('corrects', ({ told }) => told.entry.correction?.of ?? null),
      column<Line>('created_at', ({ told }) => at(told.recordedAt)),
    ],
    lines.filter(({ told }) => told.entry.correction !== null),
  );

const chainTable = ({ log }: Pack): Table =>
  tableOf(
    'chain',
    'chain',
    [
      { key: 'seq', title: 'seq', kind: 'count', of: ({ seq }) => seq },
      column<Link>('at', (link) => at(link.at)),
      column<Link>('previous', ({ previous }) => previous),
      column<Link>('hash', ({ hash }) => hash),
    ],
    log.links,
  );
