import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import { formatClock } from '../values/local-day.ts';
import { gitPieces } from './git-pieces.ts';
import type { Story } from './git-story.ts';
import { readStory } from './git-story.ts';

const RULES = derivationRules(defaultSettings());

/** `TB-1 c1 09:30-10:00`, in the order of time. */
function told(text: string, change: Partial<Story> = {}, rules: DerivationRules = RULES): string[] {
  const story = { ...readStory(text), ...change };
  const pieces = gitPieces(story, story.day, story.day.end, rules);
  return pieces.map(({ ticket, commit, spans, branch }) => {
    const clocks = spans.map(
      (span) => `${formatClock(span.start, story.zone)}-${formatClock(span.end, story.zone)}`,
    );
    return [ticket ?? 'none', commit.hash, ...clocks, ...(branch === null ? [] : [`on ${branch}`])].join(' ');
  });
}

describe('gitPieces', () => {
  it('counts only commits of the day', () => {
    const story = readStory('00:00 TB-1: a\n12:00 TB-2: b');
    const [first, second] = story.commits;
    const tomorrow = { ...first!, authoredAt: story.day.end, hash: 'tomorrow' };
    const yesterday = { ...first!, authoredAt: instant(story.day.start - 1), hash: 'yesterday' };
    const commits = [tomorrow, second!, yesterday];
    expect(told('', { commits })).toEqual(['TB-2 c2 11:30-12:00', 'TB-2 c2 12:00-12:30']);
  });

  it('counts a rebased commit once, at the hour it was written', () => {
    const story = readStory('10:00 TB-1: a');
    const rebased = { ...story.commits[0]!, hash: 'c9', committedAt: story.at('23:00') };
    expect(told('', { commits: [rebased, ...story.commits] })).toEqual([
      'TB-1 c1 09:30-10:00',
      'TB-1 c1 10:00-10:30',
    ]);
  });

  it('gives no time to merges, and none is ended by one', () => {
    expect(told('10:00 TB-1: a\n10:30 merge: TB-9: take over\n11:00 TB-1: b')).toEqual([
      'TB-1 c1 09:30-10:00',
      'TB-1 c1 10:00-11:00',
      'TB-1 c3 11:00-11:30',
    ]);
  });

  it('divides time where another branch was checked out', () => {
    expect(told('on fix/TB-1 09:00-10:20\non fix/TB-2 10:20-10:40\n10:00 x\n11:00 TB-3: y')).toEqual([
      'TB-1 c1 09:30-10:00 on fix/TB-1',
      'TB-1 c1 10:00-10:20 on fix/TB-1',
      'TB-2 c1 10:20-10:40 on fix/TB-2',
      'TB-1 c1 10:40-11:00',
      'TB-3 c2 11:00-11:30',
    ]);
  });

  it('goes by the repository of the commit that is credited', () => {
    const text = 'on fix/TB-1 09:30-12:00 @api\n10:00 x @api\n11:00 y @web';
    expect(told(text)).toEqual([
      'TB-1 c1 09:30-10:00 on fix/TB-1',
      'TB-1 c1 10:00-11:00 on fix/TB-1',
      'none c2 11:00-11:30',
    ]);
    expect(told(text, {}, { ...RULES, credit: 'before' })[1]).toBe('none c2 10:00-11:00');
  });

  it('takes branches of unknown prefixes for no tickets', () => {
    const rules = { ...RULES, ticketPrefixes: ['TB'] };
    expect(told('on fix/UTF-8 09:00-\n10:00 TB-1: a', {}, rules)[0]).toBe('TB-1 c1 09:30-10:00');
  });

  it('names a commit that no time was reckoned from', () => {
    expect(told('active 09:00-10:00\n10:00 TB-1: a\n10:00 TB-2: b')).toEqual([
      'TB-1 c1 09:00-10:00',
      'TB-2 c2',
    ]);
  });
});
