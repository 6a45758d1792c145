import type { World } from '#shared/ports/world.ts';
import { openQuestions } from '#shared/services/review-questions.ts';
import { setCell } from '#shared/services/set-cell.ts';
import { bookingRoom as booking } from './booking-room.ts';
import type { Guarded } from './guarded.ts';

/** What the week asks, and what is typed into it. */
export function questionHandlers(os: Pick<Guarded, 'week'>, world: World) {
  return {
    questions: os.week.questions.handler(({ input }) =>
      openQuestions(world, input, async (week) => (await booking()).bookingStates(world, { week })),
    ),
    cell: os.week.cell.handler(({ input }) => setCell(world, input)),
  };
}
