import { z } from 'zod';
import { REPORT_FORMATS } from '../reports/file-formats.ts';
import type { Question, ReportId } from '../reports/questions.ts';
import { words, yes } from '../reports/fields.ts';
import { QUESTIONS, REPORT_IDS } from '../reports/questions.ts';
import { lazily, once } from '../values/lazily.ts';
import { lookedThrough } from './looked-through.ts';
import { reads } from './operation.ts';

// One of each will do: schemas cost time on the way to the first answer.
const text = z.string();
const orNull = text.nullable();
const day = z.iso.date();

const cell = () =>
  z.union([z.string(), z.number(), z.object({ cents: z.number(), currency: z.string() }), z.null()]);

const isCell = (value: unknown): boolean => {
  if (value === null || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || !('cents' in value) || !('currency' in value)) return false;
  return Number.isFinite(value.cents) && typeof value.currency === 'string';
};
/** Exported for the test that it allows what its description does. */
export const rowsShape = lookedThrough(
  () => z.array(z.array(cell())),
  (value) => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell)),
);

const tableShape = () =>
  z.object({
    id: text,
    title: text,
    columns: z.array(
      z.object({
        key: text,
        title: text,
        kind: z
          .enum(['text', 'date', 'minutes', 'estimate', 'count', 'percent', 'money'])
          .describe('How its cells are to be read: minutes and estimates are whole minutes, money is cents'),
      }),
    ),
    rows: rowsShape,
    total: lookedThrough(
      () => z.array(cell()).nullable(),
      (value) => value === null || (Array.isArray(value) && value.every(isCell)),
    ),
    isDetail: z.boolean().describe('For files; left out where people read at a glance'),
  });

const meterShape = () =>
  z.object({
    label: text,
    used: z.number().int(),
    of: z.number().int().nullable(),
    percent: z.number().nullable(),
    state: z.enum(['fine', 'near', 'over']),
  });

/**
 * A report as data: every window and program writes it as it writes such things. What most commands do not get (they ask
 * for the file only) is made when one does.
 */
export const reportShape = z.object({
  report: text,
  title: text,
  subject: text,
  period: z.object({ kind: text, label: text, from: day, to: day }),
  data: z.record(text, z.unknown()).describe('The report in the keys of its YAML'),
  tables: z.array(z.lazy(tableShape)),
  main: text.describe('The table that a format with room for one holds'),
  meters: z.array(z.lazy(meterShape)),
  notes: z.array(text),
  hoursPerDay: z.number().describe('What 1d of an estimate is'),
  alarm: orNull.describe('Why a check fails; null: all is well'),
  file: z
    .object({
      name: text,
      mediaType: text,
      text: orNull,
      base64: orNull.describe('Where it is no text'),
    })
    .nullable()
    .describe('The report written in the format that was asked for'),
});
export type ReportShape = z.output<typeof reportShape>;

/** What every report takes for its file; made once, for schemas cost time on the way to the first answer. */
const fileFields = once(() => ({
  format: z.enum(REPORT_FORMATS).optional().describe('Also give it as a file'),
  as: words(200).describe('As a file in a format of your own (setting reports.formats)'),
  details: yes().describe('Also the tables of single days and tickets, as files have them'),
  language: z
    .enum(['en', 'de'])
    .optional()
    .describe('Of its words; default: the app’s in a file, English where it is printed'),
  table: words(200).describe('For csv: which table'),
  bom: yes().describe('For csv: begin with the mark by which old spreadsheets know UTF-8'),
  width: z.coerce
    .number()
    .int()
    .min(40)
    .max(1000)
    .optional()
    .describe('For text: its columns at most, 40 to 1000 (120)'),
  fileOnly: yes().describe('Only the file: data and tables are left empty'),
}));

type Words =
  | 'week'
  | 'month'
  | 'period'
  | 'from'
  | 'to'
  | 'user'
  | 'project'
  | 'ticket'
  | 'name'
  | 'sprint'
  | 'plan'
  | 'customer';
/** All that any report may be asked, as one type; each takes the fields of its own (`QUESTIONS`). */
type AnyInput = z.ZodObject<
  Record<Words, ReturnType<typeof words>> &
    Record<'check' | 'evidence', ReturnType<typeof yes>> &
    ReturnType<typeof fileFields>
>;
export type ReportAsked = z.input<AnyInput>;

function operationOf(id: ReportId) {
  const { question, fields, positional, examples }: Question = QUESTIONS[id];
  const own = z.object({ ...fields(), ...fileFields() });
  return reads(question, `/reports/${id}`, {
    command: `report ${id}`,
    examples,
    document: true,
    ...(positional === undefined ? {} : { positional }),
  })
    .input(own as unknown as AnyInput)
    .output(reportShape);
}

/** What reports there are, what each may be asked, and what they can be written as by whoever answers. */
const catalogueShape = () =>
  z.object({
    reports: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        usual: z.enum(['day', 'week', 'month', '30 days', 'all']).describe('The days it is about by itself'),
        whose: z.enum(['own', 'everybody']).describe('Whose time it is about by itself'),
        fields: z.array(z.object({ name: z.string(), isRequired: z.boolean() })),
      }),
    ),
    formats: z.array(z.enum(REPORT_FORMATS)).describe('PDF only where something can print'),
    ownFormats: z.array(z.string()).describe('Formats of one’s own, by name (setting reports.formats)'),
    workingDays: z.array(z.number().int()).describe('1 = Monday … 7 = Sunday'),
    hoursPerDay: z.number(),
  });
export type ReportCatalogueShape = z.output<ReturnType<typeof catalogueShape>>;

const listOperation = () =>
  reads('Which reports there are, and what each may be asked', '/reports', {
    command: 'report list',
    examples: ['stint report list'],
  })
    .input(z.object({}))
    .output(catalogueShape());

/**
 * One operation a report: `report.timesheet`, `stint report timesheet`, `GET /api/reports/timesheet`. Who asks for one
 * does not wait for the schemas of all.
 */
export const reportOperations = lazily<
  { readonly [Id in ReportId]: ReturnType<typeof operationOf> } & {
    readonly list: ReturnType<typeof listOperation>;
  }
>({
  ...(Object.fromEntries(REPORT_IDS.map((id) => [id, () => operationOf(id)])) as {
    [Id in ReportId]: () => ReturnType<typeof operationOf>;
  }),
  list: listOperation,
});
