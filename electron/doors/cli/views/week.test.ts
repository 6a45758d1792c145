import { expect, it } from 'vitest';
import type { DayShape, WeekShape } from '#shared/contract/shapes.ts';
import { show } from './show.fixture.ts';

const weekDay = (
  date: string,
  status: DayShape['status'],
  minutes: number,
  untracked = 0,
  unallocated = 0,
): WeekShape['days'][number] => ({
  date,
  status,
  minutes,
  target: 480,
  untracked,
  unallocated,
  entries: minutes > 0 ? 3 : 0,
});

it('a week is shown as document 4 has it', () => {
  const week: WeekShape = {
    week: '2026-W07',
    user: 'max',
    from: '2026-02-09',
    to: '2026-02-15',
    days: [
      weekDay('2026-02-09', 'reviewed', 480),
      weekDay('2026-02-10', 'reviewed', 450),
      weekDay('2026-02-11', 'submitted', 495),
      weekDay('2026-02-12', 'draft', 405, 75),
      weekDay('2026-02-13', 'draft', 240),
      { ...weekDay('2026-02-14', 'draft', 0), target: 0 },
      { ...weekDay('2026-02-15', 'draft', 0), target: 0 },
    ],
    tickets: [{ ticket: 'TB-042', title: 'Fix socket', minutes: 1200, days: [], sources: [] }],
    totals: { minutes: 2070, target: 2400, gap: 330 },
    corrections: [],
    warnings: [],
  };
  expect(show('week.show', week)).toBe(
    [
      'Week 2026-W07  Mon 9 Feb – Sun 15 Feb',
      '',
      '  Mon 9 Feb   8h00m  ✓  reviewed',
      '  Tue 10 Feb  7h30m  ✓  reviewed',
      '  Wed 11 Feb  8h15m  ✓  submitted',
      '  Thu 12 Feb  6h45m  ⚠  draft      1h15m untracked',
      '  Fri 13 Feb  4h00m  ⚠  draft      needs review',
      '',
      '  Total: 34h30m (target: 40h00m)',
      '  Gap: 5h30m unaccounted',
      '',
      '  TB-042  20h  Fix socket',
      '',
      '  Submit with: stint submit 2026-W07',
    ].join('\n'),
  );
});

it('a corrected week says what was appended, and why', () => {
  const corrected: WeekShape = {
    week: '2026-W07',
    user: 'max',
    from: '2026-02-09',
    to: '2026-02-15',
    days: [weekDay('2026-02-10', 'submitted', 420)],
    tickets: [],
    totals: { minutes: 420, target: 480, gap: 60 },
    corrections: [
      {
        id: '1',
        date: '2026-02-10',
        ticket: 'TB-042',
        minutes: -60,
        reason: 'lunch was in it',
        at: '2026-02-12T10:00:00Z',
      },
    ],
    warnings: [],
  };
  expect(show('week.show', corrected)).toContain('Corrections:\n  Tue 10 Feb  -1h  TB-042  lunch was in it');
});

it('what is open is a line each, with what answers it', () => {
  const asked = {
    week: '2026-W07',
    seconds: 50,
    questions: [
      {
        id: 'gap:1',
        kind: 'gap' as const,
        dates: ['2026-02-10'],
        startedAt: null,
        endedAt: null,
        minutes: 75,
        title: '',
        entries: [],
        meeting: null,
        away: false,
        waitsFor: 0,
        suggestions: [{ ticket: 'TB-042', title: '', because: 'around' as const }],
      },
    ],
  };
  expect(show('week.questions', asked)).toBe(
    [
      '1 question, about 1 minute  2026-W07',
      '',
      '  Tue 10 Feb    1h15m  untracked  stint log "… on TB-042 for … on 2026-02-10"',
    ].join('\n'),
  );
  expect(show('week.questions', { ...asked, questions: [], seconds: 0 })).toBe(
    '✓ Nothing is open in 2026-W07.',
  );
});

it('a submission names what it left behind', () => {
  const done = {
    week: '2026-W07',
    submitted: ['2026-02-09'],
    leftBehind: [{ date: '2026-02-12', status: 'draft', minutes: 405, reason: 'not reviewed' }],
  };
  expect(show('week.submit', done)).toBe(
    [
      '✓ 1 day of 2026-W07 submitted: Mon 9 Feb',
      '',
      '⚠ Left behind:',
      '  Thu 12 Feb  6h45m  draft  not reviewed',
    ].join('\n'),
  );
});
