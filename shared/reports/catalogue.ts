import { agentCost } from './agent-cost.ts';
import { budget } from './budget-report.ts';
import { project } from './project.ts';
import { rd } from './rd.ts';
import { sprint } from './sprint.ts';
import { summary } from './summary.ts';
import { ticket } from './ticket.ts';
import { timesheet } from './timesheet.ts';
import { utilisation } from './utilisation.ts';

/** Every report there is: one file and one line here, and each format, the window and every door have it. */
export const REPORTS = {
  timesheet,
  rd,
  sprint,
  utilisation,
  project,
  ticket,
  summary,
  budget,
  'agent-cost': agentCost,
} as const;

export type ReportId = keyof typeof REPORTS;
export const REPORT_IDS = Object.keys(REPORTS) as readonly ReportId[];
