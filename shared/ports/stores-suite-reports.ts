import type { Entry } from '../entries/entry.ts';
import { minutes } from '../values/minutes.ts';
import { aDay, adding, aSession, anEntry, at, day, step, ticket } from './sample-rows.ts';
import { someFacts } from './sample-sources.ts';
import type { StoresCase } from './stores-case.ts';
import type { Stores } from './stores.ts';

const entry = (n: number, given: Partial<Entry>): Entry => anEntry(n, { state: 'accepted', ...given });

/** Ann and Bob on three days, two projects; one entry without a ticket, one that was deleted, one correction. */
const ENTRIES: readonly Entry[] = [
  entry(1, { minutes: minutes(60) }),
  entry(2, { minutes: minutes(45), source: 'calendar' }),
  entry(3, { minutes: minutes(30), ticket: null, project: null, source: 'calendar', startedAt: null }),
  entry(4, { minutes: minutes(120), date: day('2026-02-11'), ticket: ticket('APP-019'), project: 'APP' }),
  entry(5, { minutes: minutes(90), user: 'bob', date: day('2026-03-01') }),
  entry(6, { minutes: minutes(500), state: 'deleted' }),
  entry(7, { minutes: minutes(-15), user: 'bob', date: day('2026-03-01'), key: null, source: 'manual' }),
];
const fill = async ({ ledger }: Stores): Promise<unknown> => ledger.commit(step(ENTRIES.map(adding)));

