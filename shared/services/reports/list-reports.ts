import { z } from 'zod';
import type { ReportCatalogueShape } from '../../contract/report-operations.ts';
import { REPORT_FORMATS } from '../../reports/file-formats.ts';
import type { World } from '../../ports/world.ts';
import { REPORTS } from '../../reports/catalogue.ts';
import type { Question } from '../../reports/questions.ts';
import { QUESTIONS, REPORT_IDS } from '../../reports/questions.ts';
import { reportRules } from '../../reports/rules.ts';

/** Every report there is, with what it may be asked and what it can be written as here: what a window offers. */
export function listReports(world: Pick<World, 'settings' | 'paper'>): ReportCatalogueShape {
  const settings = world.settings.get();
  const { workingDays, hoursPerDay } = reportRules(settings);
  return {
    reports: REPORT_IDS.map((id) => {
      const { question, fields }: Question = QUESTIONS[id];
      const { title, usual, whose } = REPORTS[id];
      return {
        id,
        title,
        question,
        usual,
        whose,
        fields: Object.entries(fields()).map(([name, field]) => ({
          name,
          isRequired: !z.safeParse(field, undefined).success,
        })),
      };
    }),
    formats: REPORT_FORMATS.filter((format) => format !== 'pdf' || world.paper !== null),
    ownFormats: Object.keys(settings['reports.formats']),
    workingDays: [...workingDays],
    hoursPerDay,
  };
}
