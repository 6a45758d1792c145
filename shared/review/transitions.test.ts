import { describe, expect, it } from 'vitest';
import type { Entry } from '../entries/entry.ts';
import { clock, sampleEntry, TUESDAY } from '../entries/sample-entry.ts';
import type { Id } from '../values/ids.ts';
import type { LocalDay } from '../values/local-day.ts';
import { minutes } from '../values/minutes.ts';
import type { Problem } from '../values/problem.ts';
import type { DayRecord, DayStatus } from './day.ts';
import { afterEdit, assertEditable, confirmDay, correction, submitWeek } from './transitions.ts';

const now = clock('18:00');
const day = (status: DayStatus, date: string = TUESDAY): DayRecord => ({
  user: 'ann',
  date: date as LocalDay,
  status,
  reviewedAt: status === 'draft' ? null : clock('17:00'),
  submittedAt: status === 'submitted' ? clock('17:30') : null,
  revision: 4,
});

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was refused');
}

describe('editing', () => {
  it('is free on a draft, with or without a record', () => {
    expect([afterEdit(null), afterEdit(day('draft'))]).toEqual([null, null]);
  });

  it('makes a reviewed day a draft again', () => {
    expect(afterEdit(day('reviewed'))).toEqual({ ...day('draft'), revision: 5 });
  });

  it('is refused on a submitted day, and says what to do instead', () => {
    expect(problemOf(() => assertEditable(day('submitted')))).toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('stint correct') as string,
    });
    expect(problemOf(() => afterEdit(day('submitted'))).code).toBe('refused');
  });
});

describe('confirming', () => {
  const by = { unallocatedOk: false, now, user: 'ann', date: TUESDAY };
  const fix = sampleEntry('fix', '09:00-10:00');
  const own = sampleEntry('own', '10:00-11:00', { state: 'edited' });
  const standup = sampleEntry('standup', '11:00-11:30', { ticket: null });

  it('makes the day reviewed and accepts its proposals; what the person wrote stays theirs', () => {
    const { day: after, entries } = confirmDay(null, [fix, own], by);
    expect(after).toEqual({
      user: 'ann',
      date: TUESDAY,
      status: 'reviewed',
      reviewedAt: now,
      submittedAt: null,
      revision: 1,
    });
    expect(entries).toEqual([{ ...fix, state: 'accepted', updatedAt: now, revision: 2 }]);
  });

  it('may be done again', () => {
    expect(confirmDay(day('reviewed'), [own], by).day).toMatchObject({ status: 'reviewed', revision: 5 });
  });

  it('is refused while entries have no ticket, and says how many', () => {
    expect(problemOf(() => confirmDay(null, [fix, standup], by))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('1 entry of 2026-02-10 (30m) has no ticket') as string,
      remedy: expect.stringContaining('--unallocated') as string,
    });
    const two = [standup, { ...standup, id: 'another' as Id }];
    expect(problemOf(() => confirmDay(null, two, by)).message).toContain(
      '2 entries of 2026-02-10 (1h) have no ticket',
    );
  });

  it('takes them when the person says so', () => {
    expect(confirmDay(null, [fix, standup], { ...by, unallocatedOk: true }).entries).toHaveLength(2);
  });

  it('needs something to confirm; deleted entries are nothing', () => {
    const gone: Entry = { ...standup, state: 'deleted' };
    expect(problemOf(() => confirmDay(null, [gone], by)).message).toContain('nothing to confirm');
    expect(confirmDay(null, [fix, gone], by).entries.map((entry) => entry.id)).toEqual(['fix']);
  });

  it('is refused on a submitted day', () => {
    expect(problemOf(() => confirmDay(day('submitted'), [fix], by)).code).toBe('refused');
  });
});

describe('submitting a week', () => {
  const [mon, tue, wed, thu, fri, sat] = ['09', '10', '11', '12', '13', '14'].map(
    (d) => `2026-02-${d}` as LocalDay,
  ) as [LocalDay, LocalDay, LocalDay, LocalDay, LocalDay, LocalDay];
  const of = (date: LocalDay, status: DayStatus | null, time: number, expected = true) => ({
    date,
    record: status === null ? null : day(status, date),
    minutes: time,
    expected,
  });

  it('submits what is reviewed and names what is left behind', () => {
    const { submitted, leftBehind } = submitWeek(
      [
        of(mon, 'submitted', 480),
        of(tue, 'reviewed', 450),
        of(wed, 'draft', 405),
        of(thu, null, 0),
        of(fri, null, 240),
        of(sat, null, 0, false),
      ],
      now,
    );
    expect(submitted).toEqual([
      { ...day('reviewed', tue), status: 'submitted', submittedAt: now, revision: 5 },
    ]);
    expect(leftBehind).toEqual([
      { date: wed, status: 'draft', minutes: 405, reason: 'still a draft, with 6h45m on it' },
      { date: thu, status: 'draft', minutes: 0, reason: 'a working day without entries' },
      { date: fri, status: 'draft', minutes: 240, reason: 'still a draft, with 4h00m on it' },
    ]);
  });

  it('time on a free day is left behind as well', () => {
    const { leftBehind } = submitWeek([of(fri, 'reviewed', 480), of(sat, null, 60, false)], now);
    expect(leftBehind.map((left) => left.date)).toEqual([sat]);
  });

  it('is refused when nothing is reviewed', () => {
    expect(problemOf(() => submitWeek([of(mon, 'draft', 480)], now))).toMatchObject({
      code: 'refused',
      remedy: expect.stringContaining('stint confirm') as string,
    });
  });

  it('does not submit twice', () => {
    expect(problemOf(() => submitWeek([of(mon, 'submitted', 480)], now)).message).toContain(
      'nothing more to submit',
    );
  });
});

describe('correcting a submitted day', () => {
  const entry = sampleEntry('fix', '09:00-11:00', { commits: ['aaa'] });
  const correct = (
    amount: number,
    reason = 'over-reported on Tuesday',
    before = 0,
    on: DayRecord | null = day('submitted'),
  ) => correction(on, entry, minutes(amount), reason, 'new' as Id, now, before);

  it('appends an entry with the reason; nothing else changes', () => {
    expect(correct(-60)).toEqual({
      ...entry,
      id: 'new',
      minutes: -60,
      rawMinutes: -60,
      source: 'manual',
      description: 'Correction: over-reported on Tuesday',
      commits: [],
      startedAt: null,
      endedAt: null,
      spans: [],
      state: 'edited',
      key: null,
      correction: { reason: 'over-reported on Tuesday', of: 'fix' },
      createdAt: now,
      updatedAt: now,
    });
  });

  it('may take everything away, but not more than is left', () => {
    expect(correct(-120).minutes).toBe(-120);
    expect(problemOf(() => correct(-121)).code).toBe('refused');
    expect(problemOf(() => correct(-61, 'again', -60)).remedy).toContain('1h');
    expect(correct(-150, 'after an addition', 30).minutes).toBe(-150);
  });

  it.each([
    ['no minutes', () => correct(0), 'usage'],
    ['no reason', () => correct(-60, '  '), 'usage'],
    ['a reviewed day', () => correct(-60, 'why', 0, day('reviewed')), 'refused'],
    ['a day without a record', () => correct(-60, 'why', 0, null), 'refused'],
    [
      'a correction',
      () => correction(day('submitted'), correct(-60), minutes(5), 'why', 'x' as Id, now),
      'refused',
    ],
  ])('is refused for %s', (_what, act, code) => {
    expect(problemOf(act).code).toBe(code);
  });
});
