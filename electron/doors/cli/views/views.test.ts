import { describe, expect, it } from 'vitest';
import type { DayShape, EntryShape, SessionShape, WeekShape } from '#shared/contract/shapes.ts';
import { displayWidth } from '#shared/values/display-width.ts';
import { paperOf } from '../paper.ts';
import { viewOf } from './catalogue.ts';

const plain = paperOf({ colour: false, width: 80 });
const show = (operation: string, output: unknown, paper = plain): string =>
  viewOf(operation.split('.'), output, paper);

const entry = (
  id: string,
  ticket: string | null,
  minutes: number,
  source: EntryShape['source'],
  description: string,
): EntryShape => ({
  id: `0190a5d4-7c3b-7f1e-9a2b-0000${id}`,
  ticket,
  project: null,
  minutes,
  rawMinutes: minutes,
  source,
  description,
  commits: [],
  unallocated: ticket === null,
  startedAt: null,
  endedAt: null,
  evidence: [],
});

/** The evening of document 4. */
const DAY: DayShape = {
  date: '2026-02-10',
  user: 'max',
  status: 'draft',
  entries: [
    entry('c01d9a7e', 'TB-042', 195, 'git', 'Fix TCP_NODELAY, add tests, fix regression'),
    entry('aaaa0001', 'APP-019', 90, 'git', 'OAuth token refresh'),
    entry('aaaa0002', 'TB-042', 45, 'calendar', 'FIX session debugging sync'),
    entry('aaaa0003', null, 30, 'calendar', 'All-hands standup'),
    entry('aaaa0004', 'TINT-191', 120, 'manual', 'HR training'),
  ],
  totals: { minutes: 480, target: 480, untracked: 0 },
  warnings: ['1 entry has no ticket.'],
};

