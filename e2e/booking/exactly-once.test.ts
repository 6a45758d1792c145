import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import { stories } from './booking-story.ts';
import { playStory } from './play-story.ts';
import { REMEMBERED } from './remembered-stories.ts';
import { complaints } from './verdict.ts';

/** Stories of each provider; a story has up to four schedules of faults. More: STINT_STORIES=5000 npx vitest run e2e/booking */
const STORIES = Number(process.env['STINT_STORIES'] ?? 500);
/** STINT_SEED=… tells the same stories again; fast-check names the seed of what fails, and its path to the smallest. */
const seed = process.env['STINT_SEED'] === undefined ? {} : { seed: Number(process.env['STINT_SEED']) };
/** A count of stories takes as long as it takes. */
const PATIENCE_MS = 3_600_000;

describe.each(PROVIDER_IDS)('%s', (provider) => {
  it(
    'holds every entry exactly once, whatever goes wrong on the way',
    async () => {
      const property = fc.asyncProperty(stories(provider), async (story) => {
        expect(complaints(await playStory(story))).toEqual([]);
      });
      await fc.assert(property, { numRuns: STORIES, ...seed });
    },
    PATIENCE_MS,
  );
});

describe('a story that once ended badly', () => {
  it.each(REMEMBERED)('%s', async (_, story) => {
    expect(complaints(await playStory(story))).toEqual([]);
  });
});
