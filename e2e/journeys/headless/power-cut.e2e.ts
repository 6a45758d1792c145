import { setTimeout as wait } from 'node:timers/promises';
import type { DayShape, SessionShape } from '#shared/contract/shapes.ts';
import { expect, test } from '../../world/headless-story.ts';
import type { Said } from '../../world/command-line.ts';

/** A small seeded generator: the same moments every time, so that a failure can be seen again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

test('what was confirmed to a person survives kill -9 at any moment', async ({ stint, host }) => {
  test.setTimeout(120_000);
  const random = seeded(20260210);
  const confirmed: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const running = await host();
    const written: Promise<Said>[] = [];
    for (let entry = 0; entry < 4; entry += 1) {
      const words = `${10 + round}m on TB-${round}${entry} for round ${round} entry ${entry}`;
      written.push(stint.say('log', words, '--json'));
    }
    await wait(random() * 600);
    await running.kill();
    for (const said of await Promise.all(written)) {
      if (said.code === 0) confirmed.push((JSON.parse(said.stdout) as { id: string }).id);
    }
  }
  const day = await stint.json<DayShape>('day');
  const kept = new Set(day.entries.map((entry) => entry.id));
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
  expect(confirmed.length).toBeGreaterThan(0);
  const doctor = await stint.json<{ healthy: boolean; log: { intact: boolean } }>('doctor', '--verify-log');
  expect(doctor).toMatchObject({ healthy: true, log: { intact: true } });
});

test('a session that nobody stopped is recovered, and says so', async ({ stint, host }) => {
  await stint.json('config', 'set', 'presence.heartbeatSeconds', '5');
  const running = await host();
  await stint.json('start', 'TB-042', 'sockets');
  await running.kill();
  await wait(10_500); // two heartbeats and a bit: only then is nobody coming back (design §2 "Presence")
  await host();
  const [session] = await stint.json<SessionShape[]>('session', 'list');
  expect(session).toMatchObject({
    ticket: 'TB-042',
    status: 'completed',
    recovered: true,
    recoverySource: 'heartbeat',
  });
  expect(session!.minutes).toBeLessThanOrEqual(8 * 60);
});
