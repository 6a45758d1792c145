import { z } from 'zod';
import { reads } from './operation.ts';
import { dayText, ticketInput } from './shapes.ts';

const globalKeyShape = z.object({
  action: z.enum(['toggle', 'quickAdd', 'window']),
  setting: z.string().describe('Where its keys are set'),
  keys: z.string().describe('As Electron spells them; empty: none'),
  standing: z
    .enum(['none', 'held', 'refused', 'unsure', 'absent'])
    .describe('Whether this desktop gives the keys to Stint; `unsure`: it says so, and may not (Wayland)'),
  remedy: z.string().nullable(),
});
export type GlobalKeyShape = z.infer<typeof globalKeyShape>;

/** Keys that work from any program. */
export const shortcutOperations = {
  list: reads('Global shortcuts, and whether this desktop gives them to Stint', '/shortcuts', {
    command: 'shortcut list',
  })
    .input(z.object({}))
    .output(z.array(globalKeyShape)),
};

/** Where a ticket was worked on last; the window goes there. */
export const lastDayOperation = reads(
  'The last day with time on a ticket',
  '/tickets/{ticket}/last-day',
  null,
)
  .input(z.object({ ticket: ticketInput.min(1) }))
  .output(z.object({ ticket: z.string(), date: dayText.nullable() }));
