import { describe, expect, it } from 'vitest';
import type { DayShape, EntryShape } from '#shared/contract/shapes.ts';
import { displayWidth } from '#shared/values/display-width.ts';
import { paperOf } from '../paper.ts';
import { show } from './show.fixture.ts';

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
