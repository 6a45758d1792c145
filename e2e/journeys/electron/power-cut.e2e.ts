import { expect, test } from '../../world/story.ts';
import { openHostDoor } from '../../world/host-door.ts';
import { until } from '../../world/wait.ts';

interface Entry {
  readonly id: string;
  readonly description: string;
}
interface Day {
  readonly status: string;
  readonly entries: readonly Entry[];
}
interface Session {
  readonly ticket: string | null;
  readonly status: string;
  readonly recovered: boolean;
  readonly recoverySource: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Equal seeds tell equal stories (mulberry32); a failure names its seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

for (const seed of [1, 20260210]) {
  test(`the power fails at random moments (seed ${seed}): what was answered is there`, async ({
    desk,
    tray,
    stint,
  }) => {
    test.setTimeout(120_000);
    const roll = dice(seed);
    const answered: string[] = [];
    const confirmed = new Set<string>();
    for (let cut = 0; cut < 3; cut += 1) {
      const icons = desk.panel.iconCount();
      const app = tray();
      await until('the tray', () => desk.panel.iconCount() > icons);
      const fails = new AbortController();
      const writing = (async () => {
        for (let n = 0; !fails.signal.aborted; n += 1) {
          const what = `cut ${cut} entry ${n}`;
          const said = await stint.say(
            'log',
            `15m on TB-${cut}${n} for ${what}`,
            '--date',
            'yesterday',
            '--json',
          );
          if (said.code === 0) answered.push(what);
          const day = await stint.say('confirm', 'yesterday', '--json');
          if (day.code === 0) confirmed.add(what);
        }
      })();
      // The moment is drawn in writes, not in time: somewhere within the next ones.
      const enough = answered.length + 1 + roll(3);
      await until('some answers', () => answered.length >= enough, 30_000);
      await app.kill();
      fails.abort();
      await writing;
    }
    tray();
    await desk.panel.icon();
    const day = await stint.json<Day>('day', 'yesterday');
    const there = new Set(day.entries.map((entry) => entry.description));
    for (const what of answered) expect(there, `seed ${seed}`).toContain(what);
    expect(confirmed.size).toBeGreaterThan(0);
    const doctor = await stint.json<{ log: { intact: boolean } }>('doctor', '--verify-log');
    expect(doctor.log.intact).toBe(true);
  });
}

test('a session that the power cut off ends at its last sign of life, and the app says so', async ({
  desk,
  home,
  tray,
  stint,
}) => {
  await stint.json('config', 'set', 'presence.heartbeatSeconds', '5');
  const app = tray();
  await desk.panel.icon();
  await desk.display.touch();
  await stint.json('start', 'TB-042', 'socket config');
  const [begun] = await stint.json<Session[]>('session', 'list');
  const door = await openHostDoor(home, stint);
  await until('a heartbeat of the session', async () => {
    const { presence } = await door.get<{ presence: { endedAt: string }[] }>('/days/today/view');
    return (presence.at(-1)?.endedAt ?? '') > (begun?.startedAt ?? '');
  });
  await app.kill();
  const cut = Date.now();
  // Recovery waits for two heartbeats of silence: a quick restart just goes on.
  await until('two heartbeats of silence', () => Date.now() - cut > 10_500);
  tray();
  const told = await desk.notifications.next('session was closed for you');
  expect(told.body).toContain('TB-042 socket config');

  const [session] = await stint.json<Session[]>('session', 'list');
  expect(session).toMatchObject({
    ticket: 'TB-042',
    status: 'completed',
    recovered: true,
    recoverySource: 'heartbeat',
  });
  expect(Date.parse(session?.endedAt ?? '')).toBeLessThanOrEqual(cut);

  desk.notifications.click(told);
  await until('the click to lead to the window', async () => (await desk.display.titles()).includes('Stint'));
});

test('a quick restart goes on with the session', async ({ desk, tray, stint }) => {
  const app = tray();
  await desk.panel.icon();
  await stint.json('start', 'TB-042', 'socket config');
  await app.kill();
  const icons = desk.panel.iconCount();
  tray();
  await until('the tray', () => desk.panel.iconCount() > icons);
  const icon = await desk.panel.icon();
  await until('the session in the tray', async () => (await icon.shape()) === '●');
  const [session] = await stint.json<Session[]>('session', 'list');
  expect(session).toMatchObject({ ticket: 'TB-042', status: 'active', recovered: false });
});
