import { ANN } from '../../ports/sample-booking.ts';
import type { Id } from '../../values/ids.ts';
import { instant } from '../../values/instant.ts';
import { referenceOf } from '../reference.ts';
import { decide } from './decide.ts';
import { confirmed, rowWith } from './outbox-rules.ts';
import type { PlanInput } from './plan-input.ts';
import type { BookingPlan, PlannedRow } from './plan.ts';
import { resolveRow } from './resolve.ts';

/** When all of it happens. */
export const NOW = instant(1_770_700_000_000);

/** The n-th id of entries and rows. */
export const idOf = (n: number): Id => `019c4000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as Id;

/** Carries a plan out at a service that does as it is told. */
export function carryOut(input: PlanInput, plan: BookingPlan): PlanInput {
  let there = [...input.remote!.entries];
  const outbox = new Map(input.rows.map((row) => [row.entry, row]));
  const doubles = new Set(plan.doubles.map(({ remote }) => remote.id));
  there = there.filter(({ id }) => !doubles.has(id));
  const act = (row: PlannedRow, of = row.of, decision = row.decision): void => {
    const { step } = decision;
    if (step === null) {
      // What became of a lost call is kept, also where nothing more can be done.
      const known = of.row === null ? null : resolveRow(of.row, of.sight);
      if (known === null) outbox.delete(row.entry);
      else outbox.set(row.entry, known);
      return;
    }
    if (step.look) {
      const id = of.row?.remoteId ?? null;
      const found = there.find((one) =>
        id === null ? one.reference === referenceOf(row.entry) : one.id === id,
      );
      const sight = found
        ? ({ kind: 'seen', by: id === null ? 'reference' : 'id', remote: found } as const)
        : ({ kind: 'absent', lookedUp: true } as const);
      return act(row, { ...of, sight }, decide({ ...of, sight }));
    }
    if (step.line === null) return void outbox.delete(row.entry);
    const by = { id: idOf(500), of: ANN, entry: row.entry, date: row.date, now: NOW };
    const line = rowWith(of.row, step.line, step.call === null ? 'sent' : 'pending', by);
    if (step.call === null) return void outbox.set(row.entry, line);
    if (step.call === 'delete') {
      there = there.filter(({ id }) => id !== line.remoteId);
      return void outbox.delete(row.entry);
    }
    const id = step.call === 'create' ? `new-${row.entry}` : line.remoteId!;
    const { reference, date, minutes: length, note: words, unit, task, billable } = line.draft;
    const remote = {
      id,
      reference,
      date,
      minutes: length,
      note: words,
      unit,
      task,
      billable,
      locked: null,
      running: false,
    };
    there = [...there.filter((one) => one.id !== id), remote];
    outbox.set(row.entry, confirmed(line, remote, NOW));
  };
  for (const row of plan.rows) act(row);
  return {
    ...input,
    rows: [...outbox.values()],
    remote: { ...input.remote!, entries: there },
    wish: { ...input.wish, conflicts: null },
  };
}
