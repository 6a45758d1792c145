import { z } from 'zod';
import { reads, writes } from './operation.ts';
import {
  dayInput,
  dayText,
  entryShape,
  evidenceShape,
  idInput,
  instantText,
  minutesInput,
  previewShape,
  textInput,
  ticketInput,
} from './shapes.ts';

/** The answer to "why?": what an entry rests on. */
export const whyShape = z.object({
  entryId: z.string(),
  date: dayText,
  ticket: z.string().nullable(),
  minutes: z.number().int(),
  rawMinutes: z.number().int(),
  why: z.string(),
  evidence: z.array(evidenceShape.extend({ minutes: z.number().int() })),
  /** What a stronger source took. */
  given: z.array(z.object({ to: z.string(), minutes: z.number().int() })),
});

/** Adding and changing entries; every one of them can be undone until the day is submitted. */
export const entryOperations = {
  log: writes('Add an entry from plain words', '/entries/log', {
    command: 'log',
    positional: ['text...'],
    examples: [
      'stint log "2h on TINT-191 for HR training yesterday"',
      'stint log "0900-1015 TB-042 Messe vorbereiten"',
      'stint log "1,5 Std auf TB-042 für Doku gestern"',
    ],
  })
    .input(z.object({ text: textInput.min(1), date: dayInput.optional() }))
    .output(entryShape),
  preview: reads('What quick add would write', '/entries/preview', null)
    .input(z.object({ text: textInput, date: dayInput.optional() }))
    .output(previewShape),
  add: writes('Add an entry from its parts', '/entries', null)
    .input(
      z.object({
        date: dayInput,
        ticket: ticketInput.optional(),
        minutes: minutesInput.optional(),
        startedAt: instantText.optional(),
        endedAt: instantText.optional(),
        description: textInput.min(1),
      }),
    )
    .output(entryShape),
  edit: writes(
    'Change an entry; a reviewed day becomes a draft again',
    '/entries/{id}',
    {
      command: 'edit',
      positional: ['id'],
      examples: ['stint edit 3fa85f64 --ticket TB-042 --minutes 1h30m --description "fix socket"'],
    },
    'PATCH',
  )
    .input(
      z.object({
        id: idInput,
        ticket: ticketInput.optional(),
        minutes: minutesInput.optional(),
        description: textInput.optional(),
        startedAt: instantText.optional(),
        endedAt: instantText.optional(),
        stretch: instantText
          .optional()
          .describe('Start of the stretch that the times are for, of an entry with several'),
      }),
    )
    .output(entryShape),
  delete: writes(
    'Delete an entry; a derived one stays deleted',
    '/entries/{id}',
    { command: 'delete', positional: ['id'] },
    'DELETE',
  )
    .input(z.object({ id: idInput }))
    .output(entryShape),
  split: writes('Split an entry: its first minutes stay, the rest becomes a new one', '/entries/{id}/split', {
    command: 'split',
    positional: ['id', 'minutes?'],
  })
    .input(
      z.object({
        id: idInput,
        minutes: minutesInput.optional(),
        at: instantText.optional().describe('Where to cut, instead of the minutes of the first part'),
        ticket: ticketInput.optional().describe('Ticket of the second part'),
      }),
    )
    .output(z.array(entryShape)),
  merge: writes('Merge entries of one day into the first', '/entries/{id}/merge', {
    command: 'merge',
    positional: ['id', 'others...'],
  })
    .input(
      z.object({
        id: idInput,
        others: z.string().min(4).max(2000).describe('Ids of the entries to merge into it, parted by blanks'),
      }),
    )
    .output(entryShape),
  correct: writes('Append a correction to a submitted day', '/entries/{id}/correct', {
    command: 'correct',
    positional: ['id', 'minutes'],
    examples: ['stint correct 3fa85f64 -1h --reason "over-reported on Tuesday"'],
  })
    .input(
      z.object({
        id: idInput,
        minutes: minutesInput,
        reason: textInput.min(1).describe('Why the submitted day was wrong'),
      }),
    )
    .output(entryShape),
  undo: writes('Take back the last change', '/undo', { command: 'undo' })
    .input(z.object({}))
    .output(z.object({ done: z.string(), dates: z.array(z.string()) })),
  redo: writes('Do again what was taken back', '/redo', { command: 'redo' })
    .input(z.object({}))
    .output(z.object({ done: z.string(), dates: z.array(z.string()) })),
  why: reads('Why an entry is what it is', '/entries/{id}/why', {
    command: 'why',
    positional: ['id'],
  })
    .input(z.object({ id: idInput }))
    .output(whyShape),
};
