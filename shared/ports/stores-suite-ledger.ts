import { adding, aDay, anEntry, aRepository, aSession, day, id, next, step, store } from './sample-rows.ts';
import type { RowChange } from './changes.ts';
import type { Expect, StoresCase } from './stores-case.ts';
import type { Stores } from './stores.ts';

async function refused(doing: Promise<unknown>, expect: Expect, code: string): Promise<void> {
  const error = await doing.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'Problem', code });
}

const idsOf = async (stores: Stores): Promise<string[]> =>
  (await stores.entries.between('ann', day('2026-01-01'), day('2026-12-31'))).map((entry) => entry.id);

const turnedBack = (changes: readonly RowChange[]): RowChange[] =>
  changes.map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange);

/** Writes a step of ann's that adds an entry, and gives back its id. */
const added = async (stores: Stores, n: number, operation = 'entry.add', actor = 'ann') =>
  stores.ledger.commit(step([adding(anEntry(n))], { operation, actor }));

async function undo(stores: Stores) {
  const taken = await stores.ledger.undoable('ann');
  if (!taken) return null;
  const { operation, changes } = taken;
  await stores.ledger.commit(step(turnedBack(changes), { operation, why: 'undone', undoes: taken.id }));
  return taken;
}

async function redo(stores: Stores) {
  const taken = await stores.ledger.redoable('ann');
  if (!taken) return null;
  const { operation, changes } = taken;
  await stores.ledger.commit(step(changes, { operation, why: 'redone', redoes: taken.id }));
  return taken;
}

