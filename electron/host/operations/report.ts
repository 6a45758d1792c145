import { reportOperations } from '#shared/contract/report-operations.ts';
import type { ReportId } from '#shared/reports/questions.ts';
import { REPORT_IDS } from '#shared/reports/questions.ts';
import * as reports from '../report-services.ts';
import type { Carriers } from './noun.ts';
import { noun } from './noun.ts';

type ReportCarriers = Carriers<typeof reportOperations>;

/** The reports of the catalogue. */
export const operations = noun(reportOperations, (world) => {
  const carrier =
    (id: ReportId): ReportCarriers[ReportId] =>
    (input) =>
      reports.showReport(world, id, input);
  return {
    ...(Object.fromEntries(REPORT_IDS.map((id) => [id, carrier(id)])) as Omit<ReportCarriers, 'list'>),
    list: async () => reports.listReports(world),
  };
});
