import type { Entry } from '../entries/entry.ts';
import type { Minutes } from '../values/minutes.ts';
import { Problem } from '../values/problem.ts';
import { said } from '../values/said.ts';
import type { DayRecord } from './day.ts';
import { correctionParts } from './transitions.ts';

/** What a correction of a day needs besides its reason. */
export type DayCorrection = Pick<Entry, 'id' | 'user' | 'date' | 'ticket' | 'project' | 'zone' | 'createdAt'>;

/**
 * A correction of a submitted day as a whole: minutes on a ticket of which nothing was submitted (design §2 "Status").
 * @throws Problem `refused` on a day that is not submitted, `usage` without a reason.
 */
export function dayCorrection(
  day: DayRecord | null,
  made: DayCorrection,
  amount: Minutes,
  reason: string,
): Entry {
  if (day?.status !== 'submitted') {
    throw new Problem(
      'refused',
      said`${made.date} is not submitted, so it needs no correction.`,
      said`Add an entry to it.`,
    );
  }
  const why = reason.trim();
  if (why === '') {
    throw new Problem(
      'usage',
      said`The correction gives no reason.`,
      said`Say why the submitted day was wrong.`,
    );
  }
  return {
    ...made,
    ...correctionParts(amount, why, null),
    updatedAt: made.createdAt,
    revision: 1,
  };
}