/** Everything a person changes goes through here, in one step, and is logged. */
export const ledgerCases: readonly StoresCase[] = [
  {
    name: 'a step is written as a whole or not at all',
    async run(stores, expect) {
      await store(stores, adding(anEntry(1)));
      const both = step([adding(anEntry(2)), adding(anEntry(1, { key: 'other' }))]);
      await refused(stores.ledger.commit(both), expect, 'conflict');
      expect(await idsOf(stores)).toEqual([id(1)]);
      expect((await stores.ledger.history(10)).length).toBe(1);
      expect((await stores.ledger.verify()).intact).toBe(true);
    },
  },
  {
    name: 'a row that somebody else changed first is a conflict, for every noun',
    async run(stores, expect) {
      const entry = anEntry(1);
      const session = aSession(2);
      const record = aDay('2026-02-10');
      const repository = aRepository(3);
      await store(
        stores,
        adding(entry),
        { noun: 'session', before: null, after: session },
        { noun: 'day', before: null, after: record },
        { noun: 'repository', before: null, after: repository },
      );
      await store(
        stores,
        { noun: 'entry', before: entry, after: next(entry, {}) },
        { noun: 'session', before: session, after: next(session, {}) },
        { noun: 'day', before: record, after: next(record, {}) },
        { noun: 'repository', before: repository, after: null },
      );
      const stale: RowChange[] = [
        { noun: 'entry', before: entry, after: next(entry, { description: 'mine' }) },
        { noun: 'entry', before: entry, after: null },
        { noun: 'session', before: session, after: next(session, {}) },
        { noun: 'day', before: record, after: next(record, {}) },
        { noun: 'day', before: null, after: record },
        { noun: 'repository', before: repository, after: null },
        { noun: 'entry', before: anEntry(9), after: null },
      ];
      for (const change of stale) await refused(stores.ledger.commit(step([change])), expect, 'conflict');
      expect((await stores.entries.get(id(1)))?.description).toBe(entry.description);
      expect((await stores.ledger.history(10)).length).toBe(2);
    },
  },
  {
    name: 'a key is there once per user and day; entries without one do not collide',
    async run(stores, expect) {
      await store(stores, adding(anEntry(1, { key: 'git:TB-042' })));
      const twin = anEntry(2, { key: 'git:TB-042' });
      await refused(stores.ledger.commit(step([adding(twin)])), expect, 'conflict');
      await store(
        stores,
        adding({ ...twin, id: id(3), date: day('2026-02-11') }),
        adding({ ...twin, id: id(4), user: 'bob' }),
        adding(anEntry(5, { key: null })),
        adding(anEntry(6, { key: null })),
      );
      expect(await idsOf(stores)).toEqual([id(1), id(5), id(6), id(3)]);
    },
  },
  {
    name: 'a row may take over the key that another one gives up in the same step',
    async run(stores, expect) {
      const old = anEntry(1, { key: 'git:a' });
      const kept = anEntry(2, { key: 'git:b' });
      await store(stores, adding(old), adding(kept));
      await store(
        stores,
        adding(anEntry(3, { key: 'git:a' })),
        adding(anEntry(4, { key: 'git:b' })),
        { noun: 'entry', before: old, after: null },
        { noun: 'entry', before: kept, after: next(kept, { key: null }) },
      );
      expect(await idsOf(stores)).toEqual([id(2), id(3), id(4)]);
    },
  },
  {
    name: 'a path is registered once',
    async run(stores, expect) {
      await store(stores, { noun: 'repository', before: null, after: aRepository(1, { path: '/src/a' }) });
      const again = step([{ noun: 'repository', before: null, after: aRepository(2, { path: '/src/a' }) }]);
      await refused(stores.ledger.commit(again), expect, 'conflict');
    },
  },
  {
    name: 'the log tells who, when, what, before and after, newest first',
    async run(stores, expect) {
      const entry = anEntry(1);
      const first = await stores.ledger.commit(step([adding(entry)], { why: 'typed “2h”' }));
      const change: RowChange = {
        noun: 'entry',
        before: entry,
        after: next(entry, { minutes: 90 as never }),
      };
      const second = await stores.ledger.commit(
        step([change], { actor: 'bob', operation: 'entry.edit', undoes: first.id }),
      );
      expect(await stores.ledger.history(10)).toEqual([second, first]);
      expect(await stores.ledger.history(1)).toEqual([second]);
      expect(await stores.ledger.history(1, second.id)).toEqual([first]);
      expect(await stores.ledger.history(9, first.id)).toEqual([]);
      await refused(stores.ledger.history(9, id(99)), expect, 'not-found');
      expect(second).toMatchObject({
        actor: 'bob',
        operation: 'entry.edit',
        changes: [change],
        undoes: first.id,
      });
      expect(await stores.ledger.verify()).toMatchObject({ intact: true, records: 2, brokenAt: null });
    },
  },
  {
    name: 'a change from nothing to nothing is written down and changes nothing',
    async run(stores, expect) {
      await stores.ledger.commit(step([{ noun: 'entry', before: null, after: null }]));
      expect(await idsOf(stores)).toEqual([]);
      expect((await stores.ledger.history(10)).length).toBe(1);
    },
  },
  {
    name: 'undo and redo walk the steps back and forth',
    async run(stores, expect) {
      const one = await added(stores, 1);
      const two = await added(stores, 2);
      expect(await stores.ledger.redoable('ann')).toBeNull();
      expect((await undo(stores))?.id).toBe(two.id);
      expect((await undo(stores))?.id).toBe(one.id);
      expect(await undo(stores)).toBeNull();
      expect(await idsOf(stores)).toEqual([]);
      expect((await redo(stores))?.id).toBe(one.id);
      expect(await idsOf(stores)).toEqual([id(1)]);
      expect((await undo(stores))?.changes).toEqual(one.changes);
      expect((await redo(stores))?.changes).toEqual(one.changes);
      expect((await redo(stores))?.id).toBe(two.id);
      expect(await redo(stores)).toBeNull();
      expect(await idsOf(stores)).toEqual([id(1), id(2)]);
      expect((await undo(stores))?.changes).toEqual(two.changes);
      expect((await undo(stores))?.changes).toEqual(one.changes);
      expect(await undo(stores)).toBeNull();
    },
  },
  {
    name: 'a new change forgets what could be redone',
    async run(stores, expect) {
      await added(stores, 1);
      await undo(stores);
      const fresh = await added(stores, 2);
      expect(await stores.ledger.redoable('ann')).toBeNull();
      expect((await stores.ledger.undoable('ann'))?.id).toBe(fresh.id);
    },
  },
  {
    name: 'steps of jobs and of other people are not offered, and are no barrier',
    async run(stores, expect) {
      const mine = await added(stores, 1);
      await added(stores, 2, 'day.derive', 'stint');
      await added(stores, 3, 'entry.add', 'bob');
      expect((await stores.ledger.undoable('ann'))?.id).toBe(mine.id);
      expect(await stores.ledger.undoable('stint')).toBeNull();
      expect(await stores.ledger.redoable('stint')).toBeNull();
      await undo(stores);
      await added(stores, 4, 'day.derive', 'stint');
      expect((await stores.ledger.redoable('ann'))?.id).toBe(mine.id);
    },
  },
  {
    name: 'sessions, repositories and corrections are passed over',
    async run(stores, expect) {
      const mine = await added(stores, 1);
      await added(stores, 2, 'session.stop');
      await added(stores, 3, 'entry.correct');
      expect((await stores.ledger.undoable('ann'))?.id).toBe(mine.id);
      await undo(stores);
      await added(stores, 4, 'repository.add');
      expect((await stores.ledger.redoable('ann'))?.id).toBe(mine.id);
    },
  },
  {
    name: 'nothing before the submission of a week is offered',
    async run(stores, expect) {
      await added(stores, 1);
      await undo(stores);
      await added(stores, 2, 'week.submit');
      expect(await stores.ledger.undoable('ann')).toBeNull();
      expect(await stores.ledger.redoable('ann')).toBeNull();
      const after = await added(stores, 3, 'day.confirm');
      expect((await stores.ledger.undoable('ann'))?.id).toBe(after.id);
    },
  },
];
