import { z } from 'zod';
import { reads, writes } from './operation.ts';
import { dayInput, dayText, entryShape, instantText, textInput, ticketInput, weekInput } from './shapes.ts';

/** One thing the week wants to know before it is handed in. */
export const questionShape = z.object({
  id: z.string().describe('The same whenever the same thing is asked'),
  kind: z
    .enum(['meeting', 'entry', 'gap', 'overlap', 'attend', 'remote', 'day'])
    .describe(
      'No ticket on a meeting, on an entry; unexplained time; entries over each other; nobody at the machine in a meeting; the provider has it otherwise; a day to confirm',
    ),
  dates: z.array(dayText),
  startedAt: instantText.nullable(),
  endedAt: instantText.nullable(),
  minutes: z.number().int(),
  title: z.string(),
  entries: z.array(
    entryShape
      .pick({
        id: true,
        ticket: true,
        minutes: true,
        source: true,
        description: true,
        startedAt: true,
        endedAt: true,
      })
      .extend({ date: dayText }),
  ),
  meeting: z
    .object({ id: z.string(), series: z.string().nullable() })
    .nullable()
    .describe('The meeting it is about, by its calendar’s own id'),
  away: z.boolean().describe('Of a gap: not at the machine'),
  waitsFor: z.number().int().describe('Of a day: open questions about it that come first'),
  suggestions: z.array(
    z.object({
      ticket: z.string(),
      title: z.string(),
      because: z.enum(['before', 'around', 'day', 'lately']),
    }),
  ),
});
export type QuestionShape = z.infer<typeof questionShape>;

export const openQuestions = z.object({
  week: z.string(),
  questions: z.array(questionShape),
  seconds: z.number().int().describe('About how long answering them takes: so much for each kind'),
});
export type OpenQuestions = z.infer<typeof openQuestions>;

/** What became of a number that was typed into the week. */
export const cellOutcome = z.object({
  needs: z
    .enum(['description', 'reason', 'choice'])
    .nullable()
    .describe(
      'Null: done. Else nothing was written: give a description, a reason, or change one of the entries',
    ),
  before: z.number().int().describe('Minutes the cell had'),
  minutes: z.number().int().describe('Minutes it has now, or is to have'),
  entries: z.number().int().describe('Entries it rested on'),
});
export type CellOutcome = z.infer<typeof cellOutcome>;

/** What the week asks, and what is typed into it. */
export const questionOperations = {
  questions: reads('What is still open in a week, and about how long it takes', '/weeks/{week}/questions', {
    command: 'questions',
    positional: ['week?'],
    defaults: { week: 'this', look: 'true' },
    examples: ['stint questions', 'stint questions last --json'],
  })
    .input(
      z.object({
        week: weekInput,
        look: z
          .stringbool()
          .or(z.boolean())
          .optional()
          .describe('Look for new evidence first; the command does, the window has just done so'),
      }),
    )
    .output(openQuestions),
  cell: writes('Give a ticket on a day the minutes typed into the week', '/weeks/cells', null)
    .input(
      z.object({
        date: dayInput,
        ticket: ticketInput,
        minutes: z.string().min(1).max(20).describe('1h30m, 90, 0, or more and less: +15m, -10m'),
        description: textInput.optional().describe('For an entry that is made for it'),
        reason: textInput.optional().describe('Why the submitted day was wrong'),
      }),
    )
    .output(cellOutcome),
};
