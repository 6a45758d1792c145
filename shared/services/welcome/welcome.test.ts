import { beforeEach, expect, test } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import { parseInstant } from '../../values/instant.ts';
import { adopt } from './adopt.ts';
import { choose, lastWeek } from './last-week.ts';
import { codeFolders, peopleIn } from './look-around.ts';

const ME = 'max@example.com';
const SHOP = '/home/max/code/shop';
let world: MemoryWorld;

/** A Saturday; the week before this one has commits on three days. */
beforeEach(() => {
  world = memoryWorld('2026-02-14T10:00:00+01:00', 'Europe/Berlin');
  world.git.identityGiven = { emails: [ME], name: 'Max' };
  commits('2026-02-03T09:15', '2026-02-03T10:15', '2026-02-04T09:00', '2026-02-05T14:00', '2026-02-05T15:00');
});

function commits(...times: string[]): void {
  world.git.repositories.set(SHOP, {
    broken: null,
    commits: times.map((time, n) =>
      commitAt(parseInstant(`${time}:00+01:00`)!, `TB-${(n % 2) + 1}: step ${n}`, ME),
    ),
  });
}

test('folders and people are looked at, and nothing is written', async () => {
  world.code.folders.push({
    path: SHOP,
    shown: '~/code/shop',
    repositories: 1,
    names: ['shop'],
    usedAt: null,
  });
  world.code.people.push(
    { email: 'ann@example.com', name: 'Ann', commits: 9 },
    { email: 'MAX@example.com', name: 'Max', commits: 5 },
  );
  expect((await codeFolders(world)).folders[0]).toMatchObject({ shown: '~/code/shop', repositories: 1 });
  const { people, repositories } = await peopleIn(world, { paths: ['/home/max/code'] });
  expect(repositories).toEqual([{ name: 'shop', path: SHOP }]);
  // The address of git's settings comes first and only once, however it is spelled in commits.
  expect(people).toEqual([
    { email: ME, name: 'Max', commits: 5, configured: true },
    { email: 'ann@example.com', name: 'Ann', commits: 9, configured: false },
  ]);
  expect(await world.stores.repositories.list()).toEqual([]);
  expect(world.settings.get()['identity.emails']).toEqual([]);
});

test('a folder without a repository is refused in words', async () => {
  await expect(peopleIn(world, { paths: ['/home/max/empty'] })).rejects.toMatchObject({ code: 'usage' });
});

test('repositories are registered for those who were chosen, and read once', async () => {
  const done = await adopt(world, { paths: ['/home/max/code'], emails: [ME, ME, ' '], name: 'Max' });
  expect(done).toMatchObject({ commits: 5, repositories: [{ name: 'shop', path: SHOP }] });
  expect(world.settings.get()).toMatchObject({ 'identity.emails': [ME], 'identity.name': 'Max' });
  expect(world.git.scans).toBe(1);
});

test('nobody is nobody', async () => {
  await expect(adopt(world, { paths: [SHOP], emails: ['  '] })).rejects.toMatchObject({ code: 'usage' });
  expect(await world.stores.repositories.list()).toEqual([]);
});

test('who did not commit for weeks is looked for further back', async () => {
  commits('2025-11-03T09:15', '2025-11-04T10:15', '2025-11-05T10:15');
  expect(await adopt(world, { paths: [SHOP], emails: [ME] })).toMatchObject({ commits: 3 });
  expect(await lastWeek(world)).toMatchObject({ from: '2025-11-03', to: '2025-11-09', commits: 3 });
});

test('the last week is made both ways, and nothing is proposed by looking', async () => {
  await adopt(world, { paths: [SHOP], emails: [ME] });
  const week = await lastWeek(world);
  expect(week).toMatchObject({ from: '2026-02-02', to: '2026-02-08', commits: 5, same: false });
  // 09:15 TB-1, 10:15 TB-2: half an hour before the first and after the last, an hour between.
  expect(week.days.find((day) => day.date === '2026-02-03')).toEqual({
    date: '2026-02-03',
    after: [
      { ticket: 'TB-1', minutes: 90 },
      { ticket: 'TB-2', minutes: 30 },
    ],
    before: [
      { ticket: 'TB-2', minutes: 90 },
      { ticket: 'TB-1', minutes: 30 },
    ],
  });
  expect(await world.stores.entries.between('max', week.from, week.to)).toEqual([]);
});

test('what was chosen is kept, and the days of that week are proposed by it', async () => {
  await adopt(world, { paths: [SHOP], emails: [ME] });
  const { day } = await choose(world, { credit: 'before', hoursPerDay: 6, workingDays: [1, 2, 3, 4] });
  expect(day).toBe('2026-02-05');
  expect(world.settings.get()).toMatchObject({
    'git.credit': 'before',
    'time.workingHoursPerDay': 6,
    'time.workingDays': [1, 2, 3, 4],
  });
  const entries = await world.stores.entries.between('max', day!, day!);
  expect(entries.map(({ ticket, minutes }) => [ticket, minutes])).toEqual([
    ['TB-2', 30],
    ['TB-1', 90],
  ]);
});

test('without any commit there is no week to show, and no day', async () => {
  commits();
  await adopt(world, { paths: [SHOP], emails: [ME] });
  expect(await lastWeek(world)).toMatchObject({ commits: 0, same: true });
  expect(await choose(world, { credit: 'after', hoursPerDay: 8, workingDays: [1] })).toEqual({ day: null });
});