/** Sums are made by the store; drafts count, deleted entries never do. */
export const reportCases: readonly StoresCase[] = [
  {
    name: 'time is summed by whatever is asked for, in that order, null first',
    async run(stores, expect) {
      await fill(stores);
      const { reports } = stores;
      expect(await reports.sums({}, ['project', 'ticket'])).toEqual([
        { project: null, ticket: null, minutes: 30, entries: 1 },
        { project: 'APP', ticket: 'APP-019', minutes: 120, entries: 1 },
        { project: 'TB', ticket: 'TB-042', minutes: 180, entries: 4 },
      ]);
      expect(await reports.sums({}, ['user', 'month'])).toEqual([
        { user: 'ann', month: '2026-02', minutes: 255, entries: 4 },
        { user: 'bob', month: '2026-03', minutes: 75, entries: 2 },
      ]);
      expect(await reports.sums({ user: 'ann' }, ['source', 'date'])).toEqual([
        { source: 'calendar', date: '2026-02-10', minutes: 75, entries: 2 },
        { source: 'git', date: '2026-02-10', minutes: 60, entries: 1 },
        { source: 'git', date: '2026-02-11', minutes: 120, entries: 1 },
      ]);
      expect(await reports.sums({}, [])).toEqual([{ minutes: 330, entries: 6 }]);
      expect(await reports.sums({ user: 'bob', to: day('2026-03-01') }, ['date', 'user'])).toEqual([
        { date: '2026-03-01', user: 'bob', minutes: 75, entries: 2 },
      ]);
      expect(await reports.sums({ user: 'bob' }, ['user'])).toEqual([
        { user: 'bob', minutes: 75, entries: 2 },
      ]);
      expect(await reports.sums({ user: 'nobody' }, ['user'])).toEqual([]);
      expect(await reports.sums({ user: 'ann', project: 'TB' }, ['ticket'])).toEqual([
        { ticket: 'TB-042', minutes: 105, entries: 2 },
      ]);
    },
  },
  {
    name: 'sums are of the days, people, projects and tickets that are meant',
    async run(stores, expect) {
      await fill(stores);
      const { reports } = stores;
      const total = async (filter: Parameters<typeof reports.sums>[0]): Promise<number> =>
        (await reports.sums(filter, []))[0]?.minutes ?? 0;
      expect(await total({ from: day('2026-02-11') })).toBe(195);
      expect(await total({ to: day('2026-02-10') })).toBe(135);
      expect(await total({ from: day('2026-02-11'), to: day('2026-02-11'), user: 'ann' })).toBe(120);
      expect(await total({ user: 'bob' })).toBe(75);
      expect(await total({ project: 'TB' })).toBe(180);
      expect(await total({ project: 'TB', user: 'ann' })).toBe(105);
      expect(await total({ projects: ['TB', 'X'], to: day('2026-02-28') })).toBe(105);
      expect(await total({ projects: ['APP', 'TB'] })).toBe(300);
      expect(await total({ projects: [] })).toBe(0);
      expect(await total({ tickets: [ticket('TB-042'), ticket('X-1')], to: day('2026-02-28') })).toBe(105);
      expect(await reports.sums({ tickets: [] }, ['ticket'])).toEqual([]);
      expect(await reports.sums({ user: 'nobody' }, [])).toEqual([]);
    },
  },
  {
    name: 'lines are the newest entries, and the span reaches from the first to the last',
    async run(stores, expect) {
      expect(await stores.reports.span({})).toBeNull();
      await fill(stores);
      const lines = await stores.reports.lines({ user: 'ann' }, 3);
      expect(lines.map(({ date, ticket: on, minutes: long }) => [date, on, long])).toEqual([
        ['2026-02-11', 'APP-019', 120],
        ['2026-02-10', 'TB-042', 45],
        ['2026-02-10', 'TB-042', 60],
      ]);
      expect(lines[0]).toEqual({
        date: '2026-02-11',
        user: 'ann',
        ticket: 'APP-019',
        project: 'APP',
        source: 'git',
        minutes: 120,
        description: 'fix socket — naïve 套接字',
        startedAt: at('2026-02-10T09:15:00Z'),
        endedAt: at('2026-02-10T10:15:00Z'),
        zone: 'Europe/Berlin',
      });
      expect(await stores.reports.span({})).toEqual({ from: '2026-02-10', to: '2026-03-01' });
      expect(await stores.reports.span({ tickets: [ticket('APP-019')] })).toEqual({
        from: '2026-02-11',
        to: '2026-02-11',
      });
    },
  },
  {
    name: 'standings are how far days have come, by person and day',
    async run(stores, expect) {
      const records = [
        aDay('2026-02-11', { status: 'submitted' }),
        aDay('2026-02-10', { user: 'bob' }),
        aDay('2026-02-10'),
      ];
      await stores.ledger.commit(step(records.map((after) => ({ noun: 'day', before: null, after }))));
      const of = (user: string, date: string, status = 'reviewed') => ({ user, date, status });
      expect(await stores.reports.standings({})).toEqual([
        of('ann', '2026-02-10'),
        of('ann', '2026-02-11', 'submitted'),
        of('bob', '2026-02-10'),
      ]);
      expect(await stores.reports.standings({ user: 'ann', from: day('2026-02-11') })).toEqual([
        of('ann', '2026-02-11', 'submitted'),
      ]);
      expect(await stores.reports.standings({ to: day('2026-02-09') })).toEqual([]);
    },
  },
  {
    name: 'sessions are counted where they began, by person and project, without those that were dropped',
    async run(stores, expect) {
      const sessions = [
        aSession(1),
        aSession(2, { startedAt: at('2026-02-10T12:00:00Z') }),
        aSession(3, { status: 'cancelled' }),
        aSession(4, { project: null, ticket: null }),
        aSession(5, { user: 'bob' }),
        aSession(6, { startedAt: at('2026-02-11T00:00:00Z') }),
      ];
      await stores.ledger.commit(step(sessions.map((after) => ({ noun: 'session', before: null, after }))));
      const DAY = { start: at('2026-02-10T00:00:00Z'), end: at('2026-02-11T00:00:00Z') };
      expect(await stores.reports.sessions(DAY, {})).toEqual([
        { user: 'ann', project: null, sessions: 1 },
        { user: 'ann', project: 'TB', sessions: 2 },
        { user: 'bob', project: 'TB', sessions: 1 },
      ]);
      expect(await stores.reports.sessions(DAY, { user: 'ann', project: 'TB' })).toEqual([
        { user: 'ann', project: 'TB', sessions: 2 },
      ]);
    },
  },
  {
    name: 'facts of many tickets are asked for at once',
    async run({ ticketFacts, reports }, expect) {
      await ticketFacts.put([someFacts('TB-2'), someFacts('TB-1'), someFacts('TB-3')]);
      expect(await reports.ticketFacts([ticket('TB-2'), ticket('TB-9'), ticket('TB-1')])).toEqual([
        someFacts('TB-1'),
        someFacts('TB-2'),
      ]);
      expect(await reports.ticketFacts([])).toEqual([]);
    },
  },
];
