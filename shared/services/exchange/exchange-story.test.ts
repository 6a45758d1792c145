import { beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_FORMAT_IDS } from '../../formats/format-ids.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { logWords } from '../add-entry.ts';
import { confirmNow } from '../close-day.ts';
import { removeEntry } from '../edit-entry.ts';
import { listSessions } from '../session.ts';
import { showDay } from '../show-day.ts';
import { undoLast } from '../undo.ts';
import { exportTimes } from './export-times.ts';
import { importClaudeTime } from './import-claude-time.ts';
import { importTimes } from './import-times.ts';

let world: MemoryWorld;
const shop = '/home/max/shop';
const fileOf = (user: string, date: string) => `${shop}/.tract/time/${user}/${date}.yaml`;

beforeEach(() => {
  world = memoryWorld('2026-02-12T18:00:00+01:00', 'Europe/Berlin', { 'identity.user': 'john' });
});

const DAY = `date: 2026-02-10
user: john
status: reviewed
entries:
  - {ticket: TB-042, duration: 2h30m, source: git, description: Fix it, commits: [abc1234]}
  - {ticket: null, duration: 30m, source: calendar, description: Standup, unallocated: true}
  - {ticket: TB-042, duration: nonsense}
`;

const told = async (date: string) =>
  (await showDay(world, { date })).entries.map((one) => `${one.ticket ?? '-'} ${one.minutes} ${one.source}`);

describe('days of .tract', () => {
  beforeEach(() => {
    world.files.texts.set(fileOf('john', '2026-02-10'), DAY);
    world.files.texts.set(
      fileOf('sarah', '2026-02-10'),
      'entries:\n  - {ticket: APP-1, duration: 1h, source: ide}\n',
    );
    world.files.texts.set(`${shop}/.tract/time/.telemetry/john-2026-02-10.jsonl`, '{}');
  });

  it.each([shop, `${shop}/.tract`, `${shop}/.tract/time`])(
    'come in from %s, of everybody, once',
    async (path) => {
      expect(await importTimes(world, { format: 'tract', path })).toEqual({
        entries: 3,
        known: 0,
        days: ['2026-02-10'],
        users: ['john', 'sarah'],
        others: ['sarah'],
        skipped: ['2026-02-10.yaml, entries[2]: “nonsense” is no duration such as 1h30m'],
      });
      expect(await told('2026-02-10')).toEqual(['TB-042 150 git', '- 30 calendar']);
      expect((await showDay(world, { date: '2026-02-10' })).status).toBe('reviewed');
      expect(await importTimes(world, { format: 'tract', path })).toMatchObject({
        entries: 0,
        known: 3,
        days: [],
      });
    },
  );

  it('what was imported and deleted stays deleted; undo takes an import back', async () => {
    await importTimes(world, { format: 'tract', path: shop });
    const { entries } = await showDay(world, { date: '2026-02-10' });
    await removeEntry(world, { id: entries[0]!.id });
    expect(await importTimes(world, { format: 'tract', path: shop })).toMatchObject({ entries: 0 });
    await undoLast(world);
    await undoLast(world);
    expect(await told('2026-02-10')).toEqual([]);
  });

  it('leave alone a day that was closed here, and say so', async () => {
    await logWords(world, { text: '1h on TB-9 for review', date: '2026-02-10' });
    await confirmNow(world, { date: '2026-02-10' });
    const { entries, skipped } = await importTimes(world, {
      format: 'tract',
      path: fileOf('john', '2026-02-10'),
    });
    expect(entries).toBe(0);
    expect(skipped.at(-1)).toContain('2026-02-10: that day is reviewed here, so 2 entries were left out');
  });

  it('go out beside what was made by hand, and come back as what they were', async () => {
    await logWords(world, { text: '1h on TB-9 for review', date: '2026-02-10' });
    await logWords(world, { text: '2h on TB-9 for docs', date: '2026-02-11' });
    const out = await exportTimes(world, { format: 'tract', path: shop });
    expect(out).toMatchObject({ entries: 2, minutes: 180, skipped: [] });
    expect(world.files.texts.get(fileOf('john', '2026-02-10'))).toContain('description: Standup');
    expect(world.files.texts.get(fileOf('john', '2026-02-11'))).toContain('duration: 2h');
    expect((await exportTimes(world, { format: 'tract', path: shop })).files).toEqual([]);
    expect(await importTimes(world, { format: 'tract', path: fileOf('john', '2026-02-11') })).toMatchObject({
      entries: 0,
      known: 1,
    });
  });

  it('that Stint wrote follow the day; a broken one is never written over', async () => {
    await logWords(world, { text: '2h on TB-9 for docs', date: '2026-02-11' });
    world.files.texts.set(fileOf('john', '2026-02-12'), 'entries: [');
    await logWords(world, { text: '2h on TB-9 for docs', date: '2026-02-12' });
    const first = await exportTimes(world, { format: 'tract', path: shop });
    expect(first.skipped).toEqual([expect.stringContaining('2026-02-12.yaml is left as it is')]);
    expect(world.files.texts.get(fileOf('john', '2026-02-12'))).toBe('entries: [');
    const { entries } = await showDay(world, { date: '2026-02-11' });
    await removeEntry(world, { id: entries[0]!.id });
    await logWords(world, { text: '3h on TB-9 for more docs', date: '2026-02-11' });
    await exportTimes(world, { format: 'tract', path: shop });
    const text = world.files.texts.get(fileOf('john', '2026-02-11'))!;
    expect(text).toContain('3h');
    expect(text).not.toContain('2h');
  });
});

