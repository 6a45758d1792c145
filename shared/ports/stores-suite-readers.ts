import {
  adding,
  aCommit,
  aDay,
  anEntry,
  aRepository,
  aSession,
  aSettledGap,
  at,
  day,
  id,
  next,
  step,
  store,
  ticket,
} from './sample-rows.ts';
import type { Session } from '../evidence/session.ts';
import type { StoresCase } from './stores-case.ts';

const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

/** Entries, days, sessions, repositories and tickets: what is written comes back, in the order promised. */
export const readerCases: readonly StoresCase[] = [
  {
    name: 'an entry comes back as it was written, with every field',
    async run(stores, expect) {
      const full = anEntry(1, {
        correction: { reason: 'over-reported', of: id(7) },
        minutes: -30 as never,
      });
      const bare = anEntry(2, {
        ticket: null,
        project: null,
        startedAt: null,
        endedAt: null,
        commits: [],
        evidence: [],
        spans: [],
        key: null,
        correction: { reason: 'the whole day', of: null },
      });
      await store(stores, adding(full), adding(bare));
      expect(await stores.entries.get(id(1))).toEqual(full);
      expect(await stores.entries.get(id(2))).toEqual(bare);
      expect(await stores.entries.get(id(3))).toBeNull();
    },
  },
  {
    name: 'entries of a span of days, ordered by date, start and id; those without clock times last',
    async run(stores, expect) {
      const rows = [
        anEntry(1, { date: day('2026-02-11') }),
        anEntry(2, { startedAt: null, endedAt: null }),
        anEntry(3, { startedAt: at('2026-02-10T11:00:00Z') }),
        anEntry(4),
        anEntry(5, { state: 'deleted' }),
        anEntry(6, { user: 'bob' }),
        anEntry(7, { date: day('2026-02-09') }),
      ];
      await store(stores, ...rows.map(adding));
      const found = await stores.entries.between('ann', day('2026-02-10'), day('2026-02-11'));
      expect(found.map((entry) => entry.id)).toEqual([id(4), id(5), id(3), id(2), id(1)]);
    },
  },
  {
    name: 'an entry is found by the end of its id, and two are enough to see that it is not clear which',
    async run(stores, expect) {
      const tails = ['aaaa00000abc', 'bbbb00000abc', 'cccc00000abc', 'dddd00000def'];
      const rows = tails.map((tail, n) =>
        anEntry(n, { id: `01900000-0000-7000-8000-${tail}` as never, key: `k${n}` }),
      );
      await store(stores, ...rows.map(adding));
      const tailsOf = async (suffix: string, user = 'ann') =>
        (await stores.entries.endingIn(user, suffix)).map((entry) => entry.id.slice(-12));
      expect(await tailsOf('0def')).toEqual(['dddd00000def']);
      expect(await tailsOf('0DEF')).toEqual(['dddd00000def']);
      expect(await tailsOf('01900000-0000-7000-8000-dddd00000def')).toEqual(['dddd00000def']);
      expect((await tailsOf('00000abc')).length).toBe(2);
      expect(await tailsOf('%')).toEqual([]);
      expect(await tailsOf('0def', 'bob')).toEqual([]);
    },
  },
  {
    name: 'days that have a record, in order',
    async run(stores, expect) {
      const rows = [aDay('2026-02-11'), aDay('2026-02-09'), aDay('2026-02-10', { user: 'bob' })];
      await store(stores, ...rows.map((after) => ({ noun: 'day', before: null, after }) as const));
      expect(await stores.days.between('ann', day('2026-02-09'), day('2026-02-15'))).toEqual([
        rows[1],
        rows[0],
      ]);
      expect(await stores.days.between('ann', day('2026-02-12'), day('2026-02-15'))).toEqual([]);
    },
  },
  {
    name: 'sessions: the open ones, those that touch an interval, the newest ones',
    async run(stores, expect) {
      const rows = [
        aSession(1, { startedAt: at('2026-02-01T09:00:00Z'), endedAt: at('2026-02-11T09:00:00Z') }),
        aSession(2),
        aSession(3, {
          status: 'active',
          startedAt: at('2026-02-10T10:00:00Z'),
          endedAt: null,
          pauses: [],
          aliveAt: null,
        }),
        aSession(4, {
          status: 'paused',
          startedAt: at('2026-02-10T08:00:00Z'),
          endedAt: null,
          pausedAt: at('2026-02-10T08:30:00Z'),
        }),
        aSession(5, { user: 'bob', status: 'active', endedAt: null }),
      ];
      await store(stores, ...rows.map((after) => ({ noun: 'session', before: null, after }) as const));
      expect(await stores.sessions.get(id(3))).toEqual(rows[2]);
      expect(await stores.sessions.get(id(99))).toBeNull();
      expect((await stores.sessions.open('ann')).map((s) => s.id)).toEqual([id(3), id(4)]);
      const page = async (limit: number, before?: Session) =>
        (await stores.sessions.recent('ann', limit, before)).map((s) => s.id);
      expect(await page(2)).toEqual([id(3), id(2)]);
      expect(await page(2, rows[1])).toEqual([id(4), id(1)]);
      expect(await page(2, rows[0])).toEqual([]);
      const touching = async (from: string, to: string) =>
        (await stores.sessions.overlapping('ann', span(from, to))).map((s) => s.id);
      expect(await touching('2026-02-10T09:30:00Z', '2026-02-10T10:00:00Z')).toEqual([id(1), id(4), id(2)]);
      expect(await touching('2026-02-10T10:00:00Z', '2026-02-10T10:00:01Z')).toEqual([id(1), id(4), id(3)]);
      expect(await touching('2026-01-01T00:00:00Z', '2026-02-01T09:00:00Z')).toEqual([]);
    },
  },
  {
    name: 'settled gaps of a span of days, by start; taken away, they are gone',
    async run(stores, expect) {
      const later = at('2026-02-10T15:00:00Z');
      const rows = [
        aSettledGap(1, { startedAt: at('2026-02-10T14:00:00Z'), endedAt: later, verdict: 'ignored' }),
        aSettledGap(2),
        aSettledGap(3, { user: 'bob' }),
        aSettledGap(4, { date: day('2026-02-12') }),
      ] as const;
      await store(stores, ...rows.map((after) => ({ noun: 'gap', before: null, after }) as const));
      const found = () => stores.gaps.between('ann', day('2026-02-09'), day('2026-02-11'));
      expect(await found()).toEqual([rows[1], rows[0]]);
      expect(await stores.gaps.get(id(1))).toEqual(rows[0]);
      await store(stores, { noun: 'gap', before: rows[1], after: null });
      expect(await found()).toEqual([rows[0]]);
      expect(await stores.gaps.get(id(2))).toBeNull();
    },
  },
  {
    name: 'repositories by name',
    async run(stores, expect) {
      const rows = [
        aRepository(1, { name: 'web' }),
        aRepository(2, { name: 'api', coveredFrom: at('2026-01-01T00:00:00Z') }),
      ];
      await store(stores, ...rows.map((after) => ({ noun: 'repository', before: null, after }) as const));
      expect(await stores.repositories.list()).toEqual([rows[1], rows[0]]);
    },
  },
  {
    name: 'tickets of entries, sessions and commits, most recently used first, with the newest words',
    async run(stores, expect) {
      const later = at('2026-02-12T09:00:00Z');
      await store(
        stores,
        adding(anEntry(1, { description: 'older words' })),
        adding(anEntry(2, { description: 'newer words', endedAt: at('2026-02-10T16:00:00Z') })),
        adding(
          anEntry(3, { ticket: ticket('HR-1'), startedAt: null, endedAt: null, createdAt: later, key: null }),
        ),
        adding(anEntry(4, { ticket: ticket('BOB-1'), user: 'bob' })),
        adding(anEntry(5, { ticket: null })),
        {
          noun: 'session',
          before: null,
          after: aSession(6, { ticket: ticket('APP-019'), title: 'caching' }),
        },
      );
      await stores.evidence.addCommits([
        aCommit('c1', {
          subject: 'no ticket',
          branch: 'fix/TB-007-x',
          authoredAt: at('2026-02-13T09:00:00Z'),
        }),
        aCommit('c2', { subject: 'nothing', branch: null }),
      ]);
      const uses = await stores.tickets.recent('ann', '', 10);
      expect(uses).toEqual([
        { ticket: 'TB-007', title: 'no ticket', lastUsedAt: at('2026-02-13T09:00:00Z') },
        { ticket: 'HR-1', title: anEntry(3).description, lastUsedAt: later },
        { ticket: 'TB-042', title: 'newer words', lastUsedAt: at('2026-02-10T16:00:00Z') },
        { ticket: 'APP-019', title: 'caching', lastUsedAt: at('2026-02-10T10:00:00Z') },
      ]);
      const named = async (query: string, limit = 10) =>
        (await stores.tickets.recent('ann', query, limit)).map((use) => use.ticket);
      expect(await named('', 2)).toEqual(['TB-007', 'HR-1']);
      expect(await named('tb-0')).toEqual(['TB-007', 'TB-042']);
      expect(await named('CACH')).toEqual(['APP-019']);
      expect(await named('100%')).toEqual([]);
    },
  },
  {
    name: 'a ticket goes from the list with the last thing that named it',
    async run(stores, expect) {
      const first = anEntry(1, { ticket: ticket('TB-1'), description: 'a' });
      const typo = anEntry(2, { ticket: ticket('TB-11'), description: 'b', key: null });
      const moved = next(typo, { ticket: ticket('TB-1'), endedAt: at('2026-02-10T18:00:00Z') });
      await store(stores, adding(first), adding(typo));
      await stores.ledger.commit(step([{ noun: 'entry', before: typo, after: moved }]));
      const uses = await stores.tickets.recent('ann', '', 10);
      expect(uses.map(({ ticket, title }) => `${ticket} ${title}`)).toEqual(['TB-1 b']);
      await stores.ledger.commit(
        step([{ noun: 'entry', before: moved, after: next(moved, { state: 'deleted' }) }]),
      );
      expect((await stores.tickets.recent('ann', '', 10))[0]).toMatchObject({ ticket: 'TB-1', title: 'a' });
      await stores.ledger.commit(step([{ noun: 'entry', before: first, after: null }]));
      expect(await stores.tickets.recent('ann', '', 10)).toEqual([]);
    },
  },
];
