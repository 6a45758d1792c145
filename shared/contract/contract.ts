import { bookingOperations } from './booking-operations.ts';
import { budgetOperations } from './budget-operations.ts';
import { changesOperation } from './change-operations.ts';
import { dashboardOperations } from './dashboard-operations.ts';
import { dayOperations } from './day-operations.ts';
import { demoOperations } from './demo-operations.ts';
import { devSessionOperations } from './dev-session-operations.ts';
import { entryOperations } from './entry-operations.ts';
import { exchangeOperations } from './exchange-operations.ts';
import { gapOperations } from './gap-operations.ts';
import { monthlyOperations } from './monthly-operations.ts';
import { promptOperations } from './prompt-operations.ts';
import { projectOperations, providerOperations } from './provider-operations.ts';
import { reportOperations } from './report-operations.ts';
import { repositoryOperations } from './repository-operations.ts';
import { secretOperations } from './secret-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { settingOperations } from './setting-operations.ts';
import { shortcutOperations } from './shortcut-operations.ts';
import {
  agentOperations,
  calendarOperations,
  importOperations,
  sourceOperations,
  telemetryOperations,
} from './source-operations.ts';
import { statusLineOperations } from './status-line-operations.ts';
import { taskOperations } from './task-operations.ts';
import { ticketOperations } from './ticket-operations.ts';
import { timerOperations } from './timer-operations.ts';
import { upkeepOperations } from './upkeep-operations.ts';
import { weekOperations } from './week-operations.ts';
import { welcomeOperations } from './welcome-operations.ts';
import { wishOperations } from './wish-operations.ts';

/**
 * The one list of operations, noun by noun. The window, REST, the CLI and later MCP are derived from it: an operation
 * is a line in its noun's file here, a service, and a line in `electron/host/operations/<noun>.ts`; a noun is a line
 * here and one in `electron/host/operations/catalogue.ts`. Who carries out a single operation loads that noun alone.
 */
export const contract = {
  session: sessionOperations,
  devSession: devSessionOperations,
  entry: entryOperations,
  gap: gapOperations,
  day: dayOperations,
  week: weekOperations,
  repository: repositoryOperations,
  setting: settingOperations,
  secret: secretOperations,
  shortcut: shortcutOperations,
  ticket: ticketOperations,
  task: taskOperations,
  timer: timerOperations,
  provider: providerOperations,
  project: projectOperations,
  booking: bookingOperations,
  source: sourceOperations,
  calendar: calendarOperations,
  telemetry: telemetryOperations,
  agent: agentOperations,
  statusline: statusLineOperations,
  import: importOperations,
  exchange: exchangeOperations,
  prompt: promptOperations,
  report: reportOperations,
  monthly: monthlyOperations,
  budget: budgetOperations,
  dashboard: dashboardOperations,
  upkeep: upkeepOperations,
  demo: demoOperations,
  welcome: welcomeOperations,
  wish: wishOperations,
  changes: changesOperation,
};
