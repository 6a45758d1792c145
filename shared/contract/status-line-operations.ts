import { z } from 'zod';
import { hears } from './operation.ts';

/** What `stint statusline` shows besides what the agent itself knows. */
export const statusLineShape = z.object({
  ticket: z.string().nullable().describe('Of the running session, else of the branch'),
  running: z
    .object({ minutes: z.number().int(), paused: z.boolean(), title: z.string() })
    .nullable()
    .describe('The running session'),
  today: z.number().int().describe('Minutes accounted for today'),
  target: z.number().int().describe('Minutes of a working day'),
  budget: z
    .object({ project: z.string(), percent: z.number().int() })
    .nullable()
    .describe('How much of the budget of the ticket’s project is used'),
});
export type StatusLineShape = z.infer<typeof statusLineShape>;

/** The status line of a coding agent. Drawn by a program again and again, so it is no sign that the person is there. */
export const statusLineOperations = {
  show: hears('What an agent’s status line shows', '/statusline')
    .input(
      z.object({
        branch: z.string().max(300).nullish().describe('What is checked out where the agent works'),
      }),
    )
    .output(statusLineShape),
};
