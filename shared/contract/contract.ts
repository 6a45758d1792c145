import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { bookingOperations } from './booking-operations.ts';
import { configurationOperations } from './configuration-operations.ts';
import { dashboardOperations } from './dashboard-operations.ts';
import { dayOperations, weekOperations } from './day-operations.ts';
import { demoOperations } from './demo-operations.ts';
import { entryOperations } from './entry-operations.ts';
import { exchangeOperations } from './exchange-operations.ts';
import { gapOperations } from './gap-operations.ts';
import { reads } from './operation.ts';
import { promptOperations } from './prompt-operations.ts';
import { projectOperations, providerOperations } from './provider-operations.ts';
import { questionOperations } from './question-operations.ts';
import { welcomeOperations } from './welcome-operations.ts';
import { reportOperations } from './report-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { lastDayOperation, shortcutOperations } from './shortcut-operations.ts';
import { secretOperations } from './secret-operations.ts';
import {
  agentOperations,
  calendarOperations,
  importOperations,
  replayOperation,
  sourceOperations,
  telemetryOperations,
  ticketShowOperation,
  whyOperation,
} from './source-operations.ts';
import {
  repositoryOperations,
  settingOperations,
  ticketOperations,
  upkeepOperations,
} from './setup-operations.ts';

/** Events that tell a window what to ask again. */
export const changeEvent = z.object({
  kind: z
    .enum([
      'listening',
      'day',
      'session',
      'presence',
      'settings',
      'repositories',
      'providers',
      'projects',
      'booking',
      'sources',
      'prompts',
    ])
    .describe('`listening` comes first: from then on nothing is missed'),
  date: z.string().optional(),
});

/**
 * The one list of operations. The window, REST, the CLI and later MCP are derived from it:
 * adding an operation is a line here, a service, and a line in `electron/host/handlers.ts`.
 */
export const contract = {
  session: sessionOperations,
  entry: { ...entryOperations, why: whyOperation },
  gap: gapOperations,
  day: { ...dayOperations, replay: replayOperation },
  week: { ...weekOperations, ...questionOperations },
  repository: repositoryOperations,
  setting: { ...settingOperations, ...configurationOperations },
  secret: secretOperations,
  shortcut: shortcutOperations,
  ticket: { ...ticketOperations, show: ticketShowOperation, lastDay: lastDayOperation },
  provider: providerOperations,
  project: projectOperations,
  booking: bookingOperations,
  source: sourceOperations,
  calendar: calendarOperations,
  telemetry: telemetryOperations,
  agent: agentOperations,
  import: importOperations,
  exchange: exchangeOperations,
  prompt: promptOperations,
  report: reportOperations,
  dashboard: dashboardOperations,
  upkeep: upkeepOperations,
  demo: demoOperations,
  welcome: welcomeOperations,
  changes: reads('Live changes, as an event stream', '/changes', null)
    .input(z.object({}))
    .output(eventIterator(changeEvent)),
};
