import type { z } from 'zod';
import type { settledGapShape } from '../contract/shapes.ts';
import type { GapVerdict, SettledGap } from '../entries/settled-gap.ts';
import type { RowChange } from '../ports/changes.ts';
import type { World } from '../ports/world.ts';
import { assertEditable } from '../review/transitions.ts';
import { parseInstant } from '../values/instant.ts';
import { dayOf } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { readTimes } from './add-entry.ts';
import { recordOf } from './change-entry.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { settledGapShapeOf } from './shapes.ts';

type SettledGapShape = z.infer<typeof settledGapShape>;

/**
 * Settles a gap without an entry: it leaves the open ones, and is no untracked time any more. Entries stay as they are,
 * and evidence that turns up later still counts.
 * @throws Problem `usage` when the times are no stretch of one day, `refused` on a submitted day.
 */
export async function dismissGap(
  world: World,
  input: { startedAt: string; endedAt: string; verdict: GapVerdict },
): Promise<SettledGapShape> {
  const person = personOf(world);
  const start = parseInstant(input.startedAt);
  const date = start === null ? person.today : dayOf(start, person.zone);
  const times = readTimes(input, date, person);
  if (times === null)
    throw new Problem('usage', said`No times were given.`, said`Give a start and a later end.`);
  const gap: SettledGap = {
    id: world.ids.next(person.now),
    user: person.user,
    date,
    ...times,
    verdict: input.verdict,
    createdAt: person.now,
    revision: 1,
  };
  await commitGap(world, person, 'gap.dismiss', { noun: 'gap', before: null, after: gap });
  return settledGapShapeOf(gap);
}

/** Asks about a settled gap again. @throws Problem `not-found`, `refused` on a submitted day. */
export async function reopenGap(world: World, input: { id: string }): Promise<SettledGapShape> {
  const person = personOf(world);
  const gap = await world.stores.gaps.get(input.id);
  if (gap?.user !== person.user) {
    throw new Problem('not-found', said`This gap is not settled.`, said`Look at the day again.`);
  }
  await commitGap(world, person, 'gap.reopen', { noun: 'gap', before: gap, after: null });
  return settledGapShapeOf(gap);
}

async function commitGap(
  world: World,
  person: Person,
  operation: string,
  change: Extract<RowChange, { noun: 'gap' }>,
): Promise<void> {
  const { date, verdict } = (change.after ?? change.before)!;
  assertEditable(await recordOf(world, person, date));
  await world.stores.ledger.commit({ actor: person.user, operation, why: verdict, changes: [change] });
  world.events.publish({ kind: 'day', date });
}
