import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reads } from './operation.ts';

/** Events that tell a window what to ask again. */
export const changeEvent = z.object({
  kind: z
    .enum([
      'listening',
      'day',
      'session',
      'presence',
      'settings',
      'repositories',
      'providers',
      'projects',
      'booking',
      'sources',
      'prompts',
    ])
    .describe('`listening` comes first: from then on nothing is missed'),
  date: z.string().optional(),
});

/** What happened, as it happens. */
export const changesOperation = reads('Live changes, as an event stream', '/changes', null)
  .input(z.object({}))
  .output(eventIterator(changeEvent));
