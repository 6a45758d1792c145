import { bookingOperations } from '#shared/contract/booking-operations.ts';
import * as booking from '../booking-services.ts';
import { noun } from './noun.ts';

/** Planning what is booked, and booking it. */
export const operations = noun(bookingOperations, (world) => ({
  plan: (input) => booking.planBooking(world, input),
  sync: (input) => booking.syncBooking(world, input),
  cancel: (input) => booking.cancelBooking(world, input),
  progress: (input) => booking.bookingProgress(world, input),
  states: (input) => booking.bookingStates(world, input),
}));
