import type { RowChange } from './changes.ts';
import { aMapping, ANN, aDraft, anOutboxRow, aProject, aTimer } from './sample-booking.ts';
import { adding, anEntry, at, day, id, next, step, store } from './sample-rows.ts';
import type { Expect, StoresCase } from './stores-case.ts';
import type { Stores } from './stores.ts';

const FEB = [day('2026-02-01'), day('2026-02-28')] as const;
const BOB = { ...ANN, user: 'bob' };
const OTHER = { ...ANN, account: '78' };
const HARVEST = { ...ANN, provider: 'harvest' as const };

const projectChange = (before: RowChange['before'], after: RowChange['after']): RowChange =>
  ({ noun: 'project', before, after }) as RowChange;
const mappingChange = (before: RowChange['before'], after: RowChange['after']): RowChange =>
  ({ noun: 'mapping', before, after }) as RowChange;

async function isConflict(stores: Stores, expect: Expect, ...changes: RowChange[]): Promise<void> {
  const error = await stores.ledger.commit(step(changes)).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'Problem', code: 'conflict' });
}

const idsIn = async (rows: Promise<readonly { readonly id: string }[]>): Promise<string[]> =>
  (await rows).map((row) => row.id);

/** Projects, mappings and what is remembered of providers. */
export const bookingCases: readonly StoresCase[] = [
  {
    name: 'projects and mappings come back as they were written, in order, of one person',
    async run(stores, expect) {
      const full = aProject(1, { key: 'b' });
      const bare = aProject(2, {
        key: 'a',
        customer: null,
        budget: null,
        hourlyRate: null,
        linearTeam: null,
      });
      const mapped = aMapping(4, { scope: 'ticket', name: 'TB-042' });
      const plain = aMapping(5, { task: null, billable: null });
      const never = aMapping(6, { scope: 'prefix', name: 'TB', billable: false });
      await store(
        stores,
        projectChange(null, full),
        projectChange(null, bare),
        projectChange(null, aProject(3, { user: 'bob', key: 'a' })),
        mappingChange(null, mapped),
        mappingChange(null, plain),
        mappingChange(null, never),
        mappingChange(null, aMapping(7, { user: 'bob' })),
        mappingChange(null, aMapping(8, { provider: 'harvest' })),
      );
      expect(await stores.projects.list('ann')).toEqual([bare, full]);
      expect(await stores.mappings.list('ann', 'toggl')).toEqual([never, plain, mapped]);
      expect(await idsIn(stores.mappings.list('ann', 'harvest'))).toEqual([id(8)]);
      const changed = next(full, {
        name: 'Portal',
        budget: null,
        terms: { per: 'month', rollover: true, from: day('2026-01-15'), percents: [75, 92] },
        hourlyRate: null,
        key: 'c',
      });
      const moved = next(mapped, { unit: '5', task: null, billable: null, label: 'x' });
      await store(
        stores,
        projectChange(full, changed),
        mappingChange(mapped, moved),
        mappingChange(never, null),
      );
      expect(await stores.projects.list('ann')).toEqual([bare, changed]);
      expect(await stores.mappings.list('ann', 'toggl')).toEqual([plain, moved]);
      expect((await stores.ledger.history(1))[0]?.changes.length).toBe(3);
    },
  },
  {
    name: 'a project or mapping that was changed first, or is there already, is a conflict',
    async run(stores, expect) {
      const project = aProject(1);
      const mapping = aMapping(2);
      await store(stores, projectChange(null, project), mappingChange(null, mapping));
      await store(
        stores,
        projectChange(project, next(project, {})),
        mappingChange(mapping, next(mapping, {})),
      );
      await isConflict(stores, expect, projectChange(project, next(project, { name: 'mine' })));
      await isConflict(stores, expect, projectChange(project, null));
      await isConflict(stores, expect, mappingChange(mapping, next(mapping, { unit: '3' })));
      await isConflict(stores, expect, mappingChange(mapping, null));
      await isConflict(stores, expect, projectChange(null, aProject(3, { key: project.key })));
      const twin = aMapping(4, { name: mapping.name });
      await isConflict(stores, expect, mappingChange(null, twin));
      await isConflict(stores, expect, projectChange(null, aProject(5)), mappingChange(null, twin));
      expect(await idsIn(stores.projects.list('ann'))).toEqual([id(1)]);
      await store(stores, mappingChange(next(mapping, {}), null), mappingChange(null, twin));
      expect(await idsIn(stores.mappings.list('ann', 'toggl'))).toEqual([id(4)]);
    },
  },
  {
    name: 'undo passes over projects and mappings',
    async run(stores, expect) {
      const mine = await stores.ledger.commit(step([adding(anEntry(1))]));
      for (const [operation, change] of [
        ['project.edit', projectChange(null, aProject(2))],
        ['provider.map', mappingChange(null, aMapping(3))],
        ['provider.unmap', mappingChange(aMapping(3), null)],
      ] as const) {
        await stores.ledger.commit(step([change], { operation }));
      }
      expect((await stores.ledger.undoable('ann'))?.id).toBe(mine.id);
    },
  },
  {
    name: 'rows of the outbox come back as written, by day and id, of one account only',
    async run(stores, expect) {
      const sent = anOutboxRow(1, { date: day('2026-02-11'), lost: [aDraft({ note: 'before' })] });
      const waiting = anOutboxRow(2, {
        state: 'pending',
        remoteId: null,
        confirmed: null,
        settledHash: null,
        nextTryAt: at('2026-02-10T13:00:00Z'),
        lastError: 'Ungültig: „nein“',
      });
      const failed = anOutboxRow(3, { state: 'failed', date: day('2026-03-01'), action: 'delete' });
      await stores.outbox.put([sent, waiting, failed]);
      await stores.outbox.put([
        anOutboxRow(4, { ...BOB, state: 'pending' }),
        anOutboxRow(5, { ...OTHER, state: 'pending' }),
        anOutboxRow(6, { ...HARVEST, state: 'pending' }),
      ]);
      expect(await stores.outbox.between(ANN, ...FEB)).toEqual([waiting, sent]);
      expect(await stores.outbox.between(ANN, day('2026-02-11'), day('2026-02-11'))).toEqual([sent]);
      expect(await stores.outbox.unsettled(ANN)).toEqual([waiting, failed]);
      expect(await stores.outbox.ofEntries(ANN, [sent.entry, failed.entry, id(9)])).toEqual([sent, failed]);
      expect(await stores.outbox.ofEntries(ANN, [])).toEqual([]);
      for (const [of, n] of [
        [BOB, 4],
        [OTHER, 5],
        [HARVEST, 6],
      ] as const) {
        expect(await idsIn(stores.outbox.between(of, ...FEB))).toEqual([id(n)]);
        expect(await idsIn(stores.outbox.unsettled(of))).toEqual([id(n)]);
        expect(await idsIn(stores.outbox.ofEntries(of, [id(1004), id(1005), id(1006)]))).toEqual([id(n)]);
      }
      await stores.outbox.remove(waiting.id);
      await stores.outbox.remove(waiting.id);
      expect(await stores.outbox.unsettled(ANN)).toEqual([failed]);
      await stores.outbox.put([]);
    },
  },
  {
    name: 'an entry has one row in an account: putting another one replaces it',
    async run(stores, expect) {
      const first = anOutboxRow(1, { state: 'sending' });
      const again = anOutboxRow(2, { entry: first.entry, date: day('2026-02-12'), attempts: 2 });
      await stores.outbox.put([first, anOutboxRow(3, { ...OTHER, entry: first.entry })]);
      await stores.outbox.put([again]);
      expect(await stores.outbox.between(ANN, ...FEB)).toEqual([again]);
      expect(await idsIn(stores.outbox.between(OTHER, ...FEB))).toEqual([id(3)]);
      const later = { ...again, state: 'unknown' as const, attempts: 3 };
      await stores.outbox.put([later, later]);
      expect(await stores.outbox.between(ANN, ...FEB)).toEqual([later]);
    },
  },
  {
    name: 'what was being sent when a host ended is unknown to the next one',
    async run(stores, expect) {
      const now = at('2026-02-10T18:00:00Z');
      const states = ['pending', 'sending', 'sent', 'failed', 'unknown'] as const;
      const rows = states.map((state, n) => anOutboxRow(n + 1, { state }));
      await stores.outbox.put([...rows, anOutboxRow(7, { ...HARVEST, state: 'sending' })]);
      expect(await stores.outbox.recover(now)).toBe(2);
      expect(await stores.outbox.between(ANN, ...FEB)).toEqual(
        rows.map((row) => (row.state === 'sending' ? { ...row, state: 'unknown', updatedAt: now } : row)),
      );
      expect((await stores.outbox.between(HARVEST, ...FEB))[0]?.state).toBe('unknown');
      expect(await stores.outbox.recover(now)).toBe(0);
    },
  },
  {
    name: 'answers of a provider are kept by account and kind until they are replaced or cleared',
    async run(stores, expect) {
      const then = at('2026-02-10T09:00:00Z');
      const later = at('2026-02-10T10:00:00Z');
      const units = [{ unit: '1', task: null, names: ['Größe', 'B'], left: 0 }];
      await stores.providerCache.put(ANN, 'units', units, then);
      await stores.providerCache.put(ANN, 'account', null, then);
      await stores.providerCache.put(OTHER, 'units', [], then);
      await stores.providerCache.put(BOB, 'units', 'his', then);
      expect(await stores.providerCache.get(ANN, 'units')).toEqual({ value: units, at: then });
      expect(await stores.providerCache.get(ANN, 'account')).toEqual({ value: null, at: then });
      expect(await stores.providerCache.get(ANN, 'budgets')).toBeNull();
      await stores.providerCache.put(ANN, 'units', { gone: true }, later);
      expect(await stores.providerCache.get(ANN, 'units')).toEqual({ value: { gone: true }, at: later });
      await stores.providerCache.clear(ANN);
      expect(await stores.providerCache.get(ANN, 'units')).toBeNull();
      expect(await stores.providerCache.get(ANN, 'account')).toBeNull();
      expect((await stores.providerCache.get(OTHER, 'units'))?.value).toEqual([]);
      expect((await stores.providerCache.get(BOB, 'units'))?.value).toBe('his');
    },
  },
  {
    name: 'calls are told by bucket, oldest first, and forgotten after an hour and a half',
    async run(stores, expect) {
      const { calls } = stores;
      const times = ['08:00:00', '09:30:00', '09:30:00', '09:29:59'].map((t) => at(`2026-02-10T${t}Z`));
      for (const time of times) await calls.add('toggl', 'main', time);
      await calls.add('toggl', 'reports', times[0]!);
      await calls.add('harvest', 'main', times[0]!);
      const [, late, again, early] = times;
      expect(await calls.since('toggl', 'main', times[0]!)).toEqual([times[0], early, late, again]);
      expect(await calls.since('toggl', 'main', late!)).toEqual([late, again]);
      expect(await calls.since('toggl', 'main', at('2026-02-10T09:30:01Z'))).toEqual([]);
      await calls.add('toggl', 'main', at('2026-02-10T09:30:00.001Z'));
      expect((await calls.since('toggl', 'main', times[0]!)).length).toBe(4);
      expect(await calls.since('toggl', 'reports', times[0]!)).toEqual([times[0]]);
      expect(await calls.since('harvest', 'main', times[0]!)).toEqual([times[0]]);
      expect(await calls.since('harvest', 'reports', times[0]!)).toEqual([]);
      // One of two that left together was answered; the other one counts as it did.
      const answered = at('2026-02-10T09:30:02Z');
      await calls.answered('toggl', 'main', late!, answered);
      await calls.answered('toggl', 'main', at('2026-02-10T07:00:00Z'), answered);
      expect(await calls.since('toggl', 'main', early!)).toEqual([
        early,
        again,
        at('2026-02-10T09:30:00.001Z'),
        answered,
      ]);
    },
  },
  {
    name: 'a bucket is held until the time that was told last',
    async run({ calls }, expect) {
      // The clock of the suite stands at 09:00.
      const soon = at('2026-02-10T09:00:30Z');
      expect(await calls.heldUntil('toggl', 'main')).toBeNull();
      await calls.hold('toggl', 'main', at('2026-02-10T10:00:00Z'));
      await calls.hold('toggl', 'main', soon);
      expect(await calls.heldUntil('toggl', 'main')).toBe(soon);
      expect(await calls.heldUntil('toggl', 'reports')).toBeNull();
      expect(await calls.heldUntil('harvest', 'main')).toBeNull();
      await calls.hold('toggl', 'main', null);
      expect(await calls.heldUntil('toggl', 'main')).toBeNull();
      await calls.hold('toggl', 'main', at('2026-02-10T09:00:00Z'));
      expect(await calls.heldUntil('toggl', 'main')).toBeNull();
    },
  },
  {
    name: 'timers are kept by session and account; open ones are listed oldest first',
    async run({ timers }, expect) {
      const running = aTimer(2);
      const starting = aTimer(1, { state: 'starting', remoteId: null, timerId: null });
      await timers.put(running);
      await timers.put(starting);
      await timers.put(aTimer(3, { state: 'failed', lastError: 'no rights' }));
      await timers.put(aTimer(4, { ...OTHER, state: 'stopping' }));
      expect(await timers.open(ANN)).toEqual([starting, running]);
      expect(await timers.open(BOB)).toEqual([]);
      expect(await timers.ofSession(ANN, id(3))).toMatchObject({ state: 'failed', lastError: 'no rights' });
      expect(await timers.ofSession(ANN, id(4))).toBeNull();
      const stopped = { ...running, state: 'stopped' as const, timerId: null };
      await timers.put(stopped);
      expect(await timers.ofSession(ANN, id(2))).toEqual(stopped);
      expect(await timers.open(ANN)).toEqual([starting]);
    },
  },
];
