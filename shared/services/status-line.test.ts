import { expect, it } from 'vitest';
import { memoryWorld } from '../ports/memory-world.ts';
import { editProject } from './connections/projects.ts';
import { logWords } from './add-entry.ts';
import { pauseSession, startSession } from './session.ts';
import { showStatusLine } from './status-line.ts';

it('shows what runs, else the ticket of the branch, with today and the budget', async () => {
  const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
  await logWords(world, { text: '2h on TB-042 for socket config' });
  await editProject(world, { key: 'TB', budgetHours: 8 });
  expect(await showStatusLine(world, { branch: 'fix/TB-007-x' })).toEqual({
    ticket: 'TB-007',
    running: null,
    today: 120,
    target: 480,
    budget: { project: 'TB', percent: 25 },
  });
  await startSession(world, { what: 'APP-1 review' });
  world.clock.advance(30 * 60_000);
  await pauseSession(world);
  expect(await showStatusLine(world, { branch: 'fix/TB-007-x' })).toMatchObject({
    ticket: 'APP-1',
    running: { minutes: 30, paused: true, title: 'review' },
    today: 150,
    budget: null,
  });
  await startSession(world, { what: 'reading' });
  expect(await showStatusLine(world, {})).toMatchObject({ ticket: null, running: { title: 'reading' } });
});
