import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceShape } from '#shared/contract/source-operations.ts';
import { showLines } from './show.fixture.ts';

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('sources', () => {
  const work: SourceShape = {
    key: 'ics:1a2b',
    kind: 'ics',
    name: 'Work',
    state: 'ready',
    detail: 'Read every now and then.',
    lastReadAt: '2026-02-10T08:15:00.000Z',
    today: '3 meetings',
  };
  it('stand on a line each: what they found when all is well, else what is the matter', () => {
    expect(
      showLines('source.list', [
        work,
        { ...work, name: 'Home', today: null },
        { ...work, name: 'Team', state: 'paused', detail: 'Not read for now; what it told stays.' },
        { ...work, name: 'Old', state: 'broken', detail: 'No such\u001b[2J host.', lastReadAt: null },
        {
          ...work,
          kind: 'wakatime',
          name: 'Editors',
          state: 'off',
          detail: 'Switched off.',
          lastReadAt: null,
        },
      ]),
    ).toEqual([
      '  ✓  ics       Work     2026-02-10 09:15  3 meetings',
      '  ✓  ics       Home     2026-02-10 09:15  Read every now and then.',
      '  ‖  ics       Team     2026-02-10 09:15  Not read for now; what it told stays.',
      '  ✕  ics       Old                        No such[2J host.',
      '  ·  wakatime  Editors                    Switched off.',
    ]);
    expect(showLines('source.list', [])[0]).toContain('stint repo add');
  });
  it('one of them is shown with the key that commands know it by', () => {
    const text = [
      '✓ Work  ready  ics:1a2b',
      '  Read every now and then.',
      '  3 meetings',
      '  last heard of 2026-02-10 09:15',
    ];
    expect(showLines('source.pause', work)).toEqual(text);
    expect(showLines('source.read', [work])).toEqual(text);
    expect(showLines('source.read', [work, work])).toHaveLength(2);
  });
  it('what leaves the machine stands apart from what is off', () => {
    const linear = {
      to: 'Linear',
      what: 'Ticket numbers',
      when: 'When asked',
      on: false,
      setting: 'tickets.linear',
    };
    expect(showLines('source.outgoing', [linear])).toEqual([
      '✓ Nothing leaves this machine.',
      '',
      'Is off',
      '  Linear  tickets.linear',
    ]);
    expect(showLines('source.outgoing', [{ ...linear, on: true }])).toEqual([
      'Leaves this machine',
      '  Linear  tickets.linear  Ticket numbers. When asked.',
    ]);
  });
});

describe('calendars', () => {
  it('of an account are listed with what is read, and an account that broke says so', () => {
    const calendars = [
      { key: 'a@b/primary', name: 'Work', chosen: true },
      { key: 'a@b/x', name: 'Holidays', chosen: false },
    ];
    expect(
      showLines('calendar.accounts', [
        { account: 'a@b', problem: null, calendars },
        { account: 'c@d', problem: 'Reconnect.', calendars: [] },
      ]),
    ).toEqual(['✓ a@b', '  ✓  Work      a@b/primary', '  ·  Holidays  a@b/x', '', '✕ c@d', '  Reconnect.']);
    expect(showLines('calendar.accounts', [])[0]).toContain('stint calendar connect');
  });
  it('are connected, chosen and forgotten', () => {
    const address = 'https://accounts.example/?x=1';
    expect(showLines('calendar.connect', { address, expiresAt: '2026-02-10T08:15:00Z' })[1]).toBe(
      `  ${address}`,
    );
    expect(showLines('calendar.choose', { chosen: ['a@b/primary'] })).toEqual([
      '✓ 1 calendar is read:',
      '  a@b/primary',
    ]);
    expect(showLines('calendar.choose', { chosen: [] })[0]).toContain('No Google calendar');
    const forgotten = '✓ a@b is forgotten; what its calendars told stays.';
    expect(showLines('calendar.disconnect', { account: 'a@b', revoked: true })).toEqual([forgotten]);
    expect(showLines('calendar.disconnect', { account: 'a@b', revoked: false })).toEqual([
      forgotten,
      '  ⚠ Google could not be told: take Stint off at myaccount.google.com/permissions',
    ]);
  });
  it('a series goes where it was told, and meetings count or not', () => {
    expect(
      showLines('calendar.series', {
        series: 'standup@example',
        title: 'Stand-up',
        ticket: 'APP-100',
        days: ['2026-02-09', '2026-02-10'],
      }),
    ).toEqual(['✓ Stand-up is always booked on APP-100; 2 days derived again: Mon 9 Feb, Tue 10 Feb']);
    expect(showLines('calendar.series', { title: 'Stand-up', ticket: null, days: [] })).toEqual([
      '✓ Stand-up has no ticket of its own any more',
    ]);
    expect(showLines('calendar.attend', { date: '2026-02-10', attended: false })).toEqual([
      '✓ You were not in this meeting; it does not count (Tue 10 Feb)',
    ]);
  });
});

