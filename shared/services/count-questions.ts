import type { World } from '../ports/world.ts';
import { secondsFor } from '../review/questions.ts';
import { daysOfWeek, weekOf } from '../values/iso-week.ts';
import { personOf } from './person.ts';
import { askDays } from './review-questions.ts';

/** How many questions are open, and about how many seconds answering takes. */
export interface QuestionCount {
  readonly count: number;
  readonly seconds: number;
}

/**
 * What the running week asks, counted as the page of the week counts it. Nothing is proposed anew and no provider is
 * asked what it has otherwise: looked at in passing, this writes nothing and waits for nobody.
 */
export async function countQuestions(world: World): Promise<QuestionCount> {
  const person = personOf(world);
  const days = daysOfWeek(weekOf(person.today));
  const [first, last] = [days[0]!, days.at(-1)!];
  const records = await world.stores.days.between(person.user, first, last);
  const done = new Set(records.flatMap(({ date, status }) => (status === 'draft' ? [] : [date])));
  const { asked } = await askDays(
    world,
    person,
    days.filter((day) => day <= person.today && !done.has(day)),
  );
  return { count: asked.length, seconds: secondsFor(asked) };
}
