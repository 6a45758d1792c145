import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { dayText, instantText } from './shapes.ts';

const minutes = z.number().int().describe('Minutes');

/** A budget of a project or of a delivery unit: what was agreed, and how it stands. */
export const budgetShape = z.object({
  id: z.string().describe('Tells it from all others'),
  kind: z.enum(['project', 'unit']).describe('Of a project as a whole, or of a group of tickets with a name'),
  name: z.string(),
  project: z.string().nullable(),
  customer: z.string().nullable(),
  hours: z.number().nullable().describe('In all, or each month; null: no limit'),
  hourlyRate: z.number().nullable().describe('Of its own; a delivery unit without one has its project’s'),
  currency: z.string().nullable().describe('Of its amounts'),
  per: z.enum(['total', 'month']),
  rollover: z.boolean().describe('What a month leaves over, or overdraws, is carried into the next'),
  from: dayText.nullable().describe('Time before does not count'),
  tickets: z.array(z.string()).nullable(),
  label: z.string().nullable(),
  warnAt: z.array(z.number().int()).nullable().describe('Shares in percent; null: as for all budgets'),
  thresholds: z.array(z.number().int()).describe('Those that count'),
  available: minutes.nullable().describe('Minutes there are to use now, with what was carried over'),
  used: minutes,
  left: minutes.nullable(),
  percent: z.number().nullable(),
  state: z.enum(['fine', 'near', 'over']),
  amount: z
    .number()
    .nullable()
    .describe(
      'Price of what was used, time of delivery units at theirs; null: some has none, or another currency',
    ),
  leftAmount: z.number().nullable().describe('Price of what is left'),
  runsOut: dayText.nullable().describe('At the pace of the last four weeks; a day gone by: since then'),
  course: z.array(z.object({ date: dayText, used: minutes, left: minutes.nullable() })),
  remote: z
    .object({ budgeted: minutes.nullable(), worked: minutes.nullable(), at: instantText })
    .nullable()
    .describe('What the provider last said of it'),
});
export type BudgetShape = z.infer<typeof budgetShape>;

const name = z.string().min(1).max(200);

/** Budgets of projects and of delivery units: one way to all of them. */
export const budgetOperations = {
  list: reads('Budgets of projects and delivery units, and how they stand', '/budgets', {
    command: 'budget list',
    examples: ['stint budget list --customer "Acme Corp"'],
  })
    .input(
      z.object({
        project: name.optional().describe('Only of this project'),
        customer: name.optional().describe('Only of this customer'),
      }),
    )
    .output(z.array(budgetShape)),
  set: writes(
    'Set the budget of a delivery unit, or of a project where none is named; what is left out stays',
    '/budgets',
    {
      command: 'budget set',
      positional: ['name?'],
      examples: [
        'stint budget set --project TB --hours 40 --per month --rollover',
        'stint budget set "CRM link" --project TB --tickets TB-12 --tickets TB-15 --hours 80 --rate 140',
        'stint budget set "Onboarding" --project TB --label onboarding --hours 20 --warn-at 50 --warn-at 90',
      ],
    },
  )
    .input(
      z.object({
        name: name.optional().describe('A delivery unit; it is made when it is new'),
        newName: name.optional().describe('What it is called from now on'),
        project: z.string().max(200).optional().describe('The project it is of'),
        hours: z.number().min(0).max(1e6).optional().describe('In all, or each month; 0: no limit'),
        rate: z
          .number()
          .min(0)
          .max(1e6)
          .optional()
          .describe('Price of an hour; 0: none of its own, a delivery unit then has its project’s'),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional()
          .describe('Such as EUR'),
        per: z.enum(['total', 'month']).optional(),
        rollover: z.boolean().optional().describe('Carry what a month leaves over into the next'),
        from: z.string().max(40).optional().describe('The day it begins; empty: all time counts'),
        tickets: z
          .array(z.string().max(4000))
          .max(1000)
          .optional()
          .describe('Its tickets; empty: none by name'),
        label: z.string().max(200).optional().describe('All tickets with this label; empty: none'),
        warnAt: z
          .array(z.coerce.number().int().min(0).max(1000))
          .max(10)
          .optional()
          .describe('Shares in percent that are worth a warning; 0 or none: as for all budgets'),
      }),
    )
    .output(budgetShape),
  remove: writes(
    'Forget the budget of a delivery unit; its time stays',
    '/budgets/{name}',
    { command: 'budget remove', positional: ['name'] },
    'DELETE',
  )
    .input(z.object({ name }))
    .output(z.object({ name })),
};