it('runs of agents show both ledgers, and what they cost by model', () => {
  const tokens = { input: 1200, output: 34, cacheWrite: 0, cacheRead: 1_234_567, costUsd: 1.234 };
  const run = {
    agent: 'claude-code',
    id: 'r1',
    title: 'Fix socket',
    ticket: 'TB-042',
    project: 'shop',
    branch: 'fix/TB-042',
    startedAt: '2026-02-10T08:00:00Z',
    endedAt: null,
    ended: null,
    agentMinutes: 90,
    attentionMinutes: 25,
    models: [{ model: 'sonnet', ...tokens }],
    costUsd: 1.234,
  };
  const totals = { agentMinutes: 150, attentionMinutes: 25, ...tokens };
  const other = {
    ...run,
    ticket: null,
    branch: null,
    ended: 'crashed',
    agentMinutes: 60,
    attentionMinutes: 0,
  };
  expect(
    showLines('agent.runs', {
      date: '2026-02-10',
      runs: [run, other],
      totals,
      warnings: ['History at risk.'],
    }),
  ).toEqual([
    'Tuesday, 10 February 2026',
    '',
    '     ticket  agent  you   cost',
    '  ▲  TB-042  1h30m  25m  $1.23  Fix socket · fix/TB-042 · runs',
    '  ▲  ???        1h   0m  $1.23  Fix socket · shop · crashed',
    '',
    '  Agents worked 2h30m; you were there for 25m  $1.23',
    '',
    '  sonnet  2\u202f400 in  68 out  0 cached  2\u202f469\u202f134 from cache  $2.47',
    '',
    '  ⚠ History at risk.',
  ]);
  const none = showLines('agent.runs', { date: '2026-02-10', runs: [], totals, warnings: [] });
  expect(none.at(-1)).toBe('  No coding agent ran.');
});

it('why an entry is what it is: the sentence, each thing it rests on, and what it gave up', () => {
  const evidence = {
    kind: 'commit',
    ref: 'a1',
    label: 'fix socket',
    startedAt: '2026-02-10T08:15:00Z',
    endedAt: '2026-02-10T08:45:00Z',
    rule: 'time until the next commit',
    minutes: 30,
  };
  expect(
    showLines('entry.why', {
      entryId: '0190a5d4-7c3b-7f1e-9a2b-0000aaaa0001',
      date: '2026-02-10',
      ticket: 'TB-042',
      minutes: 30,
      rawMinutes: 28,
      why: '1 commit, 09:15 to 09:45.',
      evidence: [evidence, { ...evidence, kind: 'span', endedAt: evidence.startedAt, minutes: 0 }],
      given: [{ to: 'calendar', minutes: 15 }],
    }),
  ).toEqual([
    'aaaa0001  TB-042  30m  28m before rounding  Tue 10 Feb',
    '',
    '  1 commit, 09:15 to 09:45.',
    '',
    '  ◆  09:15–09:45  30m  fix socket  (time until the next commit)',
    '  ●  09:15             fix socket  (time until the next commit)',
    '',
    '  Gave up 15m to calendar',
  ]);
});

it('a replay shows what would move, and says that nothing did', () => {
  const day = {
    date: '2026-02-10',
    before: [
      { ticket: 'TB-1', minutes: 60 },
      { ticket: null, minutes: 15 },
    ],
    after: [
      { ticket: 'TB-1', minutes: 30 },
      { ticket: 'TB-2', minutes: 45 },
      { ticket: null, minutes: 15 },
    ],
    total: { before: 75, after: 90 },
  };
  expect(showLines('day.replay', { days: [day, { ...day, after: day.before }] })).toEqual([
    'Tue 10 Feb  1h15m → 1h30m',
    '  TB-1  1h  →  30m',
    '  TB-2  0m  →  45m',
    '',
    '  Nothing was changed. To change it: stint config set KEY VALUE',
  ]);
  expect(showLines('day.replay', { days: [{ ...day, after: day.before }] })[0]).toContain(
    'Nothing would change',
  );
});

it('tools say when work begins and ends', () => {
  const mark = { at: '2026-02-10T08:15:00Z', tool: 'vscode', ticket: 'TB-042' };
  expect(showLines('telemetry.start', mark)).toEqual(['✓ vscode: work on TB-042 begins  2026-02-10 09:15']);
  expect(showLines('telemetry.stop', { ...mark, ticket: null })).toEqual([
    '✓ vscode: work ends  2026-02-10 09:15',
  ]);
});

it('a ticket is shown with what its tracker says', () => {
  expect(
    showLines('ticket.show', {
      ticket: 'TB-042',
      title: 'Fix socket',
      type: null,
      status: 'Done',
      estimate: 150,
      labels: ['backend', 'R&D'],
      url: null,
      from: 'linear',
      at: '2026-02-10T08:15:00Z',
    }),
  ).toEqual([
    'TB-042  Fix socket',
    '  Status    Done',
    '  Estimate  2h30m',
    '  Labels    backend, R&D',
    '  From      linear, 2026-02-10 09:15',
  ]);
});

it('imported presence is counted, and what was left is named', () => {
  expect(
    showLines('import.activitywatch', { spans: 1, days: ['2026-02-10'], skipped: ['window bucket'] }),
  ).toEqual(['✓ 1 stretch of presence taken over on 1 day', '⚠ Not taken over:', '  window bucket']);
  expect(showLines('import.activitywatch', { spans: 0, days: [], skipped: [] })).toHaveLength(1);
});
