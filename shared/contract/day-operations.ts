import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { dayInput, dayShape, dayText, dayViewShape, minutesInput } from './shapes.ts';

const ofDay = z.object({ date: dayInput });
const day = { positional: ['date?'], defaults: { date: 'today' } } as const;

/** Showing, deriving and closing days. */
export const dayOperations = {
  show: reads('Show a day; looks for new evidence first', '/days/{date}', { command: 'day', ...day })
    .input(ofDay)
    .output(dayShape),
  view: reads('A day with all that stands behind it', '/days/{date}/view', null)
    .input(ofDay)
    .output(dayViewShape),
  derive: writes('Read the evidence of a day again and propose', '/days/{date}/derive', {
    command: 'derive',
    ...day,
  })
    .input(ofDay)
    .output(dayShape),
  confirm: writes('Confirm a day: it becomes reviewed', '/days/{date}/confirm', {
    command: 'confirm',
    ...day,
  })
    .input(
      ofDay.extend({
        unallocated: z.boolean().optional().describe('Confirm although entries have no ticket'),
      }),
    )
    .output(dayShape),
  replay: reads('What other settings would make of days that are still drafts', '/replay', {
    command: 'replay',
    examples: ['stint replay --key git.credit --value before --from 2026-02-09'],
  })
    .input(
      z.object({
        key: z.string().min(1).max(100).describe('A setting'),
        value: z.unknown().describe('What it would be'),
        from: dayInput.optional().describe('Default: a week ago'),
        to: dayInput.optional().describe('Default: today'),
      }),
    )
    .output(
      z.object({
        days: z.array(
          z.object({
            date: dayText,
            before: z.array(z.object({ ticket: z.string().nullable(), minutes: minutesInput })),
            after: z.array(z.object({ ticket: z.string().nullable(), minutes: minutesInput })),
            total: z.object({ before: z.number().int(), after: z.number().int() }),
          }),
        ),
      }),
    ),
};
