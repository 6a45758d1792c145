import type { BookingDraft, OutboxRow, RemoteEntry, RemoteTimer } from '../entries/booking.ts';
import type { Mapping } from '../entries/mapping.ts';
import type { Project } from '../entries/project.ts';
import { USUAL_TERMS } from '../entries/project.ts';
import { minutes } from '../values/minutes.ts';
import type { BookingAccount } from './booking-stores.ts';
import { at, day, id } from './sample-rows.ts';

/** Rows of booking for tests of stores: everything has a plain value, a test names only what it is about. */

/** Whose rows they are unless told otherwise. */
export const ANN: BookingAccount = { user: 'ann', provider: 'toggl', account: '77' };

export const aProject = (n: number, given: Partial<Project> = {}): Project => ({
  id: id(n),
  user: 'ann',
  key: `P${n}`,
  name: `Project ${n}`,
  customer: 'Müller & Söhne',
  budget: minutes(6000),
  terms: USUAL_TERMS,
  hourlyRate: { cents: 15050, currency: 'EUR' },
  linearTeam: 'TB',
  revision: 1,
  ...given,
});

export const aMapping = (n: number, given: Partial<Mapping> = {}): Mapping => ({
  id: id(n),
  user: 'ann',
  provider: 'toggl',
  scope: 'project',
  name: `P${n}`,
  unit: '11111',
  task: '22',
  label: 'Development · Portal · Müller',
  billable: true,
  revision: 1,
  ...given,
});

export const aDraft = (given: Partial<BookingDraft> = {}): BookingDraft => ({
  unit: '11111',
  task: null,
  reference: '000000000001',
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: naïve 套接字 "fix"',
  billable: null,
  startedAt: at('2026-02-10T09:15:00Z'),
  zone: 'Europe/Berlin',
  ...given,
});

export const aRemote = (given: Partial<RemoteEntry> = {}): RemoteEntry => ({
  id: '4711',
  unit: '11111',
  task: null,
  date: day('2026-02-10'),
  minutes: minutes(90),
  note: 'TB-042: fix',
  reference: '000000000001',
  billable: true,
  locked: null,
  running: false,
  ...given,
});

/** @param n of the row and of its entry. */
export const anOutboxRow = (n: number, given: Partial<OutboxRow> = {}): OutboxRow => ({
  ...ANN,
  id: id(n),
  entry: id(1000 + n),
  date: day('2026-02-10'),
  action: 'create',
  state: 'sent',
  draft: aDraft(),
  hash: 'abc',
  remoteId: '4711',
  confirmed: aRemote(),
  settledHash: 'abc',
  lost: [],
  attempts: 1,
  nextTryAt: null,
  lastError: null,
  createdAt: at('2026-02-10T12:00:00Z'),
  updatedAt: at('2026-02-10T12:00:05Z'),
  ...given,
});

export const aTimer = (n: number, given: Partial<RemoteTimer> = {}): RemoteTimer => ({
  ...ANN,
  session: id(n),
  remoteId: '88',
  timerId: '99',
  state: 'running',
  lastError: null,
  updatedAt: at('2026-02-10T09:00:00Z'),
  ...given,
});
