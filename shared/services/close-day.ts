import type { DayShape } from '../contract/shapes.ts';
import type { World } from '../ports/world.ts';
import { confirmDay } from '../review/transitions.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import { readDay } from './day-material.ts';
import { refreshAndPropose } from './derive-day.ts';
import { dayNamed, personOf } from './person.ts';
import { dayShapeOf } from './show-day.ts';

/** Derives a day again and shows it. A reviewed or submitted day is shown as it stands. @throws Problem `usage`. */
export async function deriveNow(world: World, input: { date: string }): Promise<DayShape> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  await refreshAndPropose(world, person, [date], { patienceMs: 10_000, freshMs: 0 });
  return dayShapeOf(world, person, await readDay(world, person, date));
}

/**
 * The person says the day is right: it becomes reviewed, its proposals accepted.
 * @throws Problem `refused` on a submitted or future day, one with nothing in it, or one with unallocated
 * entries unless `unallocated` says so (design §2 "Status").
 */
export async function confirmNow(
  world: World,
  input: { date: string; unallocated?: boolean },
): Promise<DayShape> {
  const person = personOf(world);
  const date = dayNamed(input.date, person);
  if (date > person.today) {
    throw new Problem(
      'refused',
      said`${date} has not come yet.`,
      said`Confirm a day when it is over, or today.`,
    );
  }
  // What was committed a minute ago belongs to the day that is confirmed now, else it would only be a warning later.
  await refreshAndPropose(world, person, [date]);
  const day = await readDay(world, person, date);
  const confirmed = confirmDay(day.record, day.entries, {
    unallocatedOk: input.unallocated ?? false,
    now: person.now,
    user: person.user,
    date,
  });
  const before = new Map(day.entries.map((entry) => [entry.id, entry]));
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'day.confirm',
    why: `confirmed ${date}`,
    changes: [
      { noun: 'day', before: day.record, after: confirmed.day },
      ...confirmed.entries
        .filter((entry) => entry.revision !== before.get(entry.id)?.revision)
        .map((entry) => ({ noun: 'entry' as const, before: before.get(entry.id) ?? null, after: entry })),
    ],
  });
  world.events.publish({ kind: 'day', date });
  return dayShapeOf(world, person, await readDay(world, person, date));
}
