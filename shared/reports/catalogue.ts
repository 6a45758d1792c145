import type { ReportId } from './questions.ts';
import type { Report } from './report.ts';
import { agentCost } from './agent-cost.ts';
import { budget } from './budget-report.ts';
import { customer } from './customer.ts';
import { project } from './project.ts';
import { rd } from './rd.ts';
import { sprint } from './sprint.ts';
import { summary } from './summary.ts';
import { ticket } from './ticket.ts';
import { timesheet } from './timesheet.ts';
import { utilisation } from './utilisation.ts';

/**
 * What answers: a report is one file, its question in `questions.ts` and a line here, and each format, the window and
 * every door have it.
 */
export const REPORTS: { readonly [Id in ReportId]: Report } = {
  timesheet,
  rd,
  sprint,
  utilisation,
  project,
  ticket,
  summary,
  budget,
  customer,
  'agent-cost': agentCost,
};
