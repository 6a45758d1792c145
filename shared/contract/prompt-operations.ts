import { z } from 'zod';
import { MONTHLY_TROUBLES } from '../review/prompt.ts';
import { reads, writes } from './operation.ts';
import { dayText, instantText, spanShape, textInput, ticketInput } from './shapes.ts';

export const promptAnswer = z
  .enum(['break', 'ticket', 'meeting', 'switch', 'back', 'stop', 'dismiss'])
  .describe('break, ticket, meeting, switch, back, stop or dismiss');
export type PromptAnswer = z.infer<typeof promptAnswer>;

export const snoozeLength = z.enum(['1h', 'tomorrow', 'monday']).describe('1h, tomorrow or monday');

const common = {
  key: z.string(),
  since: instantText,
  title: z.string().describe('What waits, in English'),
  text: z.string(),
  to: z.string().describe('Where in the window it is dealt with'),
  answers: z.array(promptAnswer).describe('What can be said to it in place'),
};

/** Something that waits for the person. */
export const promptShape = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('end-of-day'),
    date: dayText,
    isToday: z.boolean(),
    minutes: z.number().int(),
    target: z.number().int(),
    gaps: z.number().int().describe('Stretches that nothing explains'),
    unallocated: z.number().int().describe('Entries without a ticket'),
  }),
  z.object({
    ...common,
    kind: z.literal('week'),
    week: z.string(),
    open: z.array(dayText).describe('Days that are not reviewed; none: it only has to be submitted'),
    minutes: z.number().int(),
    target: z.number().int(),
  }),
  z.object({
    ...common,
    kind: z.literal('absences'),
    zone: z.string(),
    absences: z.array(spanShape.extend({ key: z.string(), minutes: z.number().int() })),
  }),
  z.object({
    ...common,
    kind: z.literal('meeting'),
    zone: z.string(),
    ticket: z.string(),
    meeting: z.string(),
    endsAt: instantText,
    running: z.string().nullable().describe('What runs meanwhile'),
  }),
  z.object({
    ...common,
    kind: z.literal('meeting-over'),
    ticket: z.string(),
    back: z.string().nullable().describe('What ran before'),
  }),
  z.object({
    ...common,
    kind: z.literal('budget'),
    project: z.string().nullable().describe('Null: a delivery unit across projects'),
    name: z.string(),
    month: z.string().nullable().describe('2026-02, where the budget is one for each month'),
    percent: z.number().int().describe('The threshold that was passed'),
    used: z.number().int().describe('Minutes'),
    of: z.number().int().describe('Minutes'),
  }),
  z.object({
    ...common,
    kind: z.literal('monthly'),
    month: z.string(),
    folder: z.string(),
    files: z.number().int().describe('How many lie in the folder'),
    trouble: z.enum(MONTHLY_TROUBLES).nullable().describe('Why not all of them do; null: all do'),
  }),
  z.object({
    ...common,
    kind: z.literal('trigger'),
    move: z.enum(['start', 'stop']),
    ticket: z.string(),
    running: z.string().describe('What you started by hand'),
  }),
  z.object({
    ...common,
    kind: z.literal('session'),
    zone: z.string(),
    what: z.string(),
    minutes: z.number().int(),
    away: spanShape.nullable().describe('When nobody was there while it ran'),
  }),
]);
export type PromptShape = z.infer<typeof promptShape>;

const promptName = z.string().min(3).max(400).describe('Key of what waits, or of one absence');

/** What waits for the person: reminders, questions, offers. */
export const promptOperations = {
  list: reads('What waits for you: days to review, absences, budgets', '/prompts', { command: 'prompts' })
    .input(z.object({}))
    .output(z.array(promptShape)),
  answer: writes('Answer what waits; of an absence only its own time is touched', '/prompts/answer', {
    command: 'answer',
    positional: ['prompt', 'answer'],
    examples: [
      'stint answer absence:2026-02-10T11:10:00.000Z break',
      'stint answer absence:2026-02-10T11:10:00.000Z ticket --ticket TB-042',
    ],
  })
    .input(
      z.object({
        prompt: promptName,
        answer: promptAnswer,
        ticket: ticketInput.optional(),
        description: textInput.optional().describe('What the absence was'),
      }),
    )
    .output(z.array(promptShape)),
  snooze: writes('Put off what waits: one thing, or all of it', '/prompts/snooze', {
    command: 'snooze',
    positional: ['until?'],
    defaults: { until: '1h' },
    examples: ['stint snooze', 'stint snooze tomorrow', 'stint snooze monday'],
  })
    .input(z.object({ until: snoozeLength, prompt: promptName.optional() }))
    .output(z.array(promptShape)),
};
