import type { OutboxRow } from '../../entries/booking.ts';
import { backOffMs } from '../../providers/outbox/back-off.ts';
import { decide } from '../../providers/outbox/decide.ts';
import type { Case, Decision } from '../../providers/outbox/decision.ts';
import type { ProviderFailure } from '../../providers/failure.ts';
import { rowWith, sending } from '../../providers/outbox/outbox-rules.ts';
import type { PlannedRow } from '../../providers/outbox/plan.ts';
import { resolveRow } from '../../providers/outbox/resolve.ts';
import { isLost } from '../../providers/outbox/sight.ts';
import type { Id } from '../../values/ids.ts';
import { tick } from './booking-run.ts';
import type { Tally } from './booking-tally.ts';
import type { Work } from './booking-work.ts';
import { PAUSE } from './gather-booking.ts';
import { lookUp } from './look-up.ts';
import { perform } from './perform-call.ts';

/** Entries that are told about at the same time; never two calls about one of them. */
const HANDS = 4;
/** How often one entry is told about in one run. */
const CALLS = 3;
/** How often it is asked in one run what became of one. */
const LOOKS = 4;
/** What was listed longer ago is looked at again before it is changed. */
const FRESH_MS = 120_000;

/**
 * Writes down what is to be told, before anything is told: whatever happens from here on, the next run knows. What
 * only the outbox is to know is written at once. Returns the rows as they stand now.
 */
export async function enqueue(
  { world, open }: Pick<Work, 'world' | 'open'>,
  rows: readonly PlannedRow[],
): Promise<ReadonlyMap<Id, OutboxRow>> {
  const { outbox } = world.stores;
  const now = world.clock.now();
  const lines: OutboxRow[] = [];
  const forgotten: Id[] = [];
  for (const { entry, date, of, decision } of rows) {
    const { step } = decision;
    // What was lost stays marked as lost until it is known.
    if (step === null || (step.look && step.call === null)) continue;
    if (step.line === null) {
      if (of.row !== null) forgotten.push(of.row.id);
      continue;
    }
    const state = step.call === null ? 'sent' : 'pending';
    lines.push(rowWith(of.row, step.line, state, { id: world.ids.next(now), of: open.of, entry, date, now }));
  }
  if (lines.length > 0) await outbox.put(lines);
  for (const id of forgotten) await outbox.remove(id);
  return new Map(lines.map((line) => [line.entry, line]));
}

/** Tells the provider, a few entries at a time, until all are through or the run has to end. */
export async function applyRows(work: Work, rows: readonly PlannedRow[]): Promise<void> {
  const { run, tally, trouble } = work;
  const queue = rows.filter((row) => {
    const { step } = row.decision;
    if (step !== null && (step.call !== null || step.look)) return true;
    count(tally, row, row.decision, null, isFound(row.of));
    return false;
  });
  for (const row of queue) tally.waiting.add(row.entry);
  run.total = queue.length;
  const pending = queue.toReversed();
  let broken = false;
  const hand = async (): Promise<void> => {
    while (!broken && !run.stop.asked && !trouble.ends) {
      const row = pending.pop();
      if (!row) return;
      try {
        await workOn(work, row);
      } catch (error) {
        broken = true;
        throw error;
      }
      tick(work.world, run);
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: HANDS }, hand));
  for (const one of hands) if (one.status === 'rejected') throw one.reason;
}

