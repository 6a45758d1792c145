import { describe, expect, it } from 'vitest';
import { readStory } from '../evidence/git-story.ts';
import { defaultSettings } from '../settings/catalogue.ts';
import { derivationRules } from '../settings/rules.ts';
import { instant } from '../values/instant.ts';
import { coveredMs, lengthMs } from '../values/interval.ts';
import type { Zone } from '../values/local-day.ts';
import { deriveDay } from './derive-day.ts';

const RULES = derivationRules(defaultSettings());
const HOUR = 3_600_000;

function derive(text: string, date: string, zone: Zone) {
  const story = readStory(text, date, zone);
  const derivation = deriveDay({ ...story, now: story.day.end }, [], RULES);
  return { story, ...derivation };
}

describe('a person present all day is there as long as the day is', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Europe/Berlin', '2026-02-10', 24],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Pacific/Apia', '2011-12-29', 24],
    ['Asia/Kolkata', '2026-02-10', 24],
    ['UTC', '2026-02-10', 24],
  ])('%s %s: %i h', (zone, date, hours) => {
    const { gaps, story } = derive('active 00:00-24:00', date, zone);
    expect(gaps).toEqual([story.day]);
    expect(coveredMs(gaps)).toBe(hours * HOUR);
  });
});

describe('the hour that is skipped or comes twice', () => {
  it('is not worked when it is skipped', () => {
    const { proposals } = derive('01:30 TB-1: a\n03:30 TB-1: b', '2026-03-29', 'Europe/Berlin');
    expect(proposals.map((one) => one.rawMinutes)).toEqual([30 + 60 + 30]);
  });

  it('is worked twice when it comes twice', () => {
    const { proposals } = derive('02:10 TB-1: a\n03:05 TB-1: b', '2026-10-25', 'Europe/Berlin');
    expect(proposals.map((one) => one.rawMinutes)).toEqual([30 + 115 + 30]);
  });
});

describe('a day that begins at one o’clock', () => {
  it('has no lead-in before it', () => {
    const { proposals, story } = derive('01:10 TB-1: a', '2018-11-04', 'America/Sao_Paulo');
    expect(proposals[0]!.startedAt).toBe(story.day.start);
    expect(story.day.start).toBe(Date.parse('2018-11-04T03:00:00Z'));
    expect(proposals[0]!.rawMinutes).toBe(40);
  });
});

describe('the day that Samoa skipped', () => {
  it('has nothing, and says why', () => {
    const text = '10:00 TB-1: a\nactive 09:00-11:00\nsession 09:00-10:00 TB-2';
    const { proposals, gaps, warnings } = derive(text, '2011-12-30', 'Pacific/Apia');
    expect([proposals, gaps]).toEqual([[], []]);
    expect(warnings).toEqual(['2011-12-30 did not exist in Pacific/Apia: the calendar jumped over it.']);
  });

  it('leaves the days around it whole', () => {
    const [last] = derive('23:50 TB-1: a', '2011-12-29', 'Pacific/Apia').proposals;
    const [first] = derive('00:10 TB-1: a', '2011-12-31', 'Pacific/Apia').proposals;
    expect([last!.rawMinutes, first!.rawMinutes]).toEqual([40, 40]);
    expect(last!.endedAt).toBe(first!.startedAt);
  });
});

describe('midnight', () => {
  const zone = 'Asia/Kolkata';
  const evening = readStory(
    'active 22:00-24:00\n23:30 TB-1: a\nsession 23:00-23:15 TB-2',
    '2026-02-10',
    zone,
  );
  const night = readStory('active 00:00-01:00\n00:30 TB-1: b', '2026-02-11', zone);
  const [session] = evening.sessions;
  const both = {
    zone,
    now: night.day.end,
    commits: [...evening.commits, ...night.commits.map((commit) => ({ ...commit, hash: 'c2' }))],
    presence: [...evening.presence, ...night.presence],
    checkouts: [],
    events: [],
    marks: [],
    beats: [],
    runs: [],
    sessions: [{ ...session!, startedAt: evening.at('23:45'), endedAt: night.at('00:15') }],
  };
  const days = [evening, night].map((story) => deriveDay({ ...both, date: story.date }, [], RULES));

  it('splits a session, a presence span and the work around commits', () => {
    const told = days.map((day) => day.proposals.map(({ key, rawMinutes }) => `${key} ${rawMinutes}`));
    expect(told).toEqual([
      ['git:TB-1 105', 'timer:s1 15'],
      ['timer:s1 15', 'git:TB-1 45'],
    ]);
  });

  it('lets no span reach over it', () => {
    days.forEach((derivation, index) => {
      const { day } = [evening, night][index]!;
      for (const span of derivation.proposals.flatMap((one) => one.spans)) {
        expect(span.start).toBeGreaterThanOrEqual(day.start);
        expect(span.end).toBeLessThanOrEqual(day.end);
      }
    });
  });

  it('belongs to the day that begins', () => {
    const at = (clock: string) => readStory(`${clock} TB-1: a`, '2026-02-11', zone);
    expect(deriveDay({ ...at('00:00'), now: night.day.end }, [], RULES).proposals[0]!.startedAt).toBe(
      night.day.start,
    );
    const last = { ...at('00:00'), date: evening.date, now: night.day.end };
    expect(deriveDay(last, [], RULES).proposals).toEqual([]);
    const justBefore = last.commits.map((one) => ({ ...one, authoredAt: instant(one.authoredAt - 1) }));
    const [only] = deriveDay({ ...last, commits: justBefore }, [], RULES).proposals;
    expect(lengthMs(only!.spans[0]!)).toBe(30 * 60_000 + 1);
  });
});
