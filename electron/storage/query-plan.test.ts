import { expect, it, vi } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { aMapping, ANN, anOutboxRow, aProject, aTimer } from '#shared/ports/sample-booking.ts';
import { aBeat, aMark, anEvent, aRun, aState, aUse, someFacts } from '#shared/ports/sample-sources.ts';
import {
  aSession,
  adding,
  aCheckout,
  aCommit,
  anEntry,
  aSpan,
  at,
  day,
  id,
  next,
  step,
  ticket,
} from '#shared/ports/sample-rows.ts';
import type { Stores } from '#shared/ports/stores.ts';
import { aShare } from '#shared/ports/stores-suite-dashboards.ts';
import { aDevSession } from '#shared/ports/sample-dev-sessions.ts';
import { aNote } from '#shared/review/sample-prompts.ts';
import { createUuidSource } from '../adapters/uuid-source.ts';
import { openDatabase } from './open-database.ts';
import { storesOn } from './open-storage.ts';
import type { Db } from './sqlite.ts';
import { temporaryHome } from './temporary-home.ts';

const WEEK = { start: at('2026-02-09T00:00:00Z'), end: at('2026-02-16T00:00:00Z') };

/** Tables that grow with the years: none of them is ever read from end to end. */
const GROWING = [
  'entries',
  'sessions',
  'commits',
  'checkouts',
  'presence',
  'log',
  'days',
  'settled_gaps',
  'tickets',
  'projects',
  'mappings',
  'outbox',
  'provider_cache',
  'calls',
  'holds',
  'remote_timers',
  'events',
  'tool_marks',
  'beats',
  'agent_runs',
  'agent_uses',
  'prompt_notes',
  'dashboard_shares',
  'dev_sessions',
  'dev_session_tickets',
  'dev_session_reports',
];

/** Remembers every statement that a connection prepares. */
function listening(db: Db): string[] {
  const statements: string[] = [];
  const prepare = db.prepare.bind(db);
  vi.spyOn(db, 'prepare').mockImplementation((source) => {
    statements.push(source);
    return prepare(source);
  });
  return statements;
}

const everyRead = async ({
  entries,
  days,
  gaps,
  sessions,
  evidence,
  tickets,
  ledger,
}: Stores): Promise<void> => {
  await entries.between('ann', day('2026-02-09'), day('2026-02-15'));
  await entries.get(id(1));
  await entries.endingIn('ann', '00000001');
  await days.between('ann', day('2026-02-09'), day('2026-02-15'));
  await gaps.between('ann', day('2026-02-09'), day('2026-02-15'));
  await gaps.get(id(1));
  await sessions.open('ann');
  await sessions.get(id(1));
  await sessions.overlapping('ann', WEEK);
  await sessions.recent('ann', 5);
  await sessions.recent('ann', 5, aSession(1));
  await evidence.commits(['a@b', 'c@d'], WEEK);
  await evidence.checkouts(WEEK);
  await evidence.presence('ann', WEEK);
  await evidence.openPresence('ann');
  await tickets.recent('ann', '', 5);
  await ledger.undoable('ann');
  await ledger.redoable('ann');
  await ledger.history(5);
};

const everyBookingCall = async ({
  projects,
  mappings,
  outbox,
  providerCache,
  calls,
  timers,
}: Stores): Promise<void> => {
  const now = at('2026-02-10T08:00:00Z');
  await projects.list('ann');
  await mappings.list('ann', 'toggl');
  await outbox.put([anOutboxRow(1)]);
  await outbox.between(ANN, day('2026-02-09'), day('2026-02-15'));
  await outbox.ofEntries(ANN, [id(1)]);
  await outbox.unsettled(ANN);
  await outbox.recover(now);
  await outbox.remove(id(1));
  await providerCache.put(ANN, 'units', [], now);
  await providerCache.get(ANN, 'units');
  await providerCache.clear(ANN);
  await calls.add('toggl', 'main', now);
  await calls.answered('toggl', 'main', now, now);
  await calls.since('toggl', 'main', now);
  await calls.hold('toggl', 'main', now);
  await calls.hold('toggl', 'main', null);
  await calls.heldUntil('toggl', 'main');
  await timers.put(aTimer(1));
  await timers.ofSession(ANN, id(1));
  await timers.open(ANN);
};

const everySourceCall = async ({ sources, calendar, tools, agents, ticketFacts }: Stores): Promise<void> => {
  await sources.put(aState('ics:1'));
  await sources.list();
  await sources.get('ics:1');
  await sources.remove('ics:1');
  await calendar.put('ics:1', [anEvent('a')], ['b']);
  await calendar.put('ics:1', [anEvent('a')], { window: WEEK });
  await calendar.between(WEEK);
  await calendar.named('a');
  await calendar.setAttended('ics:1', 'a', true);
  await calendar.clear('ics:1');
  await tools.addMarks([aMark('2026-02-10T08:00:00Z')]);
  await tools.marks('ann', WEEK);
  await tools.addBeats([aBeat('2026-02-10T08:00:00Z')]);
  await tools.beats('ann', WEEK);
  await agents.putRuns([aRun('r')]);
  await agents.runs('ann', WEEK);
  await agents.openRuns('ann');
  await agents.putUses([aUse('m')]);
  await agents.uses(WEEK);
  await ticketFacts.put([someFacts('TB-042')]);
  await ticketFacts.get(ticket('TB-042'));
};

