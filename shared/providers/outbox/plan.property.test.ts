import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import type { Entry } from '../../entries/entry.ts';
import { sampleEntry } from '../../entries/sample-entry.ts';
import type { Mapping } from '../../entries/mapping.ts';
import { aMapping, ANN } from '../../ports/sample-booking.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { carryOut, idOf, NOW } from './carry-out.fixture.ts';
import type { BookingPlan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { planBookings } from './plan.ts';
import { referenceOf } from '../reference.ts';
import { resolveRow } from './resolve.ts';

/** Small worlds, so that entries, rows and what stands there often have to do with each other. */
const DAYS = ['2026-02-09', '2026-02-10', '2026-02-11'] as LocalDay[];

const day = fc.constantFrom(...DAYS);
const some = fc.constantFrom(15, 30, 60);
const note = fc.constantFrom('TB-1: fix', 'TB-2: fix', 'meeting');
const number = fc.nat(7);

const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      date: day,
      length: some,
      ticket: fc.constantFrom('TB-1', 'TB-2', 'APP-1'),
      state: fc.constantFrom('accepted', 'accepted', 'accepted', 'deleted' as const),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ date, length, ticket, state }, n) =>
      sampleEntry('', '', {
        id: idOf(n),
        date,
        minutes: minutes(length),
        ticket: ticket as TicketId,
        description: 'fix',
        key: null,
        state: state as Entry['state'],
      }),
    ),
  );

