import { z } from 'zod';
import { setting } from './setting.ts';

const key = () => z.string().min(1).max(100);

/** What an own format of reports may say (document 4 §6.2: "custom output formats"). */
const ownFormat = () =>
  z
    .object({
      as: z.enum(['csv', 'xlsx', 'md', 'html', 'pdf', 'text']),
      /** Id of the only table it holds; left out: what the format usually holds. */
      table: key().optional(),
      /** Keys of the columns it holds, in this order; left out: all. */
      columns: z.array(key()).min(1).max(50).optional(),
      /** What columns and tables are called instead, by their keys. */
      titles: z.record(key(), z.string().min(1).max(200)).optional(),
      separator: z.enum([',', ';', '\t', '|']).optional(),
      /** What stands before the hundredths of a number. */
      decimal: z.enum(['.', ',']).optional(),
      /** How a CSV tells time. */
      time: z.enum(['both', 'hours', 'minutes', 'clock']).optional(),
      bom: z.boolean().optional(),
    })
    .strict();
export type OwnFormat = z.output<ReturnType<typeof ownFormat>>;

export const FORMAT_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,40}$/u;

/** Formats of the person's own, for whoever reads their reports with a program of their own. */
export const reportFormatSettings = {
  'reports.formats': setting(
    'Reports',
    () => z.record(z.string().regex(FORMAT_NAME, 'a name of letters, digits and hyphens'), ownFormat()),
    {},
    'Formats of your own for reports, by name: which table, columns and titles, and how a CSV is written. Ask for one with --as NAME.',
  ),
} as const;
