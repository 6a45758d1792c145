import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { questionOperations } from './question-operations.ts';
import { weekInput, weekShape } from './shapes.ts';

const ofWeek = z.object({ week: weekInput });
const week = { positional: ['week?'], defaults: { week: 'this' } } as const;

/** Showing, asking about and submitting weeks. */
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
  ...questionOperations,
};
