import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { id } from '../../ports/sample-rows.ts';
import { addUse, updateDevSession } from './change.ts';
import { completeDevSession } from './complete.ts';
import { devSessionsOfDays, devSessionsOfProject, listDevSessions } from './list.ts';
import { copyDevReport, showDevReport } from './report.ts';
import { startDevSession } from './start.ts';
import { devSessionStats } from './stats.ts';
import { devSessionWorld, pass } from './dev-session-world.fixture.ts';

let world: MemoryWorld;
beforeEach(() => {
  world = devSessionWorld();
});

describe('the history', () => {
  beforeEach(async () => {
    for (const [n, title] of ['TB-1 first', 'TB-1 second', 'APP-2 third'].entries()) {
      await startDevSession(world, { title, type: n === 1 ? 'bugfix' : 'feature' });
      pass(world, 30);
      await completeDevSession(world, { id: 'current' });
      pass(world, 24 * 60 - 30);
    }
  });

  it('comes in pages, and by project, ticket and days', async () => {
    const first = await listDevSessions(world, { limit: 2 });
    expect(first.sessions.map(({ title }) => title)).toEqual(['third', 'second']);
    const next = await listDevSessions(world, { limit: 2, before: first.next! });
    expect(next).toMatchObject({ sessions: [{ title: 'first' }], next: null });
    const titles = async (page: Promise<typeof first>) => (await page).sessions.map(({ title }) => title);
    expect(await titles(devSessionsOfProject(world, { project: 'TB' }))).toEqual(['second', 'first']);
    expect(await titles(listDevSessions(world, { ticket: 'app-2' }))).toEqual(['third']);
    expect(await titles(devSessionsOfDays(world, { from: '2026-02-11', to: '2026-02-11' }))).toEqual([
      'second',
    ]);
    await expect(devSessionsOfDays(world, { from: 'today', to: '2026-01-01' })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(listDevSessions(world, { before: 'x' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('adds up, with what runs', async () => {
    await startDevSession(world, { title: 'TB-1 running' });
    await addUse(world, { id: 'current', searches: 10 });
    pass(world, 15);
    const stats = await devSessionStats(world, {});
    expect(stats).toMatchObject({
      totals: { sessions: 4, durationMinutes: 105, costUnits: 1000 },
      byStatus: { active: 1, completed: 3 },
      byProject: [
        { project: 'TB', sessions: 3, durationMinutes: 75 },
        { project: 'APP', sessions: 1, durationMinutes: 30 },
      ],
    });
    const days = await devSessionStats(world, { from: '2026-02-10', to: '2026-02-11', project: 'TB' });
    expect(days).toMatchObject({ from: '2026-02-10', to: '2026-02-11', totals: { sessions: 2 } });
  });
});

describe('what was completed', () => {
  it('takes a later word, and its report is made again', async () => {
    await startDevSession(world, { title: 'One' });
    await addUse(world, { id: 'current', images: 1 });
    const { id: name } = await completeDevSession(world, { id: 'current' });
    const after = await updateDevSession(world, { id: name, summary: 'All done', complexity: 'major' });
    expect(after).toMatchObject({ summary: 'All done', costUnits: 12_000 });
    expect((await showDevReport(world, { id: name })).markdown).toContain('All done');
    await expect(addUse(world, { id: name, images: 1 })).rejects.toMatchObject({ code: 'refused' });
  });

  it('has its report copied into a folder, and once to the file of its ticket', async () => {
    const path = '/src/app/.tract/tickets/TB-042.md';
    world.files.texts.set(path, '---\nid: TB-042\ntitle: Uploads\n---\nText of mine.\n');
    const repository = { id: id(1), path: '/src/app', name: 'app', commonDir: '/src/app/.git' };
    const known = {
      addedAt: world.clock.now(),
      lastScanAt: null,
      lastProblem: null,
      mark: null,
      coveredFrom: null,
    };
    await world.stores.ledger.commit({
      actor: 'max',
      operation: 'repository.add',
      why: '',
      changes: [{ noun: 'repository', before: null, after: { ...repository, ...known } }],
    });
    await startDevSession(world, { title: 'Größe der Uploads', folder: '/src/app' });
    const { id: name } = await completeDevSession(world, { id: 'current' });
    const copied = await copyDevReport(world, { id: name, folder: '/notes/', task: 'tb-042' });
    expect(copied.writtenTo).toEqual([
      `/notes/dev-session-2026-02-10-gro-e-der-uploads-${name.slice(-8)}.md`,
      path,
    ]);
    expect(world.files.texts.get(copied.writtenTo[0]!)).toBe(copied.markdown);
    await updateDevSession(world, { id: name, summary: 'Second thoughts' });
    await copyDevReport(world, { id: name, task: 'TB-042' });
    const text = world.files.texts.get(path)!;
    expect(text).toMatch(/^---\nid: TB-042\ntitle: Uploads\n---\nText of mine\.\n\n<!-- stint dev session/);
    expect(text.match(/## Development Session/g)).toHaveLength(1);
    expect(text).toContain('Second thoughts');
    await expect(copyDevReport(world, { id: name })).rejects.toMatchObject({ code: 'usage' });
    await expect(copyDevReport(world, { id: name, task: 'TB-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
