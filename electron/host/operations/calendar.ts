import { calendarOperations } from '#shared/contract/source-operations.ts';
import * as evidence from '../evidence-services.ts';
import { noun } from './noun.ts';

/** Calendars and their meetings. */
export const operations = noun(calendarOperations, (world) => ({
  connect: (input) => evidence.connectGoogle(world, input),
  accounts: (input) => evidence.googleAccounts(world, input),
  choose: (input) => evidence.chooseCalendars(world, input),
  disconnect: (input) => evidence.disconnectGoogle(world, input),
  series: (input) => evidence.bookSeries(world, input),
  attend: (input) => evidence.attendMeeting(world, input),
}));