const remotes: fc.Arbitrary<RemoteEntry[]> = fc
  .array(
    fc.record({
      date: day,
      length: some,
      note,
      of: fc.option(number),
      locked: fc.constantFrom(null, null, null, 'approved'),
      running: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 10 },
  )
  .map((all) =>
    all.map(({ date, length, note: words, of, locked, running }, n) => ({
      id: `r${n}`,
      unit: '11',
      task: null,
      date,
      minutes: minutes(length),
      note: words,
      reference: of === null ? null : referenceOf(idOf(of)),
      billable: null,
      locked,
      running,
    })),
  );

const rows = (there: readonly RemoteEntry[]): fc.Arbitrary<OutboxRow[]> =>
  fc
    .uniqueArray(
      fc.record({
        of: number,
        action: fc.constantFrom('create' as const, 'update' as const, 'delete' as const),
        state: fc.constantFrom(
          'pending' as const,
          'sent' as const,
          'sent' as const,
          'failed' as const,
          'unknown' as const,
        ),
        date: day,
        length: some,
        note,
        remote: fc.option(fc.nat(12)),
        isSettled: fc.boolean(),
      }),
      { selector: ({ of }) => of, maxLength: 6 },
    )
    .map((all) => {
      const taken = new Set<number>();
      return all.map(({ of, action, state, date, length, note: words, remote, isSettled }, n) => {
        // Two rows never stand for one, and none for one with the mark of another entry.
        const candidate = remote === null || taken.has(remote) ? null : (there[remote] ?? null);
        const isOther =
          candidate !== null && candidate.reference !== null && candidate.reference !== referenceOf(idOf(of));
        const known = isOther ? null : candidate;
        if (remote !== null) taken.add(remote);
        // What was never told about, and what was: both as the services write them.
        const isNew = action === 'create' && state !== 'sent';
        return {
          ...ANN,
          id: idOf(100 + n),
          entry: idOf(of),
          date,
          action,
          state,
          draft: {
            reference: referenceOf(idOf(of)),
            date,
            minutes: minutes(length),
            note: words,
            unit: '11',
            task: null,
            billable: null,
            startedAt: null,
            zone: 'Europe/Berlin',
          },
          hash: `h${n}`,
          remoteId: isNew ? null : (known?.id ?? `gone${n}`),
          confirmed: isNew ? null : known,
          settledHash: isSettled && !isNew ? `h${n}` : null,
          lost: [],
          attempts: 1,
          nextTryAt: null,
          lastError: null,
          createdAt: NOW,
          updatedAt: NOW,
        };
      });
    });

const mappings: Mapping[] = [
  aMapping(1, { scope: 'prefix', name: 'TB', unit: '11', task: null, billable: null }),
];

const inputs: fc.Arbitrary<PlanInput> = fc.tuple(entries, remotes).chain(([ours, theirs]) =>
  fc
    .record({
      rows: rows(theirs),
      online: fc.boolean(),
      statuses: fc.tuple(
        ...DAYS.map(() => fc.constantFrom('submitted' as const, 'submitted' as const, 'draft' as const)),
      ),
      conflicts: fc.constantFrom(null, 'mine' as const, 'theirs' as const),
      deleteAll: fc.boolean(),
    })
    .map(({ rows: outbox, online, statuses, conflicts, deleteAll }) => ({
      provider: {
        name: 'Service',
        can: {
          timers: false,
          externalReference: false,
          budgets: false,
          needsClockTimes: false,
          needsTask: false,
          bulk: false,
          hourlyQuota: false,
        },
      },
      settings: { 'booking.note': '{ticket}: {description}', 'booking.billable': 'unit' as const },
      include: 'submitted' as const,
      zone: 'Europe/Berlin',
      from: DAYS[0]!,
      to: DAYS[2]!,
      entries: ours,
      days: new Map(DAYS.map((date, n) => [date, statuses[n]!])),
      mappings,
      units: null,
      rows: outbox,
      claimed: new Set<string>(),
      remote: online ? { entries: theirs, from: DAYS[0]!, to: DAYS[2]!, gone: new Set<string>() } : null,
      timers: [],
      quota: null,
      wish: { choices: new Map(), conflicts, deleteAll, retry: new Set<Id>() },
    })),
);

const told = (plan: BookingPlan) =>
  plan.rows.map(
    ({ entry, decision, remoteId }) => `${entry} ${decision.action} ${remoteId} ${decision.reason}`,
  );

describe('any plan', () => {
  it('has each booking and each row exactly once, and at most one thing to tell about each', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planBookings(input);
        const ids = plan.rows.map(({ entry }) => entry);
        expect(new Set(ids).size).toBe(ids.length);
        for (const row of input.rows) expect(ids).toContain(row.entry);
        for (const entry of input.entries) {
          if (entry.state !== 'deleted' && input.days.get(entry.date) === 'submitted')
            expect(ids).toContain(entry.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes each entry there for one of ours at most, and tells of the rest', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planBookings(input);
        const claimed = plan.rows.flatMap(({ of }) => (of.sight.kind === 'seen' ? [of.sight.remote.id] : []));
        const rest = [...plan.doubles.map(({ remote }) => remote.id), ...plan.elsewhere.map(({ id }) => id)];
        const all = [...claimed, ...rest];
        expect(new Set(all).size).toBe(all.length);
        const standing = (input.remote?.entries ?? []).filter(({ running }) => !running).map(({ id }) => id);
        for (const id of standing) expect(all).toContain(id);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of anything, and is the same when made again', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const turned: PlanInput = {
          ...input,
          entries: input.entries.toReversed(),
          rows: input.rows.toReversed(),
          remote: input.remote && { ...input.remote, entries: input.remote.entries.toReversed() },
        };
        expect(told(planBookings(turned))).toEqual(told(planBookings(input)));
        expect(planBookings(input)).toEqual(planBookings(input));
      }),
      { numRuns: 500 },
    );
  });

  it('never deletes, nor changes what others changed, without being asked', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const asked: PlanInput = { ...input, wish: { ...input.wish, conflicts: null, deleteAll: false } };
        for (const { decision, of } of planBookings(asked).rows) {
          const begun = of.row?.action === 'delete' && of.row.state !== 'sent';
          if (decision.step?.call === 'delete') expect(begun).toBe(true);
          if (decision.step?.call === 'update' && of.sight.kind === 'seen') {
            expect(of.sight.remote.locked).toBeNull();
            const { confirmed: known } = resolveRow(of.row!, of.sight)!;
            expect(of.sight.remote).toMatchObject({
              minutes: known!.minutes,
              date: known!.date,
              note: known!.note,
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that was carried out leaves nothing for the next one but what the person has to say', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(input.remote !== null);
        // What was lost is found first, and judged then; what carries a mark is taken away one after the other.
        let next = input;
        for (let round = 0; round < 6; round += 1) next = carryOut(next, planBookings(next));
        const left = planBookings(next);
        const open = left.rows.filter(
          ({ decision: { step } }) => step !== null && (step.call !== null || step.look),
        );
        expect(told({ ...left, rows: open })).toEqual([]);
        for (const { decision } of left.rows)
          expect(['skip', 'conflict', 'blocked', 'delete']).toContain(decision.action);
        const again = planBookings(carryOut(next, left));
        expect(told(again)).toEqual(told(left));
      }),
      { numRuns: 1000 },
    );
  });
});
