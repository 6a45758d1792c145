import type { ReportFormat } from '../../contract/report-operations.ts';
import type { World } from '../../ports/world.ts';
import type { Month } from '../../reports/monthly.ts';
import { monthPeriod } from '../../reports/period.ts';
import type { ReportId } from '../../reports/questions.ts';
import type { Settings } from '../../settings/catalogue.ts';

/** A report of a month that somebody wants, in all formats it is wanted in. */
export interface Wanted {
  readonly report: ReportId;
  /** Null: the report is not of one project. */
  readonly project: string | null;
  readonly formats: readonly ReportFormat[];
}

/** What the settings want of a month: the report of a project once for each, others once. */
export async function wantedOf(
  { stores }: Pick<World, 'stores'>,
  settings: Settings,
  month: Month,
): Promise<Wanted[]> {
  const formats = settings['reports.monthlyFormats'];
  const wanted: Wanted[] = [];
  for (const report of settings['reports.monthlyReports']) {
    if (report === 'project')
      for (const project of await projectsOf(stores, settings, month))
        wanted.push({ report, project, formats });
    else wanted.push({ report, project: null, formats });
  }
  return wanted;
}

async function projectsOf(
  { reports }: World['stores'],
  settings: Settings,
  month: Month,
): Promise<readonly string[]> {
  const chosen = settings['reports.monthlyProjects'];
  if (chosen.length > 0) return chosen;
  const { from, to } = monthPeriod(month);
  const sums = await reports.sums({ from, to }, ['project']);
  return sums.flatMap(({ project, minutes }) => (project === null || minutes === 0 ? [] : [project]));
}