describe('every format that goes out', () => {
  it.each(EXPORT_FORMAT_IDS)('%s says what it wrote', async (format) => {
    await logWords(world, { text: '90m on TB-9 for review', date: '2026-02-10' });
    const { entries, minutes, files, skipped } = await exportTimes(world, { format, path: '/out' });
    expect({ entries, minutes, skipped }).toEqual({ entries: 1, minutes: 90, skipped: [] });
    expect(world.files.texts.get(files[0]!)).toContain('TB-9');
  });

  it('says when there is nothing in that time', async () => {
    await expect(
      exportTimes(world, { format: 'klog', path: '/out', from: '2026-02-12' }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('claude-time', () => {
  const HOME = '/home/max/.claude-time';
  beforeEach(() => {
    world.files.texts.set(
      `${HOME}/sessions/portal.json`,
      JSON.stringify({
        project: 'portal',
        sessions: [
          { start: '2026-02-10T09:15:00Z', end: '2026-02-10T11:45:00Z', linear_issue: 'CUS-42' },
          { date: '2026-02-11', start: '14:00', end: '15:25', recovered: true, recovery_source: 'heartbeat' },
        ],
      }),
    );
    world.files.texts.set(`${HOME}/current-session.txt`, '1770886800 portal');
    world.files.texts.set(`${HOME}/heartbeat-portal.txt`, '1770890400');
  });

  it('sessions come in once, with the one a crash left open, and become days', async () => {
    expect(await importClaudeTime(world, { path: HOME })).toMatchObject({
      sessions: 3,
      known: 0,
      projects: 0,
      skipped: [],
    });
    expect(await importClaudeTime(world, { path: HOME })).toMatchObject({ sessions: 0, known: 3 });
    const sessions = await listSessions(world, { limit: 10 });
    expect(sessions.map(({ minutes, ticket, recoverySource }) => [minutes, ticket, recoverySource])).toEqual([
      [60, null, 'heartbeat'],
      [85, null, 'heartbeat'],
      [150, 'CUS-42', null],
    ]);
    expect(await told('2026-02-10')).toEqual(['CUS-42 150 timer']);
  });

  it('a folder without anything of it is named', async () => {
    await expect(importClaudeTime(world, { path: '/home/max' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
