import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { readStory } from '../evidence/git-story.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { derivationRules } from '../settings/rules.ts';
import { minutes } from '../values/minutes.ts';
import { deriveDay } from './derive-day.ts';
import { whyEntry } from './explain.ts';
import { keptEntry } from './kept-entry.ts';

/** Why the first proposal of a story is what it is. */
function why(text: string, change: Partial<Entry> = {}): string {
  const story = readStory(text);
  const rules = derivationRules(defaultSettings());
  const [proposal] = deriveDay({ ...story, now: story.day.end }, [], rules).proposals;
  return whyEntry(keptEntry(story, '', { ...proposal!, state: 'proposed', ...change }), story.zone);
}

const written = (clocks: string, change: Partial<Entry> = {}): string => {
  const story = readStory('');
  return whyEntry(keptEntry(story, clocks, { source: 'manual', ...change }), story.zone);
};

describe('whyEntry', () => {
  it('tells commits, times, rules and rounding', () => {
    expect(why('09:15 TB-1: a\n09:50 TB-1: b\n10:07 TB-2: c')).toBe(
      '2 commits, 08:45 to 10:07: 30m assumed before the first commit of the day, time until the next commit; ' +
        '1h22m, rounded to 1h15m.',
    );
  });

  it('does not speak of rounding where nothing was rounded', () => {
    expect(why('active 09:00-10:00\n09:15 TB-1: a')).toBe(
      '1 commit, 09:00 to 10:00: active time before the commit, active time after the commit; 1h.',
    );
  });

  it('names the branch that was checked out', () => {
    expect(why('on fix/TB-1 00:00-\nactive 09:00-10:00\n09:00 a')).toBe(
      '1 commit, 09:00 to 10:00: active time after the commit, branch fix/TB-1 was checked out; 1h.',
    );
    expect(why('on fix/TB-1 00:00-\nactive 09:00-10:00\n09:00 TB-2: a')).toBe(
      'The branch checked out, 09:00 to 10:00: branch fix/TB-1 was checked out; 1h.',
    );
  });

  it('tells of the timer', () => {
    expect(why('session 09:00-09:37 TB-1 a')).toBe(
      'Your timer, 09:00 to 09:37: started and stopped by you; 37m.',
    );
  });

  it('tells who changed it', () => {
    expect(why('session 09:00-09:37 TB-1 a', { state: 'edited', minutes: minutes(45) })).toBe(
      'Changed by you; it came from your timer, 09:00 to 09:37: started and stopped by you.',
    );
  });

  it('tells what was written by hand, and corrections', () => {
    expect(written('09:00-10:15')).toBe('Written by hand, 09:00 to 10:15.');
    expect(written('')).toBe('Written by hand, without clock times.');
    expect(written('', { correction: { reason: 'booked twice.', of: null } })).toBe(
      'Correction: booked twice.',
    );
  });

  it('has a word even for an entry without evidence', () => {
    expect(written('09:00-10:00', { source: 'calendar' })).toBe('Your calendar, 09:00 to 10:00; 1h.');
  });
});
