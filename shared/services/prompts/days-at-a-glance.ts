import type { World } from '../../ports/world.ts';
import type { DayAtAGlance } from '../../review/reminders.ts';
import { targetOf } from '../../settings/rules.ts';
import { addWeeks, daysOfWeek, weekOf } from '../../values/iso-week.ts';
import { daysBetween, weekdayOf } from '../../values/local-day.ts';
import type { Person } from '../person.ts';

/** Every day from Monday of last week up to today: how far it has come and what is on it. Sums are the store's. */
export async function daysAtAGlance(world: World, person: Person): Promise<DayAtAGlance[]> {
  const { user, today, settings } = person;
  const from = daysOfWeek(addWeeks(weekOf(today), -1))[0]!;
  const [sums, records] = await Promise.all([
    world.stores.reports.sums({ user, from, to: today }, ['date', 'ticket']),
    world.stores.days.between(user, from, today),
  ]);
  return daysBetween(from, today).map((date) => {
    const here = sums.filter((sum) => sum.date === date);
    return {
      date,
      status: records.find((record) => record.date === date)?.status ?? 'draft',
      minutes: here.reduce((sum, { minutes }) => sum + minutes, 0),
      target: targetOf(settings, weekdayOf(date)),
      unallocated: here.find(({ ticket }) => ticket === null)?.entries ?? 0,
    };
  });
}
