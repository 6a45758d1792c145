import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { instantText } from './shapes.ts';

const customerInput = z.string().min(1).max(200).describe('The customer, as its projects name it');

/** A token for a customer, as lists show it: never the token. */
export const shareShape = z.object({
  customer: z.string(),
  createdAt: instantText,
  revokedAt: instantText.nullable().describe('Null: it is good'),
  path: z.string().describe('Where the dashboard is, below the address of Stint'),
  url: z.string().nullable().describe('The same, with the address; null while the HTTP door is shut'),
});
export type ShareShape = z.infer<typeof shareShape>;

export const newShareShape = shareShape.extend({
  token: z.string().describe('Shown now and never again'),
});
export type NewShareShape = z.infer<typeof newShareShape>;

/** Who may read what a customer may see: a read-only token for each, which opens nothing else. */
export const dashboardOperations = {
  share: writes(
    'Make the token by which a customer reads their dashboard; one made before ends',
    '/dashboards/{customer}',
    {
      command: 'dashboard share',
      positional: ['customer'],
      examples: ['stint dashboard share "Acme Corp"'],
    },
  )
    .input(z.object({ customer: customerInput }))
    .output(newShareShape),
  show: reads('What a customer sees who opens their dashboard, to the letter', '/dashboards/{customer}', {
    command: 'dashboard show',
    positional: ['customer'],
    examples: ['stint dashboard show "Acme Corp"', 'stint dashboard show "Acme Corp" --format html'],
  })
    .input(
      z.object({
        customer: customerInput,
        format: z
          .enum(['json', 'html'])
          .optional()
          .describe('As programs read it (json), or the page (html)'),
      }),
    )
    .output(z.object({ mediaType: z.string(), text: z.string() })),
  list: reads('Which customers may read their dashboard', '/dashboards', { command: 'dashboard list' })
    .input(z.object({}))
    .output(z.array(shareShape)),
  revoke: writes(
    'End the token of a customer at once',
    '/dashboards/{customer}',
    {
      command: 'dashboard revoke',
      positional: ['customer'],
      examples: ['stint dashboard revoke "Acme Corp"'],
    },
    'DELETE',
  )
    .input(z.object({ customer: customerInput }))
    .output(shareShape),
};