describe('a day', () => {
  it('is shown as document 4 has it', () => {
    expect(show('day.show', DAY)).toBe(
      [
        'Tuesday, 10 February 2026  draft',
        '',
        '  c01d9a7e  TB-042    3h15m  git     Fix TCP_NODELAY, add tests, fix regression',
        '  aaaa0001  APP-019   1h30m  git     OAuth token refresh',
        '  aaaa0002  TB-042      45m  cal     FIX session debugging sync',
        '  aaaa0003  ???         30m  cal     All-hands standup (needs a ticket)',
        '  aaaa0004  TINT-191     2h  manual  HR training',
        '',
        '  Total: 8h00m of 8h00m  ✓',
        '',
        '  ⚠ 1 entry has no ticket.',
        '',
        '  Anything missing or wrong?  stint log "…"  ·  stint edit c01d9a7e …  ·  stint confirm 2026-02-10',
      ].join('\n'),
    );
  });

  it('says what is not explained, and no tick below the target', () => {
    const text = show('day.show', { ...DAY, totals: { minutes: 405, target: 480, untracked: 75 } });
    expect(text).toContain('Total: 6h45m of 8h00m  ⚠ 1h15m untracked');
    expect(text).not.toContain('✓');
  });

  it('is kind when empty', () => {
    const text = show('day.show', {
      ...DAY,
      entries: [],
      warnings: [],
      totals: { minutes: 0, target: 480, untracked: 0 },
    });
    expect(text).toContain('Nothing here yet.');
    expect(text).toContain('stint log');
  });

  it('never lets foreign text steer the terminal', () => {
    const hostile = entry('aaaa0005', 'TB-1', 5, 'git', 'a\u001b[2J\u0007b\nc\u202ed');
    const text = show('day.show', { ...DAY, entries: [hostile] });
    expect(text).toContain('a[2Jb cd');
    expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  it('cuts long descriptions at the edge of the terminal, by the width of letters', () => {
    const long = entry('aaaa0006', 'TB-1', 5, 'git', '漢字'.repeat(60));
    const row = show('day.show', { ...DAY, entries: [long] }).split('\n')[2] ?? '';
    expect(row.endsWith('…')).toBe(true);
    expect(displayWidth(row)).toBeLessThanOrEqual(80);
  });

  it('uses colour only where it may', () => {
    const coloured = show('day.show', DAY, paperOf({ colour: true, width: 80 }));
    expect(coloured).toContain('\u001b[');
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(show('day.show', DAY));
  });
});

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

const SESSION: SessionShape = {
  id: '0190a5d4-7c3b-7f1e-9a2b-0000feedbeef',
  title: 'fix socket',
  ticket: 'TB-042',
  type: 'feature',
  status: 'active',
  startedAt: '2026-02-10T09:00:00.000Z',
  endedAt: null,
  minutes: 75,
  recovered: false,
  recoverySource: null,
};

describe('sessions', () => {
  it('status says what runs, how much today, and who knows of presence', () => {
    const presence = { state: 'unknown' as const, backend: 'cli' };
    expect(show('session.status', { running: SESSION, today: 150, presence })).toMatch(
      /^▶ TB-042 fix socket {2}1h15m {2}since .+\n\n {2}Today {5}2h30m\n {2}Presence {2}not known \(cli\)$/,
    );
    expect(show('session.status', { running: null, today: 0, presence })).toContain('Nothing runs.');
  });

  it('a list marks what was recovered', () => {
    const text = show(
      'session.list',
      [{ ...SESSION, status: 'completed', recovered: true, recoverySource: 'heartbeat' }],
      paperOf({ colour: false, width: 120 }),
    );
    expect(text).toContain('feedbeef  ■');
    expect(text).toContain('fix socket (recovered: heartbeat)');
    expect(show('session.list', [])).toContain('No sessions yet.');
  });
});

it('settings stand under their headings', () => {
  const text = show('setting.list', [
    { key: 'git.maxGap', value: '2h', initial: '2h', meaning: 'A longer gap …', group: 'Git' },
    { key: 'identity.emails', value: ['a@b.c'], initial: [], meaning: 'Author e-mails …', group: 'You' },
  ]);
  expect(text).toBe(
    'Git\n  git.maxGap  2h  A longer gap …\n\nYou\n  identity.emails  ["a@b.c"]  Author e-mails …',
  );
});

it('the doctor says what to do about what is wrong', () => {
  const checks = [
    { name: 'database', ok: true, detail: 'whole', remedy: null },
    { name: 'repository x', ok: false, detail: 'gone', remedy: 'Forget it with `stint repo remove`.' },
  ];
  expect(show('upkeep.doctor', { healthy: false, checks, log: null })).toBe(
    [
      '  ✓ database  whole',
      '  ✕ repository x  gone',
      '      → Forget it with `stint repo remove`.',
      '',
      'Something needs attention.',
    ].join('\n'),
  );
});

it('the doctor keeps lines that are to be copied apart', () => {
  const detail = 'Put these two lines into it:\n[api_urls]\n.* = http://127.0.0.1:1/api/v1|key';
  const checks = [{ name: 'editors', ok: true, detail, remedy: null }];
  expect(show('upkeep.doctor', { healthy: true, checks, log: null })).toBe(
    [
      '  ✓ editors  Put these two lines into it:',
      '      [api_urls]',
      '      .* = http://127.0.0.1:1/api/v1|key',
      '',
      'All is well.',
    ].join('\n'),
  );
});

it('an operation without a view is shown all the same', () => {
  expect(show('future.thing', { name: 'x', list: [1, 2] })).toBe('  name  x\n  list  [1,2]');
  expect(
    show('future.things', [
      { a: 1, b: 'x' },
      { a: 22, b: 'y' },
    ]),
  ).toBe('  a   b\n   1  x\n  22  y');
  expect(show('future.none', [])).toBe('Nothing.');
});

describe('asked in German', () => {
  const german = async () =>
    paperOf({ colour: false, width: 100, german: await (await import('../german-words.ts')).germanWords() });

  it('a day speaks it, and leaves what people wrote as they wrote it', async () => {
    const text = show('day.show', { ...DAY, totals: { ...DAY.totals, untracked: 75 } }, await german());
    expect(text.split('\n')).toEqual([
      'Dienstag, 10. Februar 2026  Entwurf',
      '',
      '  c01d9a7e  TB-042    3h15m  git       Fix TCP_NODELAY, add tests, fix regression',
      '  aaaa0001  APP-019   1h30m  git       OAuth token refresh',
      '  aaaa0002  TB-042      45m  Kalender  FIX session debugging sync',
      '  aaaa0003  ???         30m  Kalender  All-hands standup (braucht ein Ticket)',
      '  aaaa0004  TINT-191     2h  von Hand  HR training',
      '',
      '  Summe: 8h00m von 8h00m  ✓  ⚠ 1h15m nicht erfasst',
      '',
      '  ⚠ 1 Eintrag hat kein Ticket.',
      '',
      '  Fehlt etwas, oder stimmt etwas nicht?  stint log "…"  ·  stint edit c01d9a7e …  ·  stint confirm 2026-02-10',
    ]);
  });
  it.each(['entry added', 'draft', 'of', 'log', 'to'])('a description that reads %j stays', async (words) => {
    const text = show(
      'day.show',
      { ...DAY, entries: [entry('c01d9a7e', 'TB-1', 60, 'git', words)] },
      await german(),
    );
    expect(text).toMatch(new RegExp(`git  ${words}$`, 'm'));
  });
});
