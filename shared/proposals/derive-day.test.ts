import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import type { Story } from '../evidence/git-story.ts';
import { readStory } from '../evidence/git-story.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import type { DerivationRules } from '../settings/rules.ts';
import { derivationRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import { formatShort } from '../values/minutes.ts';
import { deriveDay } from './derive-day.ts';
import { keptEntry } from './kept-entry.ts';

const RULES = derivationRules(defaultSettings());
const BEFORE: DerivationRules = { ...RULES, credit: 'before' };

interface Given {
  readonly kept?: (story: Story) => Entry[];
  readonly rules?: DerivationRules;
  readonly now?: string;
}

function derive(text: string, given: Given = {}) {
  const story = readStory(text);
  const now = story.at(given.now ?? '24:00');
  return deriveDay({ ...story, now }, given.kept?.(story) ?? [], given.rules ?? RULES);
}

/** `git:TB-042 3h15m`, one line per proposal. */
const told = (text: string, given?: Given): string[] =>
  derive(text, given).proposals.map(({ key, minutes }) => `${key} ${formatShort(minutes)}`);

const clocks = (spans: readonly Interval[], { zone }: Pick<Story, 'zone'> = readStory('')): string =>
  spans.map((span) => `${formatClock(span.start, zone)}-${formatClock(span.end, zone)}`).join(' ');

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

describe('timer', () => {
  it('is proposed to the minute, with its own words', () => {
    const [only] = derive('session 09:00-09:37 TB-042 reading the spec').proposals;
    expect(only).toMatchObject({
      key: 'timer:s1',
      source: 'timer',
      ticket: 'TB-042',
      minutes: 37,
      description: 'reading the spec',
    });
  });

  it('goes before git', () => {
    const text = 'session 09:00-09:37 APP-019\n08:45 TB-042: a\n10:00 TB-042: b';
    expect(told(text)).toEqual(['git:TB-042 1h45m', 'timer:s1 37m']);
    expect(clocks(derive(text).proposals[0]!.spans)).toBe('08:15-09:00 09:37-10:30');
  });

  it('takes the words of commits with their time', () => {
    const [, git] = derive('session 08:00-09:10 TB-1\n09:00 TB-1: a\n09:10 TB-1: b').proposals;
    expect(git).toMatchObject({ key: 'git:TB-1', commits: ['c2'], description: 'b' });
  });

  it('is not proposed while it runs, but has its time', () => {
    const { proposals, gaps } = derive('active 09:00-10:00\nsession 09:00- TB-1\n09:30 TB-2: a', {
      now: '10:00',
    });
    expect(proposals).toEqual([]);
    expect(gaps).toEqual([]);
  });

  it('counts two that overlap once', () => {
    expect(told('session 09:00-10:00 TB-1\nsession 09:30-10:30 TB-2')).toEqual([
      'timer:s1 1h',
      'timer:s2 30m',
    ]);
  });

  it('of no time is nothing', () => {
    expect(told('session 09:00-09:00 TB-1')).toEqual([]);
  });
});

describe('other sources', () => {
  it('take their turn: timer, calendar, git, editor, agent', () => {
    const { proposals } = derive(`
      active 08:00-14:00
      session 09:00-10:00 TB-1
      meeting 09:30-11:30 TB-9 planning
      11:00 TB-2: a
      12:00 TB-2: b
      tool cursor start 13:00 TB-9
      tool cursor stop 13:45
      agent 08:00-14:30 fix/TB-7`);
    expect(proposals.map(({ key, spans }) => `${key} ${clocks(spans)}`)).toEqual([
      'agent:TB-7 08:00-09:00',
      'timer:s1 09:00-10:00',
      'calendar:ics:story:e1 10:00-11:30',
      'git:TB-2 11:30-14:00',
    ]);
    const weak = derive(`
      active 08:00-14:00
      tool cursor start 12:00 TB-9
      tool cursor stop 13:00
      editor 12:30-13:30 fix/TB-8
      agent 08:00-14:30 fix/TB-7`);
    expect(weak.proposals.map(({ key, spans }) => `${key} ${clocks(spans)}`)).toEqual([
      'agent:TB-7 08:00-12:00 13:30-14:00',
      'ide:TB-9 12:00-13:00',
      'ide:TB-8 13:00-13:30',
    ]);
  });

  it('count meetings that overlap once', () => {
    const text = 'meeting 09:00-10:00 a\nmeeting 09:30-10:30 b';
    expect(derive(text).proposals.map((one) => one.minutes)).toEqual([60, 30]);
  });

  it('count one meeting in two calendars once, and say what it was', () => {
    const [only, ...rest] = derive(
      'meeting 09:00-10:00 TB-4: review\nmeeting 09:00-10:00 TB-4: review',
    ).proposals;
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ ticket: 'TB-4', minutes: 60, description: 'TB-4: review' });
  });

  it('leave to the machine what it did while nobody was there', () => {
    const text =
      'active 09:00-10:00\nidle 10:00-12:00\nagent 09:30-11:30 fix/TB-7\neditor 10:30-11:00 fix/TB-8';
    expect(told(text)).toEqual(['agent:TB-7 30m']);
    expect(told('agent 09:30-11:30 fix/TB-7')).toEqual([]);
  });

  it('propose no meeting before it is over', () => {
    expect(told('meeting 09:00-10:00 TB-1 planning', { now: '09:30' })).toEqual([]);
    expect(told('meeting 09:00-10:00 TB-1 planning', { now: '10:00' })).toEqual(['calendar:ics:story:e1 1h']);
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

describe('what the person settled', () => {
  const twoHours = 'active 09:00-11:00\n10:00 TB-1: a';

  it('is not proposed again, however they settled it', () => {
    for (const state of ['accepted', 'edited', 'deleted'] as const) {
      const kept = (story: Story) => [keptEntry(story, '09:00-11:00', { state, key: 'git:TB-1' })];
      expect(derive(twoHours, { kept })).toEqual({ proposals: [], gaps: [], warnings: [] });
    }
  });

  it('is not put back by an editor where an entry of the same ticket was moved away', () => {
    const seen = `
      active 09:00-11:00
      10:00 TB-1: a
      editor 09:00-11:00 feature/TB-1
      editor 09:00-09:30 feature/TB-2`;
    const derived = derive(seen).proposals.find((one) => one.ticket === 'TB-1');
    const moved = (story: Story) => [
      keptEntry(story, '12:00-14:00', {
        state: 'edited',
        key: 'git:TB-1',
        evidence: derived?.evidence ?? [],
      }),
    ];
    expect(told(seen)).toEqual(['git:TB-1 2h']);
    const tickets = (kept: typeof moved) => derive(seen, { kept }).proposals.map((one) => one.ticket);
    expect(tickets(moved)).toEqual(['TB-2']);
    const given = (story: Story) => moved(story).map((entry) => ({ ...entry, ticket: null }));
    expect(tickets(given)).toEqual(['TB-2']);
  });

  it('covers the time of a manual entry with clock times, and not of one without', () => {
    const manual = { source: 'manual', key: null } as const;
    const timed = (story: Story) => [keptEntry(story, '10:00-11:00', manual)];
    const untimed = (story: Story) => [keptEntry(story, '', manual)];
    expect(told(twoHours, { kept: timed })).toEqual(['git:TB-1 1h']);
    expect(told(twoHours, { kept: untimed })).toEqual(['git:TB-1 2h']);
  });

  it('leaves later work to a proposal of its own', () => {
    const kept = (story: Story) => [keptEntry(story, '09:00-10:00', { key: 'git:TB-1', commits: ['c1'] })];
    const later = `${twoHours}\nactive 13:00-14:00\n13:30 TB-1: b`;
    expect(told(later, { kept })).toEqual(['git:TB-1~2 2h']);
    const more = (story: Story) => [
      ...kept(story),
      keptEntry(story, '10:00-11:00', { key: 'git:TB-1~2', state: 'deleted' }),
    ];
    expect(told(later, { kept: more })).toEqual(['git:TB-1~3 1h']);
  });

  it('does not name its commits again', () => {
    const text = 'active 09:00-10:00\n10:00 TB-1: a\n10:00 TB-1: b\nactive 13:00-14:00\n13:30 TB-1: c';
    expect(derive(text).proposals[0]!.commits).toEqual(['c1', 'c2', 'c3']);
    const kept = (story: Story) => [
      keptEntry(story, '09:00-10:00', { key: 'git:TB-1', commits: ['c1', 'c2'] }),
    ];
    expect(derive(text, { kept }).proposals.map((one) => one.commits)).toEqual([['c3']]);
  });

  it('never takes a key that is taken', () => {
    const kept = (story: Story) => [keptEntry(story, '09:00-10:00', { key: 'git:TB-1~2' })];
    expect(told(twoHours, { kept })).toEqual(['git:TB-1 1h']);
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
