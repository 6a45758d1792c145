import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openStorage } from '#electron/storage/open-storage.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import type { Story } from './booking-story.ts';
import { stories } from './booking-story.ts';
import { playStory } from './play-story.ts';
import { REMEMBERED } from './remembered-stories.ts';
import { complaints } from './verdict.ts';

/** Stories of each provider; a story has up to four schedules of faults. More: STINT_STORIES=5000 npx vitest run e2e/booking */
const STORIES = Number(process.env['STINT_STORIES'] ?? 500);
/** The same stories in every run, so that a red one is news; STINT_SEED=… tells others. fast-check names the path to the smallest. */
const seed = { seed: Number(process.env['STINT_SEED'] ?? 20_260_210) };
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

describe('on a real disk', () => {
  const homes: string[] = [];
  afterEach(() => {
    for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
  });

  it.each(PROVIDER_IDS)('%s holds every entry exactly once', async (provider) => {
    const property = fc.asyncProperty(stories(provider), async (story) => {
      const home = mkdtempSync(join(tmpdir(), 'stint-stories-'));
      homes.push(home);
      let close = (): void => undefined;
      const ending = await playStory(story, async ({ clock, ids }) => {
        const storage = await openStorage(home, { clock, ids });
        close = () => storage.close();
        return storage.stores;
      });
      close();
      expect(complaints(ending)).toEqual([]);
    });
    await fc.assert(property, { numRuns: Math.ceil(STORIES / 50), ...seed });
  });
});

describe('a long week', () => {
  it.each(PROVIDER_IDS)('stays within every limit of %s', async (provider) => {
    const entry = { ticket: 'TB-1', at: null, words: 'fix sockets' } as const;
    const entries = Array.from({ length: 250 }, (_, at) => ({
      ...entry,
      day: at % 5,
      minutes: 1 + (at % 9),
    }));
    const runs = [{ changes: [], schedule: [], death: null, conflicts: null, delete: false, after: 1 }];
    const story: Story = { provider, include: 'submitted', entries, runs, settle: null };
    const ending = await playStory(story);
    expect(complaints(ending)).toEqual([]);
    expect(ending.remote).toHaveLength(entries.length);
  });
});

describe('a story that once ended badly', () => {
  it.each(REMEMBERED)('%s', async (_, story) => {
    expect(complaints(await playStory(story))).toEqual([]);
  });
});
