import { z } from 'zod';
import {
  bookingStateShape,
  decisionShape,
  planShape,
  progressShape,
  providerName,
  syncResultShape,
} from './booking-shapes.ts';
import { reads, writes } from './operation.ts';
import { weekInput } from './shapes.ts';

const what = z.object({
  provider: providerName.optional().describe('Default: setting booking.provider'),
  week: weekInput.optional().describe('Only this week; default: this one and the four before'),
  include: z.enum(['submitted', 'reviewed']).optional().describe('Default: setting booking.include'),
});

export const bookingOperations = {
  plan: reads('What booking would do, and why', '/booking/plan', null).input(what).output(planShape),
  sync: writes('Book submitted time; with --plan only say what would be done', '/booking/sync', {
    command: 'sync',
    examples: ['stint sync --plan', 'stint sync --week 2026-W07'],
  })
    .input(
      what.extend({
        plan: z.boolean().optional().describe('Only say what would be done'),
        entries: z.array(z.string()).max(5000).optional().describe('Only these entries'),
        decisions: z.array(decisionShape).max(5000).optional(),
        conflicts: z.enum(['mine', 'theirs']).optional().describe('Settle every conflict this way'),
        delete: z.boolean().optional().describe('Also delete there what was deleted here'),
      }),
    )
    .output(z.union([planShape, syncResultShape])),
  cancel: writes('Stop the booking that runs, after the entry it is at', '/booking/cancel', null)
    .input(z.object({}))
    .output(progressShape),
  progress: reads('How far the booking that runs has come', '/booking/progress', null)
    .input(z.object({}))
    .output(progressShape),
  states: reads('What became of the entries of a week', '/booking/states/{week}', null)
    .input(z.object({ week: weekInput, provider: what.shape.provider }))
    .output(z.array(bookingStateShape)),
};
