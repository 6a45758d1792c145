import { describe, expect, it } from 'vitest';
import type { IsoWeek } from '../values/iso-week.ts';
import type { LocalDay } from '../values/local-day.ts';
import type { Prompt } from './prompt.ts';
import { notesByKey } from './prompt.ts';
import { aNote, when } from './sample-prompts.ts';
import type { Moment } from './telling.ts';
import { pauseEnds, whatToTell } from './telling.ts';

const NOW = when('2026-02-13T16:30:00Z');
const END: Prompt = {
  kind: 'end-of-day',
  key: 'end-of-day:2026-02-13',
  topic: 'end-of-day',
  since: NOW,
  date: '2026-02-13' as LocalDay,
  minutes: 60,
  target: 480,
  unallocated: 0,
};
const WEEK: Prompt = {
  kind: 'week',
  key: 'week:2026-W07',
  topic: 'week',
  since: NOW,
  week: '2026-W07' as IsoWeek,
  open: [],
  minutes: 60,
  target: 480,
};
const MEETING: Prompt = {
  kind: 'meeting',
  key: 'meeting:x',
  topic: 'meeting:x',
  since: NOW,
  ticket: 'TB-1',
  title: 'TB-1',
  endsAt: NOW,
  running: null,
};
const away = (...keys: string[]): Prompt => ({
  kind: 'absences',
  key: 'absences',
  topic: 'absences',
  since: NOW,
  absences: keys.map((key) => ({ key, start: NOW, end: NOW })),
});
const moment = (given: Partial<Moment> = {}): Moment => ({
  now: NOW,
  presence: 'active',
  meetings: [],
  quiet: false,
  ...given,
});
const kinds = (prompts: Prompt[], notes = notesByKey([]), given: Partial<Moment> = {}) =>
  whatToTell(prompts, notes, moment(given))?.prompts.map(({ kind }) => kind) ?? [];

describe('what is told', () => {
  it('is told once', () => {
    expect(kinds([END])).toEqual(['end-of-day']);
    const said = notesByKey([aNote(END.key, { saidAt: when('2026-02-13T16:00:00Z') })]);
    expect(kinds([END], said)).toEqual([]);
  });

  it('waits for who is away, asleep, in a meeting, or does not want to be disturbed', () => {
    for (const presence of ['idle', 'locked', 'suspended'] as const)
      expect(kinds([END], undefined, { presence })).toEqual([]);
    expect(kinds([END], undefined, { presence: 'unknown' })).toEqual(['end-of-day']);
    expect(kinds([END], undefined, { quiet: true })).toEqual([]);
    const meetings = [{ start: NOW, end: when('2026-02-13T17:00:00Z') }];
    expect(kinds([END, MEETING], undefined, { meetings })).toEqual(['meeting']);
    expect(kinds([END], undefined, { meetings, now: when('2026-02-13T17:00:00Z') })).toEqual(['end-of-day']);
  });

  it('comes together in one notification; the week speaks for its last day', () => {
    expect(kinds([END, away('a')])).toEqual(['end-of-day', 'absences']);
    expect(kinds([END, WEEK])).toEqual(['week']);
    expect(whatToTell([END, WEEK, away('a', 'b')], new Map(), moment())?.parts).toEqual([
      END.key,
      WEEK.key,
      'a',
      'b',
    ]);
  });

  it('leaves a pause between two notifications, except for what would be too late', () => {
    const notes = notesByKey([aNote('x', { saidAt: when('2026-02-13T16:26:00Z') })]);
    expect(kinds([END, MEETING], notes)).toEqual(['meeting']);
    expect(pauseEnds(notes, NOW)).toBe(when('2026-02-13T16:31:00Z'));
    expect(kinds([END], notes, { now: when('2026-02-13T16:31:00Z') })).toEqual(['end-of-day']);
    expect(pauseEnds(notes, when('2026-02-13T16:31:00Z'))).toBeNull();
    expect(pauseEnds(new Map(), NOW)).toBeNull();
  });

  it('is told again when it was put off and the time has come; a new absence makes the list new', () => {
    const saidAt = when('2026-02-13T15:00:00Z');
    const notes = notesByKey([aNote(END.key, { saidAt }), aNote('end-of-day', { snoozedUntil: NOW })]);
    expect(kinds([END], notes)).toEqual(['end-of-day']);
    const one = notesByKey([aNote('a', { saidAt })]);
    expect(kinds([away('a')], one)).toEqual([]);
    expect(kinds([away('a', 'b')], one)).toEqual(['absences']);
  });
});
