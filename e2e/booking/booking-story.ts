// What may happen to a week between it is worked and it is booked, made up at random: who changed what when, which requests
// went wrong, when the program died. Small stories come first, so that a failure shrinks to one that can be told.
import fc from 'fast-check';
import type { ProviderId } from '#shared/values/provider-id.ts';
import type { Fault, Schedule } from '../world/providers/faults.ts';
import { FAULTS } from '../world/providers/faults.ts';
import type { Death } from './mortal-world.ts';

/** Tickets of two mapped prefixes, one ticket with a unit of its own, one that nobody mapped. */
export const TICKETS = ['TB-1', 'TB-2', 'APP-7', 'APP-8', 'NEW-3'] as const;
export type StoryTicket = (typeof TICKETS)[number];

export interface StoryEntry {
  /** 0 is Monday. */
  readonly day: number;
  readonly ticket: StoryTicket;
  readonly minutes: number;
  /** Minutes after midnight, or null: no clock times. */
  readonly at: number | null;
  readonly words: string;
}

/** What a person does between two runs; `entry` and `of` count round, so that every number names one. */
export type StoryChange =
  | { readonly does: 'correct'; readonly entry: number; readonly by: number }
  | { readonly does: 'correct to zero'; readonly entry: number }
  | { readonly does: 'edit'; readonly entry: number; readonly minutes: number }
  | { readonly does: 'reword'; readonly entry: number; readonly words: string }
  | { readonly does: 'move'; readonly entry: number; readonly ticket: StoryTicket }
  | { readonly does: 'delete'; readonly entry: number }
  | { readonly does: 'split'; readonly entry: number }
  | { readonly does: 'add'; readonly entry: StoryEntry }
  | { readonly does: 'edit there'; readonly of: number; readonly minutes: number }
  | { readonly does: 'remove there'; readonly of: number }
  | { readonly does: 'lock there'; readonly of: number }
  | {
      readonly does: 'book by hand';
      readonly day: number;
      readonly minutes: number;
      readonly like: number | null;
    };

export interface StoryRun {
  readonly changes: readonly StoryChange[];
  readonly schedule: Schedule;
  readonly death: Death | null;
  /** Answers to conflicts and deletions of this run. */
  readonly conflicts: 'mine' | 'theirs' | null;
  readonly delete: boolean;
  /** How long nothing happens before it, in seconds. */
  readonly after: number;
}

export interface Story {
  readonly provider: ProviderId;
  /** Corrections alone on submitted days; on reviewed ones everything may change. */
  readonly include: 'submitted' | 'reviewed';
  readonly entries: readonly StoryEntry[];
  readonly runs: readonly StoryRun[];
  /** How the person settles what is left in the end; null: not at all. */
  readonly settle: 'mine' | 'theirs' | null;
}

const words = fc.constantFrom(
  'fix sockets',
  'a <b>bold</b> claim & more &amp; more',
  'Ärger mit „Zeit“ 🕐',
  'first line\nsecond line',
  'looks like ours [stint abcdef012345]',
  `${'very '.repeat(500)}long`,
  'fix sockets ',
);
const day = fc.nat({ max: 6 });
const time = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(15, 30, 60, 90, 480) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 720 }) },
);
const ticket = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<StoryTicket[]>('TB-1', 'TB-2', 'APP-7', 'APP-8') },
  { weight: 1, arbitrary: fc.constant<StoryTicket>('NEW-3') },
);
const entry: fc.Arbitrary<StoryEntry> = fc
  .record({ day, ticket, minutes: time, at: fc.option(fc.nat({ max: 1439 }), { freq: 2 }), words })
  // A stretch ends on the day it began.
  .map((made) => ({ ...made, at: made.at === null ? null : Math.min(made.at, 1440 - made.minutes) }));

const index = fc.nat({ max: 7 });
const change = (include: Story['include']): fc.Arbitrary<StoryChange> => {
  const remote: fc.Arbitrary<StoryChange>[] = [
    fc.record({ does: fc.constant('edit there'), of: index, minutes: time }),
    fc.record({ does: fc.constant('remove there'), of: index }),
    fc.record({ does: fc.constant('lock there'), of: index }),
    fc.record({
      does: fc.constant('book by hand' as const),
      day,
      minutes: time,
      like: fc.option<number>(index),
    }),
  ];
  const corrections: fc.Arbitrary<StoryChange>[] = [
    fc.record({ does: fc.constant('correct'), entry: index, by: fc.integer({ min: -120, max: 120 }) }),
    fc.record({ does: fc.constant('correct to zero'), entry: index }),
  ];
  const edits: fc.Arbitrary<StoryChange>[] = [
    fc.record({ does: fc.constant('edit'), entry: index, minutes: time }),
    fc.record({ does: fc.constant('reword'), entry: index, words }),
    fc.record({ does: fc.constant('move'), entry: index, ticket }),
    fc.record({ does: fc.constant('delete'), entry: index }),
    fc.record({ does: fc.constant('split'), entry: index }),
    fc.record({ does: fc.constant('add'), entry }),
  ];
  return fc.oneof(...remote, ...(include === 'submitted' ? corrections : edits));
};

/** Troubles come in runs: a service that is down stays down for a while. */
const schedule: fc.Arbitrary<Schedule> = fc
  .array(
    fc.record({
      fault: fc.oneof(
        { weight: 2, arbitrary: fc.constant<Fault | null>(null) },
        { weight: 3, arbitrary: fc.constantFrom<(Fault | null)[]>(...FAULTS) },
      ),
      times: fc.oneof(
        { weight: 3, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }) },
      ),
    }),
    { maxLength: 12 },
  )
  .map((runs) => runs.flatMap(({ fault, times }) => Array<Fault | null>(times).fill(fault)));

const run = (include: Story['include']): fc.Arbitrary<StoryRun> =>
  fc.record({
    changes: fc.array(change(include), { maxLength: 4 }),
    schedule,
    death: fc.option(fc.record({ step: fc.integer({ min: 1, max: 120 }), done: fc.boolean() }), { freq: 2 }),
    conflicts: fc.option(fc.constantFrom('mine', 'theirs')),
    delete: fc.boolean(),
    after: fc.constantFrom(1, 600, 3700),
  });

/** Any story of a provider. */
export const stories = (provider: ProviderId): fc.Arbitrary<Story> =>
  fc.constantFrom<Story['include'][]>('submitted', 'reviewed').chain((include) =>
    fc.record({
      provider: fc.constant(provider),
      include: fc.constant(include),
      entries: fc.array(entry, { minLength: 1, maxLength: 8 }),
      runs: fc.array(run(include), { minLength: 1, maxLength: 4 }),
      settle: fc.option(fc.constantFrom('mine', 'theirs')),
    }),
  );
