import { ticketOperations } from '#shared/contract/ticket-operations.ts';
import { lastDayOf } from '#shared/services/last-day.ts';
import { listTickets } from '#shared/services/tickets.ts';
import { evidenceRoom as evidence } from '../evidence-room.ts';
import { noun } from './noun.ts';

/** What tickets there are, and what they are about. */
export const operations = noun(ticketOperations, (world) => ({
  list: (input) => listTickets(world, input),
  lastDay: (input) => lastDayOf(world, input),
  plans: async (input) => (await evidence()).listPlans(world, input),
  show: async (input) => (await evidence()).showTicketFacts(world, input),
}));
