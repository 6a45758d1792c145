import { describe, expect, it } from 'vitest';
import { readStory } from '../evidence/git-story.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import { clocks, derive, RULES, told } from './derive-day.fixture.ts';
import { deriveDay } from './derive-day.ts';

const BEFORE: DerivationRules = { ...RULES, credit: 'before' };

const DOCUMENT_4 = `
  09:15 TB-042: fix socket config
  09:45 TB-042: add test
  10:30 APP-019: update OAuth flow
  14:00 TB-042: fix regression
  15:30 TB-042: update docs`;
const PRESENT = `
  active 09:15-12:00
  active 14:00-16:00`;

describe('the worked example of document 4', () => {
  it('is what the document says, when presence is known', () => {
    expect(told(PRESENT + DOCUMENT_4)).toEqual(['git:TB-042 3h15m', 'git:APP-019 1h30m']);
  });

  it('is what the rules say, without presence', () => {
    expect(told(DOCUMENT_4)).toEqual(['git:TB-042 3h45m', 'git:APP-019 30m']);
  });

  it('gives the time to the next ticket, when credit is "before"', () => {
    expect(told(PRESENT + DOCUMENT_4, { rules: BEFORE })).toEqual(['git:TB-042 2h30m', 'git:APP-019 2h15m']);
    expect(told(DOCUMENT_4, { rules: BEFORE })).toEqual(['git:TB-042 3h30m', 'git:APP-019 45m']);
  });

  it('names commits, words and times', () => {
    const [first] = derive(PRESENT + DOCUMENT_4).proposals;
    expect(first).toMatchObject({
      ticket: 'TB-042',
      project: 'TB',
      source: 'git',
      rawMinutes: 195,
      description: 'fix socket config; add test; fix regression; update docs',
      commits: ['c1', 'c2', 'c4', 'c5'],
    });
    expect(clocks(first!.spans)).toBe('09:15-10:30 14:00-16:00');
    expect(clocks([{ start: first!.startedAt, end: first!.endedAt }])).toBe('09:15-16:00');
    expect(first!.evidence.map(({ kind, ref, rule }) => `${kind} ${ref} ${rule}`)).toEqual([
      'commit c1 active time until the next commit',
      'commit c2 active time until the next commit',
      'commit c4 active time until the next commit',
      'commit c5 active time after the commit',
    ]);
  });
});

describe('tickets and projects', () => {
  it('leaves work without a ticket unallocated', () => {
    const [only] = derive('10:00 tidy up').proposals;
    expect(only).toMatchObject({ key: 'git:none', ticket: null, project: null, description: 'tidy up' });
  });

  it('maps a prefix to its project', () => {
    const rules = { ...RULES, projectOfPrefix: { TB: 'Tables' } };
    expect(derive('10:00 TB-1: a', { rules }).proposals[0]!.project).toBe('Tables');
  });

  it('joins commits of several repositories on one ticket', () => {
    expect(told('10:00 TB-1: a @api\n10:30 TB-1: b @web')).toEqual(['git:TB-1 1h30m']);
  });
});

