import { aCheckout, aCommit, aRepository, aSession, aSpan, at, id, store } from './sample-rows.ts';
import type { StoresCase } from './stores-case.ts';

const DAY = { start: at('2026-02-10T00:00:00Z'), end: at('2026-02-11T00:00:00Z') };

/** Evidence is only ever added, and adding it again changes nothing. */
export const evidenceCases: readonly StoresCase[] = [
  {
    name: 'commits are added once; what was not known of them before is filled in',
    async run(stores, expect) {
      const { evidence } = stores;
      const first = aCommit('c1', { branch: null });
      expect(await evidence.addCommits([first, aCommit('c2')])).toBe(2);
      expect(
        await evidence.addCommits([first, aCommit('c2', { branch: 'other', subject: 'rewritten' })]),
      ).toBe(0);
      expect(
        await evidence.addCommits([aCommit('c1', { branch: 'topic', patchId: 'p1' }), aCommit('c3')]),
      ).toBe(1);
      expect(await evidence.addCommits([aCommit('c1', { repository: id(901) })])).toBe(1);
      const found = await evidence.commits(['ann@example.COM'], DAY);
      expect(found.filter((commit) => commit.repository === id(900))).toEqual([
        { ...first, branch: 'topic', patchId: 'p1' },
        aCommit('c2'),
        aCommit('c3'),
      ]);
      expect(found.length).toBe(4);
      expect(await evidence.addCommits([])).toBe(0);
    },
  },
  {
    name: 'commits of some e-mails in an interval, by author time, the end not included',
    async run(stores, expect) {
      const { evidence } = stores;
      await evidence.addCommits([
        aCommit('late', { authoredAt: at('2026-02-10T15:30:00Z') }),
        aCommit('early'),
        aCommit('home', { authorEmail: 'ÄNN@home.example', authoredAt: at('2026-02-10T12:00:00Z') }),
        aCommit('next', { authoredAt: DAY.end }),
        aCommit('first', { authoredAt: DAY.start }),
        aCommit('other', { authorEmail: 'bob@example.com' }),
      ]);
      const hashes = async (emails: string[]) =>
        (await evidence.commits(emails, DAY)).map((commit) => commit.hash);
      expect(await hashes(['ann@example.com'])).toEqual(['first', 'early', 'late']);
      expect(await hashes(['ann@example.com', 'änn@home.example'])).toEqual([
        'first',
        'early',
        'home',
        'late',
      ]);
      expect(await hashes([])).toEqual([]);
    },
  },
  {
    name: 'checkouts: a known one only gets its end; those that hold in the interval are found',
    async run(stores, expect) {
      const { evidence } = stores;
      const long = aCheckout('2025-06-01T09:00:00Z', { repository: id(901), branch: 'release' });
      const detached = aCheckout('2026-02-10T09:00:00Z', { branch: null, until: at('2026-02-10T10:00:00Z') });
      const over = aCheckout('2026-02-09T09:00:00Z', { until: at('2026-02-10T00:00:00Z') });
      await evidence.addCheckouts([long, detached, over]);
      await evidence.addCheckouts([aCheckout('2026-02-10T10:00:00Z'), detached]);
      await evidence.addCheckouts([aCheckout('2026-02-10T10:00:00Z', { until: at('2026-02-10T11:00:00Z') })]);
      expect(await evidence.checkouts(DAY)).toEqual([
        long,
        detached,
        aCheckout('2026-02-10T10:00:00Z', { until: at('2026-02-10T11:00:00Z') }),
      ]);
      await evidence.addCheckouts([{ ...long, until: at('2026-02-10T08:00:00Z') }]);
      const later = { start: at('2026-02-10T08:00:00Z'), end: at('2026-02-10T09:30:00Z') };
      expect(await evidence.checkouts(later)).toEqual([detached]);
    },
  },
  {
    name: 'what a scan learned is kept with the repository and is no step of the log',
    async run(stores, expect) {
      const row = aRepository(1);
      await store(stores, { noun: 'repository', before: null, after: row });
      const mark = {
        lastScanAt: at('2026-02-10T09:00:00Z'),
        lastProblem: null,
        mark: 'm1',
        coveredFrom: DAY.start,
      };
      await stores.evidence.markScanned(id(1), mark);
      await stores.evidence.markScanned(id(2), mark);
      expect(await stores.repositories.list()).toEqual([{ ...row, ...mark }]);
      expect((await stores.ledger.history(10)).length).toBe(1);
    },
  },
  {
    name: 'a heartbeat extends the open span in place',
    async run(stores, expect) {
      const { evidence } = stores;
      const open = aSpan(1, '2026-02-10T09:00:00Z', '2026-02-10T09:00:00Z', { open: true });
      await evidence.putPresence(open);
      expect(await evidence.openPresence('ann')).toEqual(open);
      expect(await evidence.openPresence('bob')).toBeNull();
      await evidence.putPresence({ ...open, end: at('2026-02-10T09:00:30Z'), zone: 'UTC', backend: 'other' });
      const extended = { ...open, end: at('2026-02-10T09:00:30Z') };
      expect(await evidence.openPresence('ann')).toEqual(extended);
      await evidence.putPresence({ ...extended, open: false, state: 'idle' });
      expect(await evidence.openPresence('ann')).toBeNull();
      expect(await evidence.presence('ann', DAY)).toEqual([{ ...extended, open: false, state: 'idle' }]);
    },
  },
  {
    name: 'presence spans that overlap an interval, however long they are',
    async run(stores, expect) {
      const spans = [
        aSpan(1, '2026-02-01T00:00:00Z', '2026-02-10T00:00:01Z', { state: 'locked' }),
        aSpan(2, '2026-02-09T23:00:00Z', '2026-02-10T00:00:00Z'),
        aSpan(3, '2026-02-10T09:00:00Z', '2026-02-10T12:00:00Z'),
        aSpan(4, '2026-02-10T08:00:00Z', '2026-02-10T08:30:00Z', { state: 'unknown', backend: 'cli' }),
        aSpan(5, '2026-02-11T00:00:00Z', '2026-02-11T01:00:00Z'),
        aSpan(6, '2026-02-10T09:00:00Z', '2026-02-10T12:00:00Z', { user: 'bob' }),
        aSpan(7, '2026-02-10T23:00:00Z', '2026-02-14T12:00:00Z', { state: 'suspended' }),
      ];
      for (const span of spans) await stores.evidence.putPresence(span);
      const found = await stores.evidence.presence('ann', DAY);
      expect(found).toEqual([spans[0], spans[3], spans[2], spans[6]]);
    },
  },
  {
    name: 'a session that is alive says so without a step of the log, and a step never takes it back',
    async run(stores, expect) {
      const running = aSession(1, { status: 'active', endedAt: null, aliveAt: at('2026-02-10T09:00:00Z') });
      await store(stores, { noun: 'session', before: null, after: running });
      await stores.evidence.sessionAlive(id(1), at('2026-02-10T09:30:00Z'));
      expect((await stores.sessions.get(id(1)))?.aliveAt).toBe(at('2026-02-10T09:30:00Z'));
      await store(stores, {
        noun: 'session',
        before: running,
        after: { ...running, title: 'other', revision: 2 },
      });
      expect(await stores.sessions.get(id(1))).toMatchObject({
        title: 'other',
        aliveAt: at('2026-02-10T09:30:00Z'),
      });
      expect((await stores.ledger.history(10)).length).toBe(2);
    },
  },
];
