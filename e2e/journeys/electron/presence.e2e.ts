import { expect, test } from '../../world/story.ts';
import { openHostDoor } from '../../world/host-door.ts';
import { SELDOM_MS, until } from '../../world/wait.ts';

interface Status {
  readonly presence: { readonly state: string; readonly backend: string };
  readonly running: { readonly minutes: number; readonly status: string } | null;
}
interface Span {
  readonly state: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

test.use({ deskWishes: { login: true } });

test(
  'nobody touches the machine for a minute: away since the last input; one touch, and back',
  { tag: '@minute' },
  async ({ desk, home, tray, stint }) => {
    test.setTimeout(150_000);
    await stint.json('config', 'set', 'presence.idleMinutes', '1');
    await stint.json('config', 'set', 'presence.heartbeatSeconds', '5');
    tray();
    await desk.panel.icon();
    await desk.display.touch();
    const touched = Date.now();
    const state = async () => (await stint.json<Status>('status')).presence.state;
    await until('presence to be seen', async () => (await state()) === 'active');
    expect((await stint.json<Status>('status')).presence.backend).toBe('electron/x11');

    await until(
      'a minute without input to count as away',
      async () => (await state()) === 'idle',
      90_000,
      SELDOM_MS,
    );
    await desk.display.touch();
    await until('the person to be back', async () => (await state()) === 'active');

    const door = await openHostDoor(home, stint);
    const { presence } = await door.get<{ presence: Span[] }>('/days/today/view');
    const idle = presence.find((span) => span.state === 'idle');
    expect(idle).toBeDefined();
    // Away begins at the last input, not when the minute was over.
    expect(Math.abs(Date.parse(idle?.startedAt ?? '') - touched)).toBeLessThan(8000);
    expect(presence.at(-1)?.state).toBe('active');
  },
);

test('the machine sleeps and wakes, each told twice: no time is made of it', async ({
  desk,
  home,
  tray,
  stint,
}) => {
  await stint.json('config', 'set', 'presence.heartbeatSeconds', '5');
  const begun = Date.now();
  tray();
  await desk.panel.icon();
  await desk.login.appListens();
  await desk.display.touch();
  await stint.json('start', 'TB-1', 'watching');
  const state = async () => (await stint.json<Status>('status')).presence.state;
  await until('presence to be seen', async () => (await state()) === 'active');

  for (let night = 0; night < 2; night += 1) {
    desk.login.announce('sleep');
    desk.login.announce('sleep');
    await until('sleep to be noticed', async () => (await state()) === 'suspended');
    desk.login.announce('wake');
    desk.login.announce('wake');
    await desk.display.touch();
    await until('waking to be noticed', async () => (await state()) === 'active');
  }

  const door = await openHostDoor(home, stint);
  const { presence } = await door.get<{ presence: Span[] }>('/days/today/view');
  const spans = presence.map((span) => [Date.parse(span.startedAt), Date.parse(span.endedAt)] as const);
  const total = spans.reduce((sum, [from, to]) => sum + (to - from), 0);
  expect(total).toBeLessThanOrEqual(Date.now() - begun);
  for (const [from, to] of spans) expect(to).toBeGreaterThanOrEqual(from);
  for (const [index, [from]] of spans.entries()) {
    if (index > 0) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
  }
  expect((await stint.json<Status>('status')).running).toMatchObject({ status: 'active' });
  expect((await stint.json<Status>('status')).running?.minutes).toBeLessThanOrEqual(
    Math.ceil((Date.now() - begun) / 60_000),
  );
});

test('the machine shuts down: the app ends by itself and keeps the session open', async ({
  desk,
  tray,
  stint,
}) => {
  const app = tray();
  await desk.panel.icon();
  await desk.login.appListens();
  await stint.json('start', 'TB-1', 'watching');
  desk.login.announce('shutdown');
  expect(await app.ended()).toBe(0);
  expect((await stint.json<Status>('status')).running).toMatchObject({ status: 'active' });
});
