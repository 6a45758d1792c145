import { leftOutBetween, withStretches, withoutStretches } from '../evidence/left-out.ts';
import type { LoggedStep, RowChange } from '../ports/changes.ts';
import { LEAVE_OUT, LEAVE_OUT_FOR } from '../ports/store-rules.ts';
import type { World } from '../ports/world.ts';
import { afterEdit, assertEditable } from '../review/transitions.ts';
import type { LocalDay } from '../values/local-day.ts';
import { splitAtMidnight } from '../values/local-day.ts';
import { recordOf } from './change-entry.ts';
import type { Person } from './person.ts';

/**
 * What takes a break back that was left out of sessions, or leaves it out again. The one change of sessions that undo
 * knows: it moves only the time it named, so whatever became of the session meanwhile stays. A reviewed day becomes a
 * draft again, in both directions: what it counted has changed. The entry that has the time instead is not its own.
 * @returns null for any other step. @throws Problem `refused` where a day of it is submitted.
 */
export async function turnedLeaveOut(
  world: World,
  person: Person,
  step: LoggedStep,
  way: 'undo' | 'redo',
): Promise<{ changes: RowChange[]; dates: LocalDay[] } | null> {
  if (step.operation !== LEAVE_OUT && step.operation !== LEAVE_OUT_FOR) return null;
  const changes: RowChange[] = [];
  const dates = new Set<LocalDay>();
  for (const change of step.changes) {
    if (change.noun !== 'session' || change.before === null || change.after === null) continue;
    const stretches = leftOutBetween(change.before, change.after);
    for (const stretch of stretches)
      for (const { day } of splitAtMidnight(stretch, person.zone)) dates.add(day);
    const current = await world.stores.sessions.get(change.after.id);
    if (current === null) continue;
    const turned =
      way === 'undo' ? withStretches(current, stretches) : withoutStretches(current, stretches, person.now);
    changes.push({
      noun: 'session',
      before: current,
      after: { ...turned, revision: current.revision + 1 },
    });
  }
  for (const date of dates) {
    const record = await recordOf(world, person, date);
    assertEditable(record);
    const reopened = afterEdit(record);
    if (reopened) changes.push({ noun: 'day', before: record, after: reopened });
  }
  return { changes, dates: [...dates] };
}
