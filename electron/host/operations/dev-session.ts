import { devSessionOperations } from '#shared/contract/dev-session-operations.ts';
import * as change from '#shared/services/dev-sessions/change.ts';
import { completeDevSession } from '#shared/services/dev-sessions/complete.ts';
import * as list from '#shared/services/dev-sessions/list.ts';
import { devSessionsOnDay } from '#shared/services/dev-sessions/on-day.ts';
import { copyDevReport, showDevReport } from '#shared/services/dev-sessions/report.ts';
import { startDevSession } from '#shared/services/dev-sessions/start.ts';
import { devSessionStats } from '#shared/services/dev-sessions/stats.ts';
import { noun } from './noun.ts';

/** Development sessions: what was built, by whom, and what it cost. */
export const operations = noun(devSessionOperations, (world) => ({
  start: (input) => startDevSession(world, input),
  active: () => list.activeDevSessions(world),
  list: (input) => list.listDevSessions(world, input),
  stats: (input) => devSessionStats(world, input),
  byDateRange: (input) => list.devSessionsOfDays(world, input),
  onDay: (input) => devSessionsOnDay(world, input),
  byProject: (input) => list.devSessionsOfProject(world, input),
  show: (input) => list.showDevSession(world, input),
  update: (input) => change.updateDevSession(world, input),
  pause: (input) => change.pauseDevSession(world, input),
  resume: (input) => change.resumeDevSession(world, input),
  complete: (input) => completeDevSession(world, input),
  cancel: (input) => change.cancelDevSession(world, input),
  linkTask: (input) => change.linkTask(world, input),
  use: (input) => change.addUse(world, input),
  report: (input) => showDevReport(world, input),
  copyReport: (input) => copyDevReport(world, input),
  costs: (input) => list.devSessionCosts(world, input),
}));
