import { beforeEach, expect, it } from 'vitest';
import type { MemoryWorld } from '#shared/ports/memory-world.ts';
import { commitAt, memoryWorld } from '#shared/ports/memory-world.ts';
import { addRepositories } from '#shared/services/repositories.ts';
import { Problem } from '#shared/values/problem.ts';
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { scanJob, scanOnce } from './scan-job.ts';

let world: MemoryWorld;
const at = (text: string) => instant(Date.parse(text));
const entriesOf = async (date: string): Promise<(string | null)[]> =>
  (await world.stores.entries.between('max', date as LocalDay, date as LocalDay)).map(
    (entry) => entry.ticket,
  );

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00Z', 'UTC', { 'identity.emails': ['max@example.com'] });
  world.git.repositories.set('/work/a', {
    commits: [commitAt(at('2026-02-10T09:00:00Z'), 'TB-042 begin', 'max@example.com')],
    broken: null,
  });
  await addRepositories(world, { path: '/work/a' });
});

it('proposes the days on which something new was found, not only today', async () => {
  await scanOnce(world);
  expect(await entriesOf('2026-02-10')).toEqual(['TB-042']);
  world.git.repositories
    .get('/work/a')
    ?.commits.push(commitAt(at('2026-02-06T10:00:00Z'), 'APP-7 late', 'max@example.com'));
  await scanOnce(world);
  expect(await entriesOf('2026-02-06')).toEqual(['APP-7']);
});

it('reads nothing when nothing moved', async () => {
  await scanOnce(world);
  const scans = world.git.scans;
  await scanOnce(world);
  expect(world.git.scans).toBe(scans);
});

it('goes on when a repository cannot be read, and says why', async () => {
  world.git.repositories.set('/work/b', {
    commits: [commitAt(at('2026-02-10T11:00:00Z'), 'TB-9 other', 'max@example.com')],
    broken: null,
  });
  await addRepositories(world, { path: '/work/b' });
  const broken = world.git.repositories.get('/work/a');
  broken?.commits.push(commitAt(at('2026-02-10T10:00:00Z'), 'TB-1', 'max@example.com'));
  if (broken) broken.broken = new Problem('failed', 'It is corrupt.', 'Clone it again.');
  await scanOnce(world);
  expect(await entriesOf('2026-02-10')).toContain('TB-9');
  const [first] = await world.stores.repositories.list();
  expect(first?.lastProblem).toContain('It is corrupt.');
});

it('runs as often as the setting says', async () => {
  await world.settings.set('git.scanMinutes', 7);
  expect(scanJob(world).everyMs()).toBe(7 * 60_000);
});
