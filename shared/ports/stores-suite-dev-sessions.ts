import type { DevSession } from '../evidence/dev-session.ts';
import { aDevSession, anOutcome } from './sample-dev-sessions.ts';
import { at, id, step, ticket } from './sample-rows.ts';
import type { StoresCase } from './stores-case.ts';
import type { Stores } from './stores.ts';

const add = async (stores: Stores, ...sessions: readonly DevSession[]): Promise<void> => {
  await stores.ledger.commit(
    step(sessions.map((after) => ({ noun: 'devSession' as const, before: null, after }))),
  );
};
const ids = (sessions: readonly DevSession[]): string[] => sessions.map((session) => session.id);
const TEN = at('2026-02-10T10:00:00Z');
const NOON = at('2026-02-10T12:00:00Z');

const completed = (n: number, given: Partial<DevSession> = {}): DevSession =>
  aDevSession(n, { status: 'completed', endedAt: TEN, outcome: anOutcome(), ...given });

/** Development sessions come back as they were, are found in every way they are looked for, and add up. */
export const devSessionCases: readonly StoresCase[] = [
  {
    name: 'a development session comes back with all it holds, and only the newest revision is changed',
    async run(stores, expect) {
      const session = completed(1, {
        board: 'Development history',
        pauses: [{ start: at('2026-02-10T09:10:00Z'), end: at('2026-02-10T09:20:00Z') }],
        ticket: ticket('TB-042'),
        links: [
          { ticket: ticket('TB-2'), relationship: 'completed', at: TEN },
          { ticket: ticket('TB-1'), relationship: 'created', at: TEN },
        ],
        runs: [{ agent: 'claude-code', run: 'r' }],
        uses: [{ model: 'gpt-4o', calls: 2, input: 1, output: 2, cacheWrite: 0, cacheRead: 0, usd: null }],
        activities: [{ at: TEN, text: 'naïve „套接字“' }],
        keyChanges: ['a', 'b'],
        summary: null,
      });
      await add(stores, session);
      expect(await stores.devSessions.get(id(1))).toEqual(session);
      expect(await stores.devSessions.get(id(2))).toBeNull();
      const after = { ...session, summary: 'Done', links: session.links.slice(1), revision: 2 };
      await stores.ledger.commit(step([{ noun: 'devSession', before: session, after }]));
      expect(await stores.devSessions.get(id(1))).toEqual(after);
      const late = stores.ledger.commit(step([{ noun: 'devSession', before: session, after }]));
      expect(
        await late.then(
          () => 'written',
          (error: { code?: string }) => error.code,
        ),
      ).toBe('conflict');
    },
  },
  {
    name: 'open development sessions are told newest first, of one person',
    async run(stores, expect) {
      const paused = aDevSession(2, { status: 'paused', pausedAt: TEN, startedAt: TEN });
      await add(stores, aDevSession(1), paused, completed(3), aDevSession(4, { user: 'bob' }));
      await add(stores, aDevSession(5, { status: 'cancelled', endedAt: TEN }));
      expect(ids(await stores.devSessions.open('ann'))).toEqual([id(2), id(1)]);
    },
  },
  {
    name: 'a development session is named by the end of its id',
    async run(stores, expect) {
      await add(stores, aDevSession(14), aDevSession(24), aDevSession(25, { user: 'bob' }));
      expect(ids(await stores.devSessions.endingIn('ann', '0014'))).toEqual([id(14)]);
      expect(ids(await stores.devSessions.endingIn('ann', '4'))).toEqual([id(14), id(24)]);
      expect(await stores.devSessions.endingIn('ann', '25')).toEqual([]);
    },
  },
  {
    name: 'development sessions that overlap a stretch are found, long and open ones too',
    async run(stores, expect) {
      await add(
        stores,
        completed(1),
        completed(2, { startedAt: at('2026-02-01T09:00:00Z'), endedAt: NOON }),
        aDevSession(3, { startedAt: at('2026-01-01T09:00:00Z') }),
        completed(4, { startedAt: TEN, endedAt: NOON }),
        completed(5, { startedAt: NOON, endedAt: at('2026-02-10T13:00:00Z') }),
      );
      const found = await stores.devSessions.overlapping('ann', { start: TEN, end: NOON });
      expect(ids(found)).toEqual([id(3), id(2), id(4)]);
    },
  },
  {
    name: 'completed development sessions of a ticket are counted, of one person',
    async run(stores, expect) {
      const links = [{ ticket: ticket('TB-9'), relationship: 'updated', at: TEN }] as const;
      await add(
        stores,
        completed(1, { links }),
        completed(2, { links, user: 'bob' }),
        completed(3),
        aDevSession(4, { links }),
        completed(5, { links }),
      );
      expect(await stores.devSessions.completedOn('ann', ticket('TB-9'))).toBe(2);
      expect(await stores.devSessions.completedOn('ann', ticket('TB-10'))).toBe(0);
    },
  },
  {
    name: 'pages of development sessions go on where the last one ended',
    async run(stores, expect) {
      await add(stores, completed(1), completed(2), completed(3, { startedAt: TEN, endedAt: NOON }));
      const first = await stores.devSessions.page('ann', {}, 2, null);
      expect(ids(first)).toEqual([id(3), id(2)]);
      expect(ids(await stores.devSessions.page('ann', {}, 2, first[1]!))).toEqual([id(1)]);
      expect(await stores.devSessions.page('bob', {}, 2, null)).toEqual([]);
    },
  },
  {
    name: 'development sessions are filtered by all that is known of them',
    async run({ devSessions, ...rest }, expect) {
      const stores = { devSessions, ...rest };
      const link = { ticket: ticket('TB-9'), relationship: 'updated', at: TEN } as const;
      await add(
        stores,
        completed(1, { type: 'bugfix', summary: 'UPLOADS work' }),
        aDevSession(2, { project: 'APP', links: [link] }),
        aDevSession(3, { ticket: ticket('TB-9'), startedAt: TEN, title: '100% done' }),
      );
      const found = async (filter: Parameters<typeof devSessions.page>[1]) =>
        ids(await devSessions.page('ann', filter, 9, null));
      expect(await found({ status: 'completed' })).toEqual([id(1)]);
      expect(await found({ type: 'bugfix' })).toEqual([id(1)]);
      expect(await found({ project: 'APP' })).toEqual([id(2)]);
      expect(await found({ ticket: ticket('TB-9') })).toEqual([id(3), id(2)]);
      expect(await found({ began: { start: TEN, end: NOON } })).toEqual([id(3)]);
      expect(await found({ search: 'uploads' })).toEqual([id(1)]);
      expect(await found({ search: '100%' })).toEqual([id(3)]);
      expect(await found({ search: '%' })).toEqual([id(3)]);
      expect(await found({ search: 'workflow', ticket: ticket('TB-9') })).toEqual([id(2)]);
    },
  },
  {
    name: 'what development sessions came to adds up by type, project and status',
    async run({ devSessions, ...rest }, expect) {
      const stores = { devSessions, ...rest };
      await add(
        stores,
        completed(1),
        completed(2, { pauses: [{ start: at('2026-02-10T09:00:00Z'), end: at('2026-02-10T09:30:00Z') }] }),
        completed(3, { type: 'bugfix', project: null }),
        aDevSession(4),
        completed(5, { startedAt: NOON, endedAt: NOON }),
      );
      const began = { start: at('2026-02-10T00:00:00Z'), end: NOON };
      const sums = await devSessions.sums('ann', { began });
      expect(sums.map((sum) => [sum.type, sum.project, sum.status, sum.sessions])).toEqual([
        ['bugfix', null, 'completed', 1],
        ['feature', 'TB', 'active', 1],
        ['feature', 'TB', 'completed', 2],
      ]);
      expect(sums[2]).toEqual({
        type: 'feature',
        project: 'TB',
        status: 'completed',
        sessions: 2,
        durationMinutes: 90,
        attentionMinutes: 80,
        agentMinutes: 40,
        commits: 6,
        filesChanged: 10,
        linesAdded: 200,
        linesRemoved: 20,
        tokens: 20,
        costUsd: 1,
        costUnits: 1000,
      });
      expect((await devSessions.sums('ann', { project: 'TB' })).length).toBe(2);
      expect(await devSessions.sums('bob', {})).toEqual([]);
    },
  },
  {
    name: 'a heartbeat reaches all active development sessions, and a step read before it never takes it back',
    async run(stores, expect) {
      const one = aDevSession(1);
      const paused = aDevSession(2, { status: 'paused', pausedAt: TEN });
      await add(stores, one, paused, aDevSession(3, { user: 'bob' }));
      await stores.devSessions.alive('ann', TEN);
      await stores.ledger.commit(
        step([{ noun: 'devSession', before: one, after: { ...one, title: 'Other', revision: 2 } }]),
      );
      expect(await stores.devSessions.get(id(1))).toMatchObject({ aliveAt: TEN, title: 'Other' });
      expect(await stores.devSessions.get(id(2))).toMatchObject({ aliveAt: null });
      expect(await stores.devSessions.get(id(3))).toMatchObject({ aliveAt: null });
    },
  },
  {
    name: 'the report of a development session is kept, and replaced by the next one',
    async run({ devSessions }, expect) {
      expect(await devSessions.report(id(1))).toBeNull();
      await devSessions.keepReport(id(1), { madeAt: TEN, markdown: '# „Eins“' });
      await devSessions.keepReport(id(1), { madeAt: NOON, markdown: '# Zwei' });
      expect(await devSessions.report(id(1))).toEqual({ madeAt: NOON, markdown: '# Zwei' });
    },
  },
];
