import type { Checkout, Commit, Repository } from '../evidence/commit.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { Entry } from '../entries/entry.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { DayRecord } from '../review/day.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { instant } from '../values/instant.ts';
import type { LocalDay } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { ChangeSet, RowChange } from './changes.ts';
import type { Stores } from './stores.ts';

/** Rows for tests of stores: everything has a plain value, a test names only what it is about. */

export const at = (text: string): Instant => instant(Date.parse(text));
export const day = (text: string): LocalDay => text as LocalDay;
export const ticket = (text: string): TicketId => text as TicketId;
/** An id that ends in the number, so that a test can name rows 1, 2, 3. */
export const id = (n: number): Id => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id;

export const anEntry = (n: number, given: Partial<Entry> = {}): Entry => ({
  id: id(n),
  user: 'ann',
  date: day('2026-02-10'),
  ticket: ticket('TB-042'),
  project: 'TB',
  minutes: minutes(60),
  rawMinutes: minutes(58),
  source: 'git',
  description: 'fix socket — naïve 套接字',
  commits: ['a1b2c3'],
  startedAt: at('2026-02-10T09:15:00Z'),
  endedAt: at('2026-02-10T10:15:00Z'),
  zone: 'Europe/Berlin',
  evidence: [
    {
      kind: 'commit',
      ref: 'a1b2c3',
      label: 'fix "socket"',
      startedAt: at('2026-02-10T09:15:00Z'),
      endedAt: at('2026-02-10T10:15:00Z'),
      rule: 'time after a commit is its own',
    },
  ],
  spans: [{ start: at('2026-02-10T09:15:00Z'), end: at('2026-02-10T10:15:00Z') }],
  state: 'proposed',
  key: `git:${n}`,
  correction: null,
  createdAt: at('2026-02-10T12:00:00Z'),
  updatedAt: at('2026-02-10T12:00:00Z'),
  revision: 1,
  ...given,
});

export const aSession = (n: number, given: Partial<Session> = {}): Session => ({
  id: id(n),
  user: 'ann',
  title: 'fix socket',
  ticket: ticket('TB-042'),
  project: 'TB',
  type: 'bugfix',
  status: 'completed',
  startedAt: at('2026-02-10T09:00:00Z'),
  endedAt: at('2026-02-10T10:00:00Z'),
  pauses: [{ start: at('2026-02-10T09:10:00Z'), end: at('2026-02-10T09:20:00Z') }],
  pausedAt: null,
  zone: 'Europe/Berlin',
  aliveAt: at('2026-02-10T09:59:30Z'),
  recovered: false,
  recoverySource: null,
  revision: 1,
  ...given,
});

export const aDay = (date: string, given: Partial<DayRecord> = {}): DayRecord => ({
  user: 'ann',
  date: day(date),
  status: 'reviewed',
  reviewedAt: at('2026-02-10T17:00:00Z'),
  submittedAt: null,
  revision: 1,
  ...given,
});

export const aSettledGap = (n: number, given: Partial<SettledGap> = {}): SettledGap => ({
  id: id(n),
  user: 'ann',
  date: day('2026-02-10'),
  startedAt: at('2026-02-10T12:00:00Z'),
  endedAt: at('2026-02-10T12:45:00Z'),
  verdict: 'break',
  createdAt: at('2026-02-10T16:00:00Z'),
  revision: 1,
  ...given,
});

export const aRepository = (n: number, given: Partial<Repository> = {}): Repository => ({
  id: id(n),
  path: `/src/repo-${n}`,
  name: `repo-${n}`,
  commonDir: `/src/repo-${n}/.git`,
  addedAt: at('2026-02-01T08:00:00Z'),
  lastScanAt: null,
  lastProblem: null,
  mark: null,
  coveredFrom: null,
  ...given,
});

export const aCommit = (hash: string, given: Partial<Commit> = {}): Commit => ({
  repository: id(900),
  hash,
  authorName: 'Ann',
  authorEmail: 'Ann@Example.com',
  authoredAt: at('2026-02-10T09:15:00Z'),
  committedAt: at('2026-02-10T09:15:05Z'),
  subject: 'TB-042 fix socket',
  branch: 'main',
  isMerge: false,
  patchId: null,
  ...given,
});

export const aCheckout = (when: string, given: Partial<Checkout> = {}): Checkout => ({
  repository: id(900),
  at: at(when),
  branch: 'main',
  until: null,
  ...given,
});

export const aSpan = (
  n: number,
  start: string,
  end: string,
  given: Partial<PresenceSpan> = {},
): PresenceSpan => ({
  id: id(n),
  user: 'ann',
  start: at(start),
  end: at(end),
  state: 'active',
  backend: 'electron',
  zone: 'Europe/Berlin',
  open: false,
  ...given,
});

export const step = (changes: readonly RowChange[], given: Partial<ChangeSet> = {}): ChangeSet => ({
  actor: 'ann',
  operation: 'entry.add',
  why: 'typed',
  changes,
  ...given,
});

export const adding = (entry: Entry): RowChange => ({ noun: 'entry', before: null, after: entry });

/** The next revision of a row with some fields changed. */
export const next = <Row extends { readonly revision: number }>(row: Row, given: Partial<Row>): Row => ({
  ...row,
  ...given,
  revision: row.revision + 1,
});

/** Writes one new row of any noun. */
export async function store(stores: Stores, ...changes: RowChange[]): Promise<void> {
  await stores.ledger.commit(step(changes));
}
