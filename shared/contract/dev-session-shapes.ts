import { z } from 'zod';
import { COMPLEXITIES, RELATIONSHIPS } from '../evidence/dev-session.ts';
import type { Complexity } from '../evidence/dev-session.ts';
import { instantText, spanShape } from './shapes.ts';

export const devSessionType = z.enum(['feature', 'bugfix', 'refactor', 'research', 'deployment']);
export const devSessionStatus = z.enum(['active', 'paused', 'completed', 'cancelled']);
export const relationship = z.enum(RELATIONSHIPS);
export const complexity = z
  .enum(Object.keys(COMPLEXITIES) as [Complexity, ...Complexity[]])
  .describe('simple × 1, medium × 1.5, complex × 2, major × 3');

const count = z.number().int().min(0);
const amount = { usd: z.number(), units: z.number() };

export const linkedTask = z.object({
  ticket: z.string(),
  title: z.string().nullable().describe('As far as it is known'),
  relationship,
  linkedAt: instantText,
});

/** Every field of document 3. Of a running session numbers are as of now. */
export const devSessionShape = z.object({
  id: z.string(),
  title: z.string(),
  type: devSessionType,
  status: devSessionStatus,
  ticket: z.string().nullable(),
  project: z.string().nullable(),
  board: z.string().nullable(),
  createdBy: z.string().describe('Who or what started it'),
  startedAt: instantText,
  endedAt: instantText.nullable(),
  pausedAt: instantText.nullable(),
  pauses: z.array(spanShape),
  durationMinutes: count.describe('From start to end, or to now, without pauses'),
  attentionMinutes: count.describe('Your time: no minute of it is in two sessions'),
  attentionUnknown: z.boolean().describe('Your presence in this time is not known'),
  agentMinutes: count.describe('What agents worked; side by side they add up'),
  recovered: z.boolean().describe('It was paused at its last sign of life, after a crash'),
  timer: z.string().nullable().describe('Id of the timer that runs for it'),
  repository: z.string().nullable().describe('Folder of the work tree'),
  branch: z.string().nullable(),
  startCommit: z.string().nullable(),
  endCommit: z.string().nullable(),
  commits: count,
  merges: count.describe('Of the commits'),
  filesChanged: count,
  binaryFiles: count.describe('Of the files'),
  linesAdded: count,
  linesRemoved: count,
  gitStart: z
    .enum(['exact', 'rewritten', 'by-date', 'empty'])
    .nullable()
    .describe(
      'Where the diff begins: at the start commit, its rebased copy, the commit of that time, nothing',
    ),
  gitProblem: z.string().nullable().describe('Why there are no numbers of git'),
  tokens: count,
  costUsd: z.number(),
  costUnits: z.number(),
  unit: z.string().describe('What the unit is called; empty: there is none'),
  complexity,
  images: count,
  searches: count,
  linkedTasks: z.array(linkedTask),
  summary: z.string().nullable(),
  keyChanges: z.array(z.string()),
  nextSteps: z.array(z.string()),
  activities: z.array(z.object({ at: instantText, text: z.string() })),
  updatedAt: instantText,
});
export type DevSessionShape = z.infer<typeof devSessionShape>;

export const devSessionPage = z.object({
  sessions: z.array(devSessionShape),
  next: z.string().nullable().describe('`before` of the next page; null: this was the last one'),
});
export type DevSessionPage = z.infer<typeof devSessionPage>;

/** Development sessions as the clock and the rows of a day show them. Asked with each day, so it is what the store has. */
export const devSessionDay = z.object({
  date: z.iso.date(),
  sessions: z
    .array(
      devSessionShape
        .pick({
          id: true,
          title: true,
          type: true,
          status: true,
          ticket: true,
          durationMinutes: true,
          unit: true,
        })
        .extend({
          worked: z
            .array(spanShape)
            .describe('What of the day it was worked, without pauses; one stretch at least'),
          costUsd: z.number().nullable().describe('Null: it is open, ask what it costs'),
          costUnits: z.number().nullable(),
        }),
    )
    .describe('Those worked on this day, by start; none that was dropped'),
  tickets: z
    .array(z.object({ ticket: z.string(), sessions: count, open: count.describe('Of these') }))
    .describe('Tickets of the entries of the day that sessions worked on, on any day'),
});
export type DevSessionDay = z.infer<typeof devSessionDay>;

export const devSessionCosts = z.object({
  id: z.string(),
  live: z.boolean().describe('It still runs: the numbers are as of now'),
  tokens: z.object({
    input: count,
    output: count,
    cacheWrite: count,
    cacheRead: count,
    total: count,
  }),
  models: z.array(z.object({ model: z.string(), tokens: count, ...amount })),
  images: z.object({ count, ...amount }),
  searches: z.object({ count, ...amount }),
  base: z.object(amount),
  complexity,
  multiplier: z.number(),
  total: z.object(amount).describe('The base times the multiplier'),
  unit: z.string(),
  unpriced: z.array(z.string()).describe('Models without a known price; counted with none'),
});
export type DevSessionCosts = z.infer<typeof devSessionCosts>;

export const devSessionReport = z.object({
  id: z.string(),
  title: z.string(),
  madeAt: instantText,
  markdown: z.string(),
  writtenTo: z.array(z.string()).describe('Files it was copied to'),
});
export type DevSessionReport = z.infer<typeof devSessionReport>;

const sums = {
  sessions: count,
  durationMinutes: count,
  attentionMinutes: count,
  agentMinutes: count,
  commits: count,
  filesChanged: count,
  linesAdded: count,
  linesRemoved: count,
  tokens: count,
  costUsd: z.number(),
  costUnits: z.number(),
};

export const devSessionStats = z.object({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  unit: z.string(),
  totals: z.object(sums),
  byStatus: z.record(devSessionStatus, count),
  byType: z.array(z.object({ type: devSessionType, ...sums })),
  byProject: z.array(z.object({ project: z.string().nullable(), ...sums })),
});
export type DevSessionStats = z.infer<typeof devSessionStats>;
