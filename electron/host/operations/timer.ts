import { timerOperations } from '#shared/contract/timer-operations.ts';
import { showTimer, startTimer, stopTimer, timerStatus, timerSummary } from '#shared/services/tasks/timer.ts';
import { bookingRoom } from '../booking-room.ts';
import { noun } from './noun.ts';

/** The session by the words of document 2. */
export const operations = noun(timerOperations, (world) => ({
  start: (input) => startTimer(world, input),
  stop: () => stopTimer(world),
  status: () => timerStatus(world),
  show: (input) => showTimer(world, input),
  summary: (input) => timerSummary(world, input),
  sync: async (input) => (await bookingRoom()).syncBooking(world, input),
  configure: async (input) =>
    (await import('#shared/services/tasks/configure-timer.ts')).configureTimer(world, input),
}));
