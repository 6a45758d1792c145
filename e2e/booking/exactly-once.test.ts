import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import { stories } from './booking-story.ts';
import { playStory } from './play-story.ts';
import { complaints } from './verdict.ts';

/** Stories of each provider; a story has up to four schedules of faults. More: STINT_STORIES=5000 npx vitest run e2e/booking */
const STORIES = Number(process.env['STINT_STORIES'] ?? 250);
/** STINT_SEED=… tells the same stories again. */
const seed = process.env['STINT_SEED'] === undefined ? {} : { seed: Number(process.env['STINT_SEED']) };

describe.each(PROVIDER_IDS)('%s', (provider) => {
  it(
    'holds every entry exactly once, whatever goes wrong on the way',
    async () => {
      await fc.assert(
        fc.asyncProperty(stories(provider), async (story) => {
          expect(complaints(await playStory(story))).toEqual([]);
        }),
        { numRuns: STORIES, ...seed },
      );
    },
    // A count of stories takes as long as it takes.
    600_000,
  );
});
