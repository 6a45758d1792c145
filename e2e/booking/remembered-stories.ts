// Stories that once ended badly, as small as they were when they were understood. They are told in every run.
import type { Fault } from '../world/providers/faults.ts';
import type { Story, StoryChange, StoryEntry, StoryRun } from './booking-story.ts';

const entry = (given: Partial<StoryEntry> = {}): StoryEntry => ({
  day: 0,
  ticket: 'TB-1',
  minutes: 15,
  at: null,
  words: 'fix sockets',
  ...given,
});
const run = (
  schedule: readonly (Fault | null)[] = [],
  changes: readonly StoryChange[] = [],
  given: Partial<StoryRun> = {},
): StoryRun => ({ changes, schedule, death: null, conflicts: null, delete: false, after: 1, ...given });
const story = (given: Partial<Story> & Pick<Story, 'provider' | 'runs'>): Story => ({
  include: 'reviewed',
  entries: [entry()],
  settle: null,
  ...given,
});

export const REMEMBERED: readonly (readonly [name: string, story: Story])[] = [
  [
    'a network that wants a sign-in first is no refusal',
    story({ provider: 'toggl', runs: [run([null, 'redirect', 'redirect']), run()] }),
  ],
  [
    'a create that was given up comes after the entry was moved to another unit',
    story({
      provider: 'harvest',
      entries: [entry(), entry(), entry(), entry({ day: 1 })],
      runs: [
        run([null, null, null, null, null, null, null, 'late']),
        run([], [{ does: 'move', entry: 3, ticket: 'APP-7' }]),
      ],
    }),
  ],
  [
    'a create that was given up comes after the entry was corrected, before it was repeated',
    story({
      provider: 'clockify',
      include: 'submitted',
      runs: [
        run(['twice', '503 before', 'late', null, '429']),
        run([], [{ does: 'correct', entry: 0, by: 1 }]),
      ],
    }),
  ],
  [
    'a double that could not be taken away before its entry changed',
    story({
      provider: 'clockify',
      entries: [entry(), entry({ minutes: 1 })],
      runs: [
        run([null, null, 'truncated', 'twice'], [], { death: { step: 36, done: true } }),
        run([null, '429 with a time'], [{ does: 'edit', entry: 1, minutes: 15 }]),
      ],
    }),
  ],
  [
    'what was left there on purpose stays there',
    story({
      provider: 'harvest',
      include: 'submitted',
      runs: [
        run(),
        run(
          [],
          [
            { does: 'correct to zero', entry: 0 },
            { does: 'edit there', of: 0, minutes: 30 },
          ],
        ),
      ],
      settle: 'theirs',
    }),
  ],
  [
    'of two that one request made, the person locked one',
    story({
      provider: 'harvest',
      runs: [
        run([null, '429', null, 'twice and reset', '429', '429', '429', '429', '429']),
        run([], [{ does: 'lock there', of: 3 }]),
      ],
    }),
  ],
  [
    'of two that one request made, the person changed one, then the entry went to nothing',
    story({
      provider: 'productive',
      include: 'submitted',
      runs: [
        run(['twice', 'twice', 'twice']),
        run([], [{ does: 'edit there', of: 0, minutes: 60 }], { conflicts: 'theirs' }),
        run([], [{ does: 'correct to zero', entry: 0 }]),
      ],
    }),
  ],
];
