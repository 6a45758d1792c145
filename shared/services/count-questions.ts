import type { World } from '../ports/world.ts';
import type { Question } from '../review/questions.ts';
import { secondsFor } from '../review/questions.ts';
import type { IsoWeek } from '../values/iso-week.ts';
import { daysOfWeek, weekOf } from '../values/iso-week.ts';
import type { Person } from './person.ts';
import { personOf } from './person.ts';
import { askDays, remoteQuestions } from './review-questions.ts';

/** How many questions are open, and about how many seconds answering takes. */
export interface QuestionCount {
  readonly count: number;
  readonly seconds: number;
}

/**
 * What the running week asks, counted as the page of the week counts it. Nothing is proposed anew, and what a provider
 * has otherwise is known from the last booking: looked at in passing, this writes nothing and waits for nobody.
 */
export async function countQuestions(world: World): Promise<QuestionCount> {
  const person = personOf(world);
  const week = weekOf(person.today);
  const days = daysOfWeek(week);
  const [first, last] = [days[0]!, days.at(-1)!];
  const records = await world.stores.days.between(person.user, first, last);
  const done = new Set(records.flatMap(({ date, status }) => (status === 'draft' ? [] : [date])));
  const { asked } = await askDays(
    world,
    person,
    days.filter((day) => day <= person.today && !done.has(day)),
  );
  const isOut = records.some(({ status }) => status === 'submitted');
  const questions = isOut ? [...asked, ...(await askRemote(world, person, week))] : asked;
  return { count: questions.length, seconds: secondsFor(questions) };
}

/** Nothing where nothing is booked; then nothing of booking is loaded, either. */
async function askRemote(world: World, person: Person, week: IsoWeek): Promise<readonly Question[]> {
  if (person.settings['booking.provider'] === 'none') return [];
  const { bookingStates } = await import('./booking/booking-states.ts');
  const days = daysOfWeek(week);
  const entries = await world.stores.entries.between(person.user, days[0]!, days.at(-1)!);
  return remoteQuestions(
    entries.filter(({ state }) => state !== 'deleted'),
    await bookingStates(world, { week }),
  );
}
