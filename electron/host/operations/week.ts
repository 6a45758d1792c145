import { weekOperations } from '#shared/contract/week-operations.ts';
import { openQuestions } from '#shared/services/review-questions.ts';
import { setCell } from '#shared/services/set-cell.ts';
import { showWeek, submitNow } from '#shared/services/week.ts';
import { bookingRoom as booking } from '../booking-room.ts';
import { noun } from './noun.ts';

/** Weeks: what they ask, what is typed into them, and that they are done. */
export const operations = noun(weekOperations, (world) => ({
  show: (input) => showWeek(world, input),
  submit: (input) => submitNow(world, input),
  questions: (input) =>
    openQuestions(world, input, async (week) => (await booking()).bookingStates(world, { week })),
  cell: (input) => setCell(world, input),
}));