const everyPromptCall = async ({ prompts, dashboards }: Stores): Promise<void> => {
  await prompts.put([aNote('week')]);
  await prompts.get('ann', 'week');
  await prompts.since('ann', WEEK.start);
  await dashboards.put([aShare(1)]);
  await dashboards.list('ann');
};

const everyDevSessionCall = async ({ devSessions, ledger }: Stores): Promise<void> => {
  const session = aDevSession(8);
  await ledger.commit(step([{ noun: 'devSession', before: null, after: session }]));
  await ledger.commit(step([{ noun: 'devSession', before: session, after: next(session, {}) }]));
  const filters = [
    {},
    { project: 'TB' },
    { ticket: ticket('TB-1'), began: WEEK },
    { search: 'a', type: 'bugfix', status: 'paused' },
  ] as const;
  for (const filter of filters) {
    await devSessions.page('ann', filter, 5, null);
    await devSessions.page('ann', filter, 5, session);
  }
  await devSessions.sums('ann', {});
  await devSessions.sums('ann', { project: 'TB', began: WEEK });
  await devSessions.open('ann');
  await devSessions.get(session.id);
  await devSessions.endingIn('ann', '0001');
  await devSessions.overlapping('ann', WEEK);
  await devSessions.completedOn('ann', ticket('TB-9'));
  await devSessions.alive('ann', WEEK.end);
  await devSessions.keepReport(session.id, { madeAt: WEEK.end, markdown: '' });
  await devSessions.report(session.id);
};

const everyReport = async ({ reports }: Stores): Promise<void> => {
  const filters = [
    {},
    { from: day('2026-02-01'), to: day('2026-02-28') },
    { user: 'ann' },
    { project: 'TB', user: 'ann' },
    { projects: ['TB', 'APP'] },
    { tickets: [ticket('TB-042')], project: 'TB' },
  ];
  for (const filter of filters) {
    await reports.sums(filter, ['user', 'date', 'month', 'ticket', 'project', 'source']);
    await reports.sums(filter, ['ticket']);
    await reports.lines(filter, 5);
    await reports.span(filter);
    await reports.standings(filter);
    await reports.sessions(WEEK, filter);
  }
  await reports.ticketFacts([ticket('TB-042')]);
};

it('every statement finds its rows by an index, never by reading all of them', async () => {
  const home = temporaryHome();
  const database = openDatabase(home, at('2026-02-10T08:00:00Z'));
  const asked = [listening(database.durable), listening(database.light)];
  const stores = storesOn(database, home, {
    clock: memoryClock('2026-02-10T08:00:00Z'),
    ids: createUuidSource(),
  });
  await everyRead(stores);
  const entry = anEntry(1);
  await stores.ledger.commit(step([adding(entry)]));
  await stores.ledger.commit(
    step([{ noun: 'entry', before: entry, after: next(entry, { ticket: ticket('TB-2') }) }]),
  );
  await everyBookingCall(stores);
  await everySourceCall(stores);
  await everyReport(stores);
  await everyPromptCall(stores);
  await everyDevSessionCall(stores);
  await stores.ledger.commit(
    step([
      { noun: 'project', before: null, after: aProject(2) },
      { noun: 'mapping', before: null, after: aMapping(3) },
    ]),
  );
  await stores.evidence.addCommits([aCommit('c1')]);
  await stores.evidence.addCheckouts([aCheckout('2026-02-10T08:00:00Z')]);
  await stores.evidence.putPresence(aSpan(1, '2026-02-10T08:00:00Z', '2026-02-10T09:00:00Z'));

  const scans = asked.flat().flatMap((statement) =>
    planOf(database.durable, statement)
      .filter((detail) => GROWING.includes(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
      .map((detail) => `${detail}: ${statement.trim().slice(0, 40)}`),
  );
  expect(asked.flat().length).toBeGreaterThan(40);
  // No real one: the newest steps are read from the end of the log until there are enough.
  expect(scans).toEqual(['SCAN log: SELECT id, at, actor, operation, why, ch']);
  database.close();
});

/** How SQLite would go about a statement, with null for every parameter. */
function planOf(db: Db, statement: string): string[] {
  if (!/^\s*(SELECT|UPDATE|DELETE|INSERT|REPLACE)/i.test(statement)) return [];
  const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`);
  const named = [...statement.matchAll(/@(\w+)/g)].map((match) => [match[1], null]);
  const plain = [...statement.matchAll(/\?/g)].map(() => null);
  const rows = named.length > 0 ? plan.all(Object.fromEntries(named)) : plan.all(...plain);
  return rows.map(({ detail }) => detail);
}

it('a week is found by its user and days', () => {
  const database = openDatabase(temporaryHome(), at('2026-02-10T08:00:00Z'));
  const plan = database.durable
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT * FROM entries WHERE user = 'ann' AND date BETWEEN '2026-02-09' AND '2026-02-15' ORDER BY date",
    )
    .all();
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH entries USING INDEX entries_by_day (user=? AND date>? AND date<?)',
  ]);
  database.close();
});
