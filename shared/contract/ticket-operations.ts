import { z } from 'zod';
import { reads } from './operation.ts';
import { dayText, instantText, textInput, ticketInput } from './shapes.ts';

/** What a ticket is about, as its tracker has it. */
export const ticketFacts = z.object({
  ticket: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  status: z.string().nullable(),
  estimate: z.number().int().nullable().describe('Minutes'),
  labels: z.array(z.string()),
  url: z.string().nullable(),
  from: z.enum(['linear', 'jira', 'github', 'file']),
  at: instantText,
});

/** What tickets there are, and what they are about. */
export const ticketOperations = {
  list: reads('Tickets you worked on, newest first', '/tickets', {
    command: 'ticket list',
    positional: ['query?'],
  })
    .input(
      z.object({ query: textInput.optional(), limit: z.coerce.number().int().min(1).max(5000).optional() }),
    )
    .output(z.array(z.object({ ticket: z.string(), title: z.string(), lastUsedAt: z.iso.datetime() }))),
  show: reads('What a ticket is about', '/tickets/{ticket}', {
    command: 'ticket show',
    positional: ['ticket'],
  })
    .input(
      z.object({
        ticket: z.string().min(1).max(64),
        refresh: z.stringbool().or(z.boolean()).optional().describe('Ask again for what is known'),
      }),
    )
    .output(ticketFacts),
  plans: reads('Plans and sprints that tickets name', '/plans', {
    command: 'ticket plans',
    examples: ['stint ticket plans', 'stint ticket plans --kind sprint'],
  })
    .input(z.object({ kind: z.enum(['plan', 'sprint']).optional().describe('Only these') }))
    .output(
      z.array(z.object({ kind: z.enum(['plan', 'sprint']), name: z.string(), tickets: z.number().int() })),
    ),
  lastDay: reads('The last day with time on a ticket', '/tickets/{ticket}/last-day', null)
    .input(z.object({ ticket: ticketInput.min(1) }))
    .output(z.object({ ticket: z.string(), date: dayText.nullable() })),
};
