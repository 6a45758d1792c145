import type { Plan, PlanRow } from '../../contract/booking-shapes.ts';
import type { RemoteEntry } from '../../entries/booking.ts';
import type { BookingPlan, PlannedRow } from '../../providers/outbox/plan.ts';
import { labelOf } from '../../providers/outbox/plan.ts';
import type { OpenProvider } from '../connections/open-provider.ts';
import type { Material } from './gather-booking.ts';
import { said } from '../../values/said.ts';

const ACTIONS = ['create', 'update', 'delete', 'adopt', 'skip', 'conflict', 'blocked'] as const;

/** A row of a plan as the outside sees it; sides name their unit as people do. */
export function planRowOf(row: PlannedRow, { mappings, units }: Material['input']): PlanRow {
  const { decision, mine, theirs, place } = row;
  const sideOf = (
    side: Pick<RemoteEntry, 'minutes' | 'date' | 'note' | 'unit' | 'task'>,
  ): PlanRow['mine'] => ({
    minutes: side.minutes,
    date: side.date,
    note: side.note,
    unit: labelOf(side, mappings, units),
  });
  return {
    entryId: row.entry,
    action: decision.action,
    reason: decision.reason,
    remoteId: row.remoteId,
    unit: place?.unit ?? null,
    minutes: row.minutes,
    date: row.date,
    task: place?.task ?? null,
    unitLabel: place?.label ?? null,
    ticket: row.ticket,
    description: row.description,
    mine: mine === null ? null : sideOf(mine),
    theirs: theirs === null ? null : sideOf(theirs),
  };
}

/** A plan as the outside sees it. */
export function planShapeOf(plan: BookingPlan, material: Material, open: OpenProvider): Plan {
  const { input, failure } = material;
  const totals = Object.fromEntries(
    ACTIONS.map((action) => [action, plan.rows.filter((row) => row.decision.action === action).length]),
  ) as Plan['totals'];
  return {
    provider: open.provider.id,
    account: open.of.account,
    from: input.from,
    to: input.to,
    rows: plan.rows.map((row) => planRowOf(row, input)),
    elsewhere: plan.elsewhere.map((remote) => ({
      remoteId: remote.id,
      date: remote.date,
      minutes: remote.minutes,
      note: remote.note,
      unit: labelOf(remote, input.mappings, input.units),
    })),
    totals,
    quota: material.quota,
    warnings: [
      ...(failure === null ? [] : [said`${failure.message} The plan rests on what was last seen there.`]),
      ...plan.doubles.map(
        ({ remote }) =>
          said`${open.provider.name} holds the entry of ${remote.date} with “${remote.note}” twice, for a request of ours was delivered twice: the second one is removed when you book.`,
      ),
      ...plan.copies.map(
        ({ remote }) =>
          said`An entry of ${remote.date} in ${open.provider.name} carries the mark of another one: it looks copied by hand, and is left alone.`,
      ),
    ],
  };
}
