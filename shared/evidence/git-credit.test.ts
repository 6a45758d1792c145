import { describe, expect, it } from 'vitest';
import { derivationRules } from '../settings/rules.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { formatClock } from '../values/local-day.ts';
import { creditCommits } from './git-credit.ts';
import { knownPresence } from './git-presence.ts';
import { readStory } from './git-story.ts';

const RULES = derivationRules(defaultSettings());
const BEFORE: DerivationRules = { ...RULES, credit: 'before' };

/** The hours each commit is given, `c1 09:15-09:45 time until the next commit`. */
function credited(text: string, rules = RULES, horizon = '24:00'): string[] {
  const story = readStory(text);
  const times = creditCommits(story.commits, {
    day: story.day,
    horizon: story.at(horizon),
    presence: knownPresence(story.presence),
    rules,
  });
  return times.map(({ commit, spans, rule }) => {
    const clocks = spans.map(
      (span) => `${formatClock(span.start, story.zone)}-${formatClock(span.end, story.zone)}`,
    );
    return `${commit.hash} ${clocks.join(' ')} ${rule}`;
  });
}

describe('without presence', () => {
  it('gives nothing for nothing', () => {
    expect(credited('')).toEqual([]);
  });

  it('assumes a default session on both sides of a lonely commit', () => {
    expect(credited('10:00 TB-1: a')).toEqual([
      'c1 09:30-10:00 30m assumed before the first commit of the day',
      'c1 10:00-10:30 30m assumed after the last commit of the day',
    ]);
  });

  const two = `
    10:00 TB-1: a
    11:00 TB-2: b`;

  it('gives the time between two commits to the earlier one', () => {
    expect(credited(two)[1]).toBe('c1 10:00-11:00 time until the next commit');
  });

  it('or to the later one, when credit is "before"', () => {
    expect(credited(two, BEFORE)[1]).toBe('c2 10:00-11:00 time since the commit before');
  });

  it('counts a gap of exactly maxGap in full', () => {
    expect(credited('10:00 TB-1: a\n12:00 TB-2: b')[1]).toBe('c1 10:00-12:00 time until the next commit');
  });

  const apart = `
    10:00 TB-1: a
    12:01 TB-2: b`;

  it('counts a longer gap as one default session after the earlier commit', () => {
    expect(credited(apart).slice(1, -1)).toEqual([
      'c1 10:00-10:30 30m assumed after the commit, the next one is over 2h later',
    ]);
  });

  it('or before the later one', () => {
    expect(credited(apart, BEFORE).slice(1, -1)).toEqual([
      'c2 11:31-12:01 30m assumed before the commit, the last one is over 2h earlier',
    ]);
  });

  it('never assumes more than there is between two commits', () => {
    const rules = { ...RULES, maxGap: 5, defaultSession: 60 } as DerivationRules;
    expect(credited('10:00 TB-1: a\n10:20 TB-2: b', rules)[1]).toBe(
      'c1 10:00-10:20 at most 1h assumed after the commit, the next one is over 5m later',
    );
  });

  it('assumes nothing about yesterday, tomorrow or the future', () => {
    expect(credited('00:10 TB-1: a', RULES, '00:15')).toEqual([
      'c1 00:00-00:10 at most 30m assumed before the first commit of the day',
      'c1 00:10-00:15 at most 30m assumed after the last commit of the day',
    ]);
    expect(credited('23:50 TB-1: a')[1]).toMatch(/^c1 23:50-00:00 at most 30m/);
    expect(credited('10:00 TB-1: a', RULES, '09:00')).toHaveLength(1);
  });

  it('gives commits of one instant no time between them', () => {
    expect(credited('10:00 TB-1: a\n10:00 TB-2: b').map((line) => line.slice(0, 14))).toEqual([
      'c1 09:30-10:00',
      'c2 10:00-10:30',
    ]);
  });
});

