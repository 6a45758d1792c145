import { z } from 'zod';
import { MONTHLY_TROUBLES } from '../review/prompt.ts';
import { writes } from './operation.ts';
import { REPORT_FORMATS } from '../reports/file-formats.ts';

const reportFile = z.object({
  report: z.string(),
  project: z.string().nullable().describe('Where the report is of one'),
  customer: z.string().nullable().describe('Where the report is of one'),
  sprint: z.string().nullable().describe('Where the report is of one'),
  format: z.enum(REPORT_FORMATS),
});

/** What came of making the reports of a month. */
export const monthlyShape = z.object({
  month: z.string(),
  folder: z.string(),
  files: z.array(
    reportFile.extend({
      name: z.string().describe('In the folder'),
      beside: z.boolean().describe('Under a new name, for a file that was changed keeps its own'),
    }),
  ),
  failed: z.array(
    reportFile.extend({
      trouble: z.enum(MONTHLY_TROUBLES),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
});
export type MonthlyShape = z.infer<typeof monthlyShape>;

/** Reports of a month, in files. */
export const monthlyOperations = {
  make: writes(
    'Make the reports of a month in a folder, as they are made by themselves',
    '/reports/monthly',
    {
      command: 'report monthly',
      paths: ['folder'],
      examples: ['stint report monthly', 'stint report monthly --month 2026-01 --folder ~/Reports'],
    },
  )
    .input(
      z.object({
        month: z
          .string()
          .min(1)
          .max(40)
          .optional()
          .describe('A month (2026-02), this or last; default: last'),
        folder: z.string().min(1).max(1000).optional().describe('Default: the one of the settings'),
      }),
    )
    .output(monthlyShape),
};
