import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../ports/memory-world.ts';
import { atClock, parseLocalDay } from '../values/local-day.ts';
import { Problem } from '../values/problem.ts';
import { logWords, previewWords } from './add-entry.ts';
import { confirmNow, deriveNow } from './close-day.ts';
import { correctEntry, editEntry, mergeNow, removeEntry, splitNow } from './edit-entry.ts';
import { addRepositories } from './repositories.ts';
import { setSetting } from './settings.ts';
import { showDay, viewDay } from './show-day.ts';
import { redoLast, undoLast } from './undo.ts';
import { examine } from './upkeep.ts';
import { showWeek, submitNow } from './week.ts';

const BERLIN = 'Europe/Berlin';
const TUESDAY = parseLocalDay('2026-02-10')!;
const me = 'max@example.com';

let world: MemoryWorld;
const at = (hour: number, minute: number) => atClock(TUESDAY, hour, minute, BERLIN);
const commit = (hour: number, minute: number, subject: string) =>
  world.git.repositories.get('/work/shop')!.commits.push(commitAt(at(hour, minute), subject, me));

/** The day as `ticket minutes source`, in order. */
async function lines(): Promise<string[]> {
  const day = await showDay(world, { date: '2026-02-10' });
  return day.entries.map((entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source}`);
}
const idOf = async (ticket: string): Promise<string> =>
  (await showDay(world, { date: '2026-02-10' })).entries.find((entry) => entry.ticket === ticket)!.id;

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN, { 'identity.emails': [me] });
  world.git.repositories.set('/work/shop', { commits: [], broken: null });
  commit(9, 15, 'TB-042: fix socket config');
  commit(9, 45, 'TB-042: add test');
  commit(10, 30, 'APP-019: update OAuth flow');
  commit(14, 0, 'TB-042: fix regression');
  commit(15, 30, 'TB-042: update docs');
  await addRepositories(world, { path: '/work' });
});

describe('a day of commits', () => {
  it('is proposed as the worked example without presence says', async () => {
    expect(await lines()).toEqual(['TB-042 225 git', 'APP-019 30 git']);
    const day = await showDay(world, { date: 'today' });
    expect(day).toMatchObject({ date: '2026-02-10', user: 'max', status: 'draft', warnings: [] });
    expect(day.totals).toEqual({ minutes: 255, target: 480, untracked: 0 });
    expect(day.entries[0]).toMatchObject({ project: 'TB', unallocated: false, rawMinutes: 225 });
  });

  it('is proposed as document 4 says where presence is known', async () => {
    for (const [start, end] of [
      [at(9, 15), at(12, 0)],
      [at(14, 0), at(16, 0)],
    ] as const) {
      await world.stores.evidence.putPresence({
        id: world.ids.next(start),
        user: 'max',
        start,
        end,
        state: 'active',
        backend: 'test',
        zone: BERLIN,
        open: false,
      });
    }
    expect(await lines()).toEqual(['TB-042 195 git', 'APP-019 90 git']);
  });

  it('does not move, and is not read, while nothing new happens', async () => {
    const before = await showDay(world, { date: 'today' });
    const steps = (await world.stores.ledger.history(100)).length;
    const scans = world.git.scans;
    expect(await deriveNow(world, { date: 'today' })).toEqual(before);
    expect((await world.stores.ledger.history(100)).length).toBe(steps);
    expect(world.git.scans).toBe(scans);
  });

  it('grows with the next commit', async () => {
    commit(17, 0, 'APP-019: tidy');
    expect(await lines()).toEqual(['TB-042 285 git', 'APP-019 60 git']);
  });

  it('keeps what the person changed, and what they deleted away', async () => {
    await editEntry(world, { id: await idOf('TB-042'), ticket: 'TB-100', minutes: '3h' });
    await removeEntry(world, { id: await idOf('APP-019') });
    expect(await lines()).toEqual(['TB-100 180 git']);
    await deriveNow(world, { date: 'today' });
    expect(await lines()).toEqual(['TB-100 180 git']);
  });

  it('proposes later work on a ticket beside the entry the person changed', async () => {
    await editEntry(world, { id: await idOf('TB-042'), description: 'sockets' });
    commit(17, 30, 'TB-042: late fix');
    expect(await lines()).toEqual(['TB-042 225 git', 'APP-019 30 git', 'TB-042 120 git']);
  });

  it('undoes and redoes step by step', async () => {
    const first = await lines();
    await editEntry(world, { id: await idOf('TB-042'), minutes: 60 });
    await splitNow(world, { id: await idOf('APP-019'), minutes: 10, ticket: 'APP-020' });
    const both = await lines();
    expect(both).toEqual(['TB-042 60 git', 'APP-019 10 git', 'APP-020 20 git']);
    expect((await undoLast(world)).done).toBe('splitting an entry');
    expect((await undoLast(world)).done).toBe('changing an entry');
    expect(await lines()).toEqual(first);
    await redoLast(world);
    await redoLast(world);
    expect(await lines()).toEqual(both);
    await expect(redoLast(world)).rejects.toMatchObject({ code: 'refused' });
  });

  it('merges entries and does not propose the merged one again', async () => {
    await mergeNow(world, { id: await idOf('TB-042'), others: await idOf('APP-019') });
    expect(await lines()).toEqual(['TB-042 255 git']);
    await deriveNow(world, { date: 'today' });
    expect(await lines()).toEqual(['TB-042 255 git']);
  });

  it('shows the window what stands behind it', async () => {
    const view = await viewDay(world, { date: 'today' });
    const [first] = view.day.entries;
    expect(view.details[first!.id]!.why).toContain('4 commits');
    expect(view.commits.map((c) => c.ticket)).toEqual(['TB-042', 'TB-042', 'APP-019', 'TB-042', 'TB-042']);
    expect(view.commits[0]!.repository).toBe('shop');
  });

  it('changes with the rules, on drafts', async () => {
    await setSetting(world, { key: 'git.rounding', value: '60m' });
    expect(await lines()).toEqual(['TB-042 240 git', 'APP-019 60 git']);
  });
});

describe('plain words', () => {
  it('become a manual entry, as the preview said', async () => {
    const text = '2h on TINT-191 for HR training';
    expect(await previewWords(world, { text })).toMatchObject({
      understood: true,
      ticket: 'TINT-191',
      minutes: 120,
    });
    await logWords(world, { text });
    expect(await lines()).toContain('TINT-191 120 manual');
  });

  it('take the clock times out of what git proposed', async () => {
    await logWords(world, { text: '1400-1530 APP-7 call with the customer' });
    expect(await lines()).toEqual(['TB-042 135 git', 'APP-019 30 git', 'APP-7 90 manual']);
  });

  it('are refused in words when something is missing', async () => {
    await expect(logWords(world, { text: '2h on TB-1' })).rejects.toMatchObject({ code: 'usage' });
    expect((await previewWords(world, { text: 'TB-1' })).understood).toBe(false);
  });
});

describe('closing a day and a week', () => {
  it('goes draft, reviewed, submitted; then only corrections', async () => {
    expect((await confirmNow(world, { date: 'today' })).status).toBe('reviewed');
    const result = await submitNow(world, { week: 'this' });
    expect(result.submitted).toEqual(['2026-02-10']);
    expect(result.leftBehind.map((day) => day.date)).toContain('2026-02-09');

    const id = await idOf('TB-042');
    await expect(editEntry(world, { id, minutes: 10 })).rejects.toMatchObject({ code: 'refused' });
    await expect(removeEntry(world, { id })).rejects.toMatchObject({ code: 'refused' });
    await expect(logWords(world, { text: '1h on TB-042 for more' })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(undoLast(world)).rejects.toMatchObject({ code: 'refused' });

    await correctEntry(world, { id, minutes: '-1h', reason: 'over-reported' });
    const week = await showWeek(world, { week: 'this' });
    expect(week.days[1]).toMatchObject({ date: '2026-02-10', status: 'submitted', minutes: 195 });
    await expect(correctEntry(world, { id, minutes: '-4h', reason: 'again' })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('does not move a submitted day when evidence comes later, and says so', async () => {
    await confirmNow(world, { date: 'today' });
    await submitNow(world, { week: 'this' });
    commit(17, 30, 'TB-042: late fix');
    const day = await deriveNow(world, { date: 'today' });
    expect(day.totals.minutes).toBe(255);
    expect(day.warnings.join(' ')).toContain('new evidence');
  });

  it('makes a reviewed day a draft again when it is edited', async () => {
    await confirmNow(world, { date: 'today' });
    await editEntry(world, { id: await idOf('TB-042'), minutes: 60 });
    expect((await showDay(world, { date: 'today' })).status).toBe('draft');
  });

  it('confirms unallocated time only when told so', async () => {
    commit(16, 0, 'tidy up');
    await expect(confirmNow(world, { date: 'today' })).rejects.toMatchObject({ code: 'refused' });
    expect((await confirmNow(world, { date: 'today', unallocated: true })).status).toBe('reviewed');
  });

  it('refuses a day that has not come and a week without reviewed days', async () => {
    await expect(confirmNow(world, { date: '2026-02-11' })).rejects.toThrow(Problem);
    await expect(submitNow(world, { week: 'this' })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a repository that breaks', () => {
  it('is named and holds up nothing', async () => {
    world.git.repositories.set('/work/old', {
      commits: [],
      broken: new Problem('failed', 'old is damaged.', 'Mend it.'),
    });
    await addRepositories(world, { path: '/work' });
    expect((await lines()).length).toBe(2);
    expect((await showDay(world, { date: 'today' })).warnings.join(' ')).toContain('old is damaged');
    expect((await examine(world, {})).healthy).toBe(false);
  });
});