describe('with presence', () => {
  it('reaches back to the start and on to the end of the active span', () => {
    expect(credited('active 09:10-10:50\n10:00 TB-1: a')).toEqual([
      'c1 09:10-10:00 active time before the commit',
      'c1 10:00-10:50 active time after the commit',
    ]);
  });

  it('but not further than maxGap', () => {
    expect(credited('active 06:00-18:00\n12:00 TB-1: a').map((line) => line.slice(0, 14))).toEqual([
      'c1 10:00-12:00',
      'c1 12:00-14:00',
    ]);
  });

  it('takes spans that touch for one', () => {
    expect(credited('active 09:00-09:30\nactive 09:30-10:00\n10:00 TB-1: a')).toEqual([
      'c1 09:00-10:00 active time before the commit',
    ]);
  });

  it('counts only the active time between two commits', () => {
    expect(credited('active 10:00-10:20\nidle 10:20-10:40\nactive 10:40-11:00\n10:00 a\n11:00 b')).toEqual([
      'c1 10:00-10:20 10:40-11:00 active time until the next commit',
    ]);
  });

  it('takes away what is known to be time away when presence is known on one side or none', () => {
    const locked = 'locked 10:20-10:40';
    const without = 'c1 10:00-10:20 10:40-11:00 time until the next commit without the time away';
    expect(credited(`${locked}\n10:00 a\n11:00 b`)[1]).toBe(without);
    expect(credited(`active 09:50-10:20\n${locked}\n10:00 a\n11:00 b`)[1]).toBe(without);
  });

  it('takes being active on one machine for more than being idle on another', () => {
    expect(credited('idle 10:00-11:00\nactive 10:00-11:00\n10:00 a\n11:00 b')).toEqual([
      'c1 10:00-11:00 active time until the next commit',
    ]);
  });

  it('also where presence at the commits is not known', () => {
    expect(credited('idle 10:10-10:50\nactive 10:20-10:40\n10:00 a\n11:00 b')[1]).toBe(
      'c1 10:00-10:10 10:20-10:40 10:50-11:00 time until the next commit without the time away',
    );
  });

  it('does not take unknown presence for knowledge', () => {
    expect(credited('unknown 00:00-24:00\n10:00 a')[0]).toMatch(/^c1 09:30-10:00 30m assumed/);
  });

  it('assumes nothing while the person is known to be away', () => {
    expect(credited('idle 09:40-09:50\nlocked 10:10-24:00\n10:00 a')).toEqual([
      'c1 09:30-09:40 09:50-10:00 at most 30m assumed before the first commit of the day',
      'c1 10:00-10:10 at most 30m assumed after the last commit of the day',
    ]);
  });

  describe('over a long gap', () => {
    const morning = 'active 09:00-10:40\n10:00 a';
    const evening = 'active 17:30-18:00\n18:00 b';

    it('ends the one and begins the other with their active spans, whoever is credited', () => {
      const expected = [
        'c1 09:00-10:00 active time before the commit',
        'c1 10:00-10:40 active time after the commit',
        'c2 17:30-18:00 active time before the commit',
      ];
      expect(credited(`${morning}\n${evening}`)).toEqual(expected);
      expect(credited(`${morning}\n${evening}`, BEFORE)).toEqual(expected);
    });

    it('leaves the middle open when the person was there all the time', () => {
      expect(credited('active 10:00-18:00\n10:00 a\n18:00 b')).toEqual([
        'c1 10:00-12:00 active time after the commit',
        'c2 16:00-18:00 active time before the commit',
      ]);
    });

    it('lets the credited side go first where both meet', () => {
      const meeting = 'active 10:00-13:00\n10:00 a\n13:00 b';
      expect(credited(meeting).map((line) => line.slice(0, 14))).toEqual([
        'c1 10:00-12:00',
        'c2 12:00-13:00',
      ]);
      expect(credited(meeting, BEFORE).map((line) => line.slice(0, 14))).toEqual([
        'c1 10:00-11:00',
        'c2 11:00-13:00',
      ]);
    });

    it('assumes a default session only on the credited side that presence says nothing about', () => {
      expect(credited(`${morning}\n18:00 b`)[2]).toMatch(/^c2 18:00-18:30/);
      expect(credited(`${morning}\n18:00 b`, BEFORE)[2]).toMatch(/^c2 17:30-18:00 30m assumed before/);
      expect(credited(`10:00 a\n${evening}`)[1]).toMatch(/^c1 10:00-10:30 30m assumed after/);
      expect(credited(`10:00 a\n${evening}`, BEFORE)[1]).toMatch(/^c2 17:30-18:00 active time/);
    });
  });
});
