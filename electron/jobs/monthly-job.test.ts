import { expect, it } from 'vitest';
import { memoryWorld } from '#shared/ports/memory-world.ts';
import { instant } from '#shared/values/instant.ts';
import { monthlyJob } from './monthly-job.ts';

it('asks for nothing while nobody wants it, else once a day and until it worked', async () => {
  const world = memoryWorld('2026-02-02T09:00:00Z', 'UTC');
  const answers = [false, true, true];
  let asked = 0;
  const job = monthlyJob(world, async () => answers[asked++] ?? true);
  await job.run();
  expect(asked).toBe(0);

  await world.settings.set('reports.monthly', true);
  await job.run();
  await job.run();
  expect(asked).toBe(2);
  await job.run();
  expect(asked).toBe(2);

  world.clock.jumpTo(instant(Date.parse('2026-02-03T00:10:00Z')));
  await job.run();
  await job.run();
  expect(asked).toBe(3);
  // Another folder may be one that can be written to.
  await world.settings.set('reports.monthlyFolder', '~/Reports');
  await job.run();
  expect(asked).toBe(4);
});
