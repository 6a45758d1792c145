import { describe, expect, it } from 'vitest';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { paperOf } from '../paper.ts';
import { show } from './show.fixture.ts';

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

it('what was taken back names its days, of many the first and the last', () => {
  const dates = Array.from({ length: 8 }, (_, at) => `2026-02-0${at + 1}`);
  expect(show('entry.undo', { done: 'a day confirmed', dates: dates.slice(0, 2) })).toBe(
    '✓ Taken back: a day confirmed (2026-02-01, 2026-02-02)',
  );
  expect(show('entry.undo', { done: 'an import', dates })).toBe(
    '✓ Taken back: an import (2026-02-01 … 2026-02-08)',
  );
});
