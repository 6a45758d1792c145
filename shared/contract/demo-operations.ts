import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { instantText } from './shapes.ts';

/** Looking around with made-up data (decision 0012). On the command line it is `stint demo`. */
export const demoOperations = {
  status: reads('Is this made-up data, and which moment is it there?', '/demo', null)
    .input(z.object({}))
    .output(
      z.object({
        isDemo: z.boolean(),
        now: instantText.describe('The clock of this host: made-up data stands at a Thursday afternoon'),
        canLeave: z.boolean().describe('There is something to go back to'),
      }),
    ),
  open: writes('Open made-up data beside your own; neither knows of the other', '/demo', null)
    .input(z.object({}))
    .output(
      z.object({
        address: z.string().nullable().describe('To be opened; null: it has a window of its own'),
      }),
    ),
  leave: writes('End the made-up data and go back', '/demo', null, 'DELETE')
    .input(z.object({}))
    .output(z.object({ address: z.string().nullable() })),
};