/** Sees one entry through: looks, decides, tells, and looks again where the answer was lost. */
async function workOn(work: Work, planned: PlannedRow): Promise<void> {
  const { world, run, tally, trouble } = work;
  let of: Case = planned.of;
  let decision = planned.decision;
  let did: Did = null;
  let calls = 0;
  let looks = 0;
  // A look that was planned comes first; so does one at what was seen long ago.
  if (isStale(work, decision)) decision = { ...decision, step: { ...decision.step!, look: true } };
  for (;;) {
    const { step } = decision;
    if (run.stop.asked || trouble.ends) return;
    if (step?.look) {
      if (looks >= LOOKS) return trouble.silent(of.row?.lastError);
      looks += 1;
      if (did !== null || looks > 1) await pause(work, looks);
      if (run.stop.asked) return;
      const seen = await lookUp(work, of);
      if (seen.kind === 'failed') {
        if (await ends(work, planned, of.row, seen.failure)) return;
        continue;
      }
      trouble.answered();
      if (seen.several) tally.doubtful = true;
      of = { ...of, sight: seen.sight };
      decision = decide(of);
      continue;
    }
    if (step === null || step.call === null) {
      await write(work, planned, of, decision);
      return count(tally, planned, decision, did, isFound(of));
    }
    if (calls >= CALLS) return trouble.stumbled(of.row?.lastError);
    calls += 1;
    if (did !== null) {
      if (step.call === 'create') tally.doubtful = true;
      await pause(work, calls);
      if (run.stop.asked) return;
    }
    const line = step.line!;
    const now = world.clock.now();
    const row = sending(
      rowWith(of.row ?? work.queued.get(planned.entry) ?? null, line, 'pending', {
        id: world.ids.next(now),
        of: work.open.of,
        entry: planned.entry,
        date: planned.date,
        now,
      }),
      now,
    );
    const told = await perform(work, step.call, row);
    did = step.call;
    if (told.kind === 'done') {
      trouble.decided();
      return count(tally, planned, decision, did, false);
    }
    if (told.kind === 'stopped') return;
    const { failure } = told;
    of = { ...of, row: told.row, sight: { kind: 'unseen' } };
    switch (failure.kind) {
      case 'refused':
        trouble.decided();
        tally.waiting.delete(planned.entry);
        return tally.fail(planned, failure.message);
      case 'missing':
        trouble.decided();
        // Deleting tells by itself that it is gone; so this was a change, or a place that is no more.
        if (step.call !== 'update') {
          tally.waiting.delete(planned.entry);
          return tally.fail(planned, failure.message);
        }
        of = { ...of, sight: { kind: 'absent', lookedUp: true }, choice: null, conflicts: null };
        decision = decide(of);
        continue;
      case 'uncertain':
        tally.doubtful = true;
        decision = decide(of);
        continue;
      case 'unreached':
      case 'limited':
      case 'unauthorised':
        if (failure.kind === 'unreached' && calls >= CALLS) return trouble.silent(failure.message);
        did = null;
        if (await ends(work, planned, null, failure)) return;
        // The same again: what was seen before still holds, for nothing was done.
        of = { ...of, sight: planned.of.sight };
        decision = { ...decision, step };
        if (failure.kind === 'unreached') await pause(work, calls);
        continue;
    }
  }
}

type Did = 'create' | 'update' | 'delete' | null;

/** Does the failure of a call or a look end the run, or this entry's part in it? Else it is worth another try. */
async function ends(
  { world, trouble, tally }: Work,
  planned: PlannedRow,
  row: OutboxRow | null,
  failure: ProviderFailure,
): Promise<boolean> {
  switch (failure.kind) {
    case 'unauthorised':
      trouble.end(failure);
      return true;
    case 'limited':
      if (trouble.isWorthWaiting(failure.retryAt, world.clock.now())) return false;
      trouble.end(failure);
      return true;
    case 'refused':
    case 'missing':
      // It is not even told what became of it: that is for the person to look at.
      if (row !== null) await world.stores.outbox.put([{ ...row, lastError: failure.message }]);
      tally.fail(planned, failure.message);
      tally.waiting.delete(planned.entry);
      return true;
    case 'unreached':
    case 'uncertain':
      return false;
  }
}

/** What is only to be written: a new line, that it is forgotten, or what became of a lost call. */
async function write(
  { world, open, queued }: Work,
  { entry, date }: PlannedRow,
  of: Case,
  { step }: Decision,
): Promise<void> {
  const { outbox } = world.stores;
  const now = world.clock.now();
  const row = of.row ?? queued.get(entry) ?? null;
  if (step !== null && step.line !== null) {
    await outbox.put([
      rowWith(row, step.line, 'sent', { id: world.ids.next(now), of: open.of, entry, date, now }),
    ]);
  } else if (step !== null) {
    if (row !== null) await outbox.remove(row.id);
  } else if (of.row !== null && isLost(of.row)) {
    const known = resolveRow(of.row, of.sight);
    if (known === null) await outbox.remove(of.row.id);
    else await outbox.put([{ ...known, updatedAt: now }]);
  }
}

/** Was it there although nobody here knew? */
const isFound = ({ row, sight }: Case): boolean =>
  row !== null && isLost(row) && row.action === 'create' && sight.kind === 'seen';

function count(
  tally: Tally,
  planned: PlannedRow,
  { action, reason }: Decision,
  did: Did,
  found: boolean,
): void {
  tally.waiting.delete(planned.entry);
  if (action === 'blocked') return tally.fail(planned, reason);
  if (action === 'conflict') {
    tally.conflicts.push({ ...planned, decision: { action, reason, step: null } });
    return;
  }
  // An answer that was lost and found counts as what was asked for.
  if (did === 'create') tally.created += 1;
  else if (did === 'update') tally.updated += 1;
  else if (did === 'delete') tally.deleted += 1;
  else if (action === 'adopt' || found) tally.adopted += 1;
  else tally.skipped += 1;
}

function isStale({ world, listedAt }: Work, { step }: Decision): boolean {
  const changes = step?.call === 'update' || step?.call === 'delete';
  return changes && world.clock.now() - listedAt > FRESH_MS;
}

const pause = ({ world, run }: Work, tries: number): Promise<void> =>
  world.clock.wait(backOffMs(tries, world.random(), PAUSE), run.stop);
