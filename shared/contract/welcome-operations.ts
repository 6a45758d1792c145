import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { dayText, instantText, repositoryShape } from './shapes.ts';

const paths = z
  .array(z.string().min(1).max(4096))
  .min(1)
  .max(50)
  .describe('Repositories, or folders with repositories');
const emails = z.array(z.string().min(1).max(254)).max(50);

const ticketTime = z.object({ ticket: z.string().nullable(), minutes: z.number().int() });

/** From the first start to the first proposed day, in the window. Nothing is written but by `adopt` and `choose`. */
export const welcomeOperations = {
  folders: reads('Folders on this machine in which repositories lie', '/welcome/folders', null)
    .input(z.object({}))
    .output(
      z.object({
        folders: z.array(
          z.object({
            path: z.string(),
            shown: z.string().describe('As people write it: ~/code'),
            repositories: z.number().int(),
            names: z.array(z.string()),
            usedAt: instantText.nullable(),
          }),
        ),
        complete: z.boolean(),
      }),
    ),
  people: reads(
    'Who works in these folders, by git’s settings and by the last year’s commits',
    '/welcome/people',
    null,
  )
    .input(z.object({ paths }))
    .output(
      z.object({
        repositories: z.array(z.object({ name: z.string(), path: z.string() })),
        name: z.string().nullable(),
        people: z.array(
          z.object({
            email: z.string(),
            name: z.string(),
            commits: z.number().int().describe('In the last twelve months'),
            configured: z.boolean().describe('git is set up with this address here'),
          }),
        ),
      }),
    ),
  adopt: writes('Register the repositories, and say whose commits count', '/welcome/adopt', null)
    .input(z.object({ paths, emails, name: z.string().max(200).optional() }))
    .output(
      z.object({
        repositories: z.array(repositoryShape),
        commits: z.number().int().describe('Yours, as far back as was looked'),
      }),
    ),
  lastWeek: reads('The last working week, derived both ways', '/welcome/week', null)
    .input(z.object({}))
    .output(
      z.object({
        from: dayText,
        to: dayText,
        days: z.array(z.object({ date: dayText, after: z.array(ticketTime), before: z.array(ticketTime) })),
        commits: z.number().int(),
        same: z.boolean().describe('Both ways come to the same'),
        branches: z.boolean().describe('Branches name tickets, so the way matters less'),
      }),
    ),
  choose: writes('Choose the way and the hours, and propose that week', '/welcome/choose', null)
    .input(
      z.object({
        credit: z.enum(['after', 'before']),
        hoursPerDay: z.number().min(0.5).max(24),
        workingDays: z.array(z.number().int().min(1).max(7)).max(7),
      }),
    )
    .output(
      z.object({ day: dayText.nullable().describe('The newest day with something to propose; null: none') }),
    ),
};
