import { z } from 'zod';
import { reads } from './operation.ts';

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
