import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { dayInput, dayShape, dayViewShape, weekInput, weekShape } from './shapes.ts';

const ofDay = z.object({ date: dayInput });
const ofWeek = z.object({ week: weekInput });
const day = { positional: ['date?'], defaults: { date: 'today' } } as const;
const week = { positional: ['week?'], defaults: { week: 'this' } } as const;

/** Showing, deriving and closing days and weeks. */
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
};

export const weekOperations = {
  show: reads('Show a week', '/weeks/{week}', { command: 'week', ...week })
    .input(ofWeek)
    .output(weekShape),
  submit: writes('Submit the reviewed days of a week', '/weeks/{week}/submit', { command: 'submit', ...week })
    .input(ofWeek)
    .output(
      z.object({
        week: z.string(),
        submitted: z.array(z.string()),
        leftBehind: z.array(
          z.object({ date: z.string(), status: z.string(), minutes: z.number().int(), reason: z.string() }),
        ),
      }),
    ),
};