describe('the branch that was checked out', () => {
  const switched = `
    09:00 TB-042: fix
    on fix/TB-042-socket 08:00-09:30
    on feature/APP-019-oauth 09:30-
    10:30 APP-019: update`;

  it('moves the time to its own ticket from the moment of the switch', () => {
    expect(told(switched)).toEqual(['git:TB-042 1h', 'git:APP-019 1h30m']);
  });

  it('says so', () => {
    const [first, second] = derive(switched).proposals;
    expect(first!.evidence.map(({ rule }) => rule)).toEqual([
      '30m assumed before the first commit of the day; branch fix/TB-042-socket was checked out',
      'time until the next commit; branch fix/TB-042-socket was checked out',
    ]);
    expect(second!.evidence[0]).toMatchObject({
      kind: 'checkout',
      ref: 'feature/APP-019-oauth',
      rule: 'branch feature/APP-019-oauth was checked out',
    });
    expect(second!.commits).toEqual(['c2']);
    expect(second!.description).toBe('update');
  });

  it('counts only in the repository of the commit, and only when it names a ticket', () => {
    expect(told('09:00 TB-1: a\non feature/APP-2 08:00- @other\non main 08:00-')).toEqual(['git:TB-1 1h']);
  });

  it('is the branch of a commit that names none', () => {
    const [only] = derive('on fix/TB-1 08:00-\n09:00 [main] a').proposals;
    expect(only).toMatchObject({ key: 'git:TB-1', commits: ['c1'], description: 'a' });
  });

  it('tells of commits that are left without time', () => {
    const { proposals, warnings } = derive('on feature/APP-2 08:00-\n09:00 TB-1: a');
    expect(proposals.map(({ key, commits }) => [key, commits])).toEqual([['git:APP-2', []]]);
    expect(warnings).toEqual(['1 commit on TB-1 brought no time.']);
  });
});

describe('rounding', () => {
  it('keeps the raw minutes beside the rounded ones', () => {
    const [only] = derive('active 09:00-09:52\n09:10 TB-1: a').proposals;
    expect(only).toMatchObject({ rawMinutes: 52, minutes: 45 });
  });

  it('rounds each ticket on its own, or so that the day adds up', () => {
    const three = 'active 09:00-10:00\n09:00 TB-1: a\n09:20 TB-2: b\n09:40 TB-3: c';
    expect(told(three)).toEqual(['git:TB-1 15m', 'git:TB-2 15m', 'git:TB-3 15m']);
    const rules: DerivationRules = { ...RULES, roundingMode: 'sum-preserving' };
    expect(told(three, { rules })).toEqual(['git:TB-1 30m', 'git:TB-2 15m', 'git:TB-3 15m']);
  });

  it('tells of a ticket that rounds to nothing, and leaves its time to be asked about', () => {
    const { proposals, warnings, gaps } = derive('active 09:00-09:06\n09:03 TB-3: c');
    expect(proposals).toEqual([]);
    expect(warnings).toEqual(['6m on TB-3 rounds to nothing at 15m.']);
    expect(clocks(gaps)).toBe('09:00-09:06');
  });
});

describe('gaps', () => {
  it('are present time that nothing explains', () => {
    expect(clocks(derive('active 08:00-09:00\nactive 10:00-18:00\n14:00 TB-1: a').gaps)).toBe(
      '08:00-09:00 10:00-12:00 16:00-18:00',
    );
  });

  it('of less than five minutes are not worth asking', () => {
    expect(clocks(derive('active 08:00-08:04\nactive 09:00-09:05').gaps)).toBe('09:00-09:05');
  });

  it('reach up to now, and need known presence', () => {
    expect(clocks(derive('active 08:00-12:00\nunknown 12:00-13:00', { now: '09:00' }).gaps)).toBe(
      '08:00-09:00',
    );
  });
});

describe('an idle morning', () => {
  it('assumes nothing about the future', () => {
    expect(told('10:00 TB-1: a', { now: '10:15' })).toEqual(['git:TB-1 45m']);
  });

  it('says the same a moment later', () => {
    const story = readStory('active 09:50-10:16\n10:00 TB-1: a');
    const at = (seconds: number) =>
      deriveDay({ ...story, now: instant(story.at('10:15') + seconds * 1000) }, [], RULES);
    expect(at(59)).toEqual(at(0));
    expect(clocks(at(59).proposals[0]!.spans)).toBe('09:50-10:15');
  });

  it('takes a clock that has not come to the day for wrong', () => {
    const story = readStory('10:00 TB-1: a');
    const now = readStory('', '2026-02-01').at('12:00');
    expect(deriveDay({ ...story, now }, [], RULES).proposals[0]!.minutes).toBe(60);
  });
});
