import { sessionOperations } from '#shared/contract/session-operations.ts';
import { showStatus } from '#shared/services/session-status.ts';
import * as session from '#shared/services/session.ts';
import { toggleSession } from '#shared/services/toggle-session.ts';
import { noun } from './noun.ts';

/** What runs, and what ran. */
export const operations = noun(sessionOperations, (world) => ({
  start: (input) => session.startSession(world, input),
  stop: () => session.stopSession(world),
  pause: () => session.pauseSession(world),
  resume: () => session.resumeSession(world),
  continue: () => session.continueSession(world),
  toggle: (input) => toggleSession(world, input),
  cancel: () => session.cancelSession(world),
  status: () => showStatus(world),
  list: (input) => session.listSessions(world, input),
  show: (input) => session.showSession(world, input),
}));
