import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import { contains } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import type { Checkout } from './commit.ts';
import { branchStretches } from './checkout-stretches.ts';
import { readStory } from './git-story.ts';

function stretches(text: string, repository = 'repo'): string[] {
  const story = readStory(text);
  const found = branchStretches(story.checkouts, story.day).get(repository as Id) ?? [];
  const clock = (at: number): string => formatClock(instant(at), story.zone);
  return found.map(({ start, end, branch }) => `${clock(start)}-${clock(end)} ${branch}`);
}

describe('branchStretches', () => {
  it('lasts until the next checkout, or holds until the end of the day', () => {
    expect(stretches('on a 09:00-10:00\non b 10:00-')).toEqual(['09:00-10:00 a', '10:00-00:00 b']);
  });

  it('keeps repositories apart', () => {
    expect(stretches('on a 09:00-\non b 10:00- @other')).toEqual(['09:00-00:00 a']);
  });

  it('lets a later checkout win, and the earlier one go on after it', () => {
    expect(stretches('on a 09:00-12:00\non b 10:00-11:00')).toEqual([
      '09:00-10:00 a',
      '10:00-11:00 b',
      '11:00-12:00 a',
    ]);
  });

  it('ignores what lasted no time, or ended before it began', () => {
    expect(stretches('on a 09:00-12:00\non b 10:00-10:00\non c 11:00-10:30')).toEqual(['09:00-12:00 a']);
  });

  it('carries over what was checked out before the day', () => {
    const story = readStory('on a 09:00-');
    const yesterday = story.checkouts.map((one) => ({ ...one, at: instant(one.at - 86_400_000) }));
    const [stretch] = branchStretches(yesterday, story.day).get('repo' as Id)!;
    expect(stretch).toEqual({ ...story.day, branch: 'a' });
  });

  it('says at every instant what the latest checkout says', () => {
    const { day } = readStory('');
    const checkout = fc.record({
      repository: fc.constant('repo' as Id),
      branch: fc.constantFrom('a', 'b', 'c', null),
      at: fc.integer({ min: -50, max: 150 }).map((n) => instant(day.start + n)),
      until: fc.option(fc.integer({ min: -50, max: 150 }).map((n) => instant(day.start + n))),
    });
    const unique = fc.uniqueArray(checkout, { maxLength: 12, selector: (one: Checkout) => one.at });
    fc.assert(
      fc.property(unique, fc.integer({ min: 0, max: 160 }), (checkouts, offset) => {
        const at = instant(day.start + offset);
        const latest = checkouts
          .filter((one) => one.at <= at && (one.until === null || at < one.until))
          .sort((a, b) => b.at - a.at)[0];
        const found = (branchStretches(checkouts, day).get('repo' as Id) ?? []).filter((s) =>
          contains(s, at),
        );
        expect(found.map(({ branch }) => branch)).toEqual(latest ? [latest.branch] : []);
      }),
    );
  });
});
