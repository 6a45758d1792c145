import type { PlanRow } from '#shared/contract/booking-shapes.ts';
import {
  connect,
  DAYS,
  errorOf,
  expect,
  filesWith,
  isCreate,
  planOf,
  sync,
  test,
  unlike,
  WEEK,
  workWeek,
} from '../../world/booking-desk.ts';
import type { FakeRequest } from '../../world/providers/fake-provider.ts';
import { seeded, seededSchedule } from '../../world/providers/faults.ts';
import { until } from '../../world/wait.ts';

const isList = ({ method, target }: FakeRequest): boolean =>
  method === 'GET' && target.startsWith('/time_entries');
/** The so-manieth request of a kind. */
const nth = (count: number, fits: (request: FakeRequest) => boolean): ((request: FakeRequest) => boolean) => {
  let seen = 0;
  return (request) => fits(request) && (seen += 1) === count;
};

test('a submitted week is planned, booked, and booked only once', async ({ stint, productive }) => {
  await connect(stint, productive);
  await workWeek(stint, 2);
  const plan = await planOf(stint);
  expect(plan.rows).toHaveLength(2 * DAYS.length);
  expect(plan.rows.every((row) => row.action === 'create' && row.remoteId === null)).toBe(true);
  // Names that scripts rely on (issue "CLI").
  for (const name of ['entryId', 'action', 'reason', 'remoteId', 'unit', 'minutes', 'date'])
    expect(plan.rows[0]).toHaveProperty(name);
  expect(productive.fake.entries()).toEqual([]);

  expect(await sync(stint)).toMatchObject({
    created: plan.rows.length,
    updated: 0,
    adopted: 0,
    failed: [],
    conflicts: [],
  });
  expect(unlike(plan.rows, productive.fake.entries())).toEqual([]);
  expect(await sync(stint)).toMatchObject({ created: 0, updated: 0, skipped: plan.rows.length });
  expect(unlike(plan.rows, productive.fake.entries())).toEqual([]);
  // What the provider says of the budgets came with the booking, for reports and warnings.
  const projects = await stint.json<{ remote: object | null }[]>('project', 'list');
  expect(projects.map(({ remote }) => remote)).toContainEqual(
    expect.objectContaining({ worked: expect.any(Number) }),
  );

  const [first] = plan.rows as [PlanRow];
  await stint.json('correct', first.entryId, '-10m', '--reason', 'counted the break');
  expect((await planOf(stint)).totals).toMatchObject({ update: 1 });
  expect(await sync(stint)).toMatchObject({ created: 0, updated: 1 });
  const corrected = plan.rows.map((row) =>
    row.entryId === first.entryId ? { ...row, minutes: row.minutes - 10 } : row,
  );
  expect(unlike(corrected, productive.fake.entries())).toEqual([]);

  const [remote] = productive.fake.entries();
  productive.fake.edit(remote!.id, { minutes: 7 });
  expect((await stint.say('sync', '--week', WEEK, '--json')).code).toBe(4);
  expect(productive.fake.entries().find(({ id }) => id === remote!.id)).toMatchObject({ minutes: 7 });
});

test('kill -9 at any moment of a booking leaves no doubles', async ({ stint, host, productive, home }) => {
  test.setTimeout(180_000);
  await connect(stint, productive);
  await workWeek(stint, 3);
  const { rows } = await planOf(stint);
  const { fake, served } = productive;
  const moments = [
    ['before', nth(1, isCreate)],
    ['after', nth(1, isCreate)],
    ['after', nth(2, isCreate)],
    ['before', nth(3, isCreate)],
    // The look-up of what the last one left unknown.
    ['before', nth(1, isList)],
    ['after', nth(1, isList)],
    ['after', nth(2, isCreate)],
  ] as const;
  for (const [moment, fits] of moments) {
    const running = await host();
    const reached = served.stopAt(moment, fits);
    const asked = stint.say('sync', '--week', WEEK, '--json');
    await reached;
    await running.kill();
    served.goOn();
    expect((await asked).code).not.toBe(0);
  }
  await host();
  await until('the rest to be booked', async () => (await sync(stint)).waiting === 0, 60_000);
  expect(unlike(rows, fake.entries())).toEqual([]);
  expect(await sync(stint)).toMatchObject({ created: 0, updated: 0, skipped: rows.length, failed: [] });
  expect(await stint.json('doctor', '--verify-log')).toMatchObject({ healthy: true });
  expect(await filesWith(home, fake.token)).toEqual([]);
});

test('a bad network delays a week and doubles nothing', async ({ stint, host, productive }) => {
  test.setTimeout(180_000);
  await connect(stint, productive);
  await workWeek(stint, 2);
  const { rows } = await planOf(stint);
  const { fake, served } = productive;
  await host();
  // Silence would take the half minute that Stint waits for an answer.
  const quick = [
    'refused',
    'reset before',
    'reset after',
    '500 after',
    '502 before',
    'truncated',
    'cut',
  ] as const;
  const pages = ['page after', 'nonsense after', 'twice', 'twice and reset', '503 before'] as const;
  const random = seeded(20260213);
  for (let round = 0; round < 6; round += 1) {
    served.meet(seededSchedule(random, 40, 0.6, [...quick, ...pages]));
    const said = await stint.say('sync', '--week', WEEK, '--json');
    expect([0, 1, 5]).toContain(said.code);
  }
  served.meet([]);
  await until('the rest to be booked', async () => (await sync(stint)).waiting === 0, 90_000);
  await sync(stint);
  expect(unlike(rows, fake.entries())).toEqual([]);
});

test('without a network everything else works, and the week is booked later', async ({
  stint,
  productive,
}) => {
  await connect(stint, productive);
  await workWeek(stint, 1);
  const { rows } = await planOf(stint);
  await productive.served.offline();
  const said = await stint.say('sync', '--week', WEEK, '--json');
  expect(said.code).toBe(5);
  expect(errorOf(said.stderr).code).toBe('offline');
  await stint.json('log', '30m on TB-901 for what is worked offline');
  expect(await stint.json('provider', 'list')).toContainEqual(
    expect.objectContaining({ id: 'productive', state: expect.not.stringMatching(/^off$/) }),
  );
  await productive.served.online();
  expect(await sync(stint)).toMatchObject({ created: rows.length, failed: [] });
  expect(unlike(rows, productive.fake.entries())).toEqual([]);
});

test('a service that answers nonsense is not believed', async ({ stint, productive }) => {
  await connect(stint, productive);
  await workWeek(stint, 1);
  const { fake, served } = productive;
  served.meet(Array<'nonsense after'>(40).fill('nonsense after'));
  const said = await stint.say('sync', '--week', WEEK, '--json');
  expect(said.code).toBe(5);
  expect(errorOf(said.stderr).message).toMatch(/understand/);
  served.meet([]);
  await until('the week to be booked', async () => (await sync(stint)).waiting === 0, 30_000);
  expect(fake.entries()).toHaveLength(DAYS.length);
});

test('a service that asks for quiet is left alone, then served', async ({ stint, productive }) => {
  await connect(stint, productive);
  await workWeek(stint, 1);
  const { fake, served } = productive;
  const before = served.arrived.length;
  served.meet(['429 with a time']);
  const said = await stint.say('sync', '--week', WEEK, '--json');
  expect(said.code).toBe(5);
  expect(errorOf(said.stderr)).toMatchObject({
    code: 'offline',
    message: expect.stringContaining('Too many'),
  });
  await sync(stint);
  const [storm, next] = served.arrived.slice(before);
  expect(storm?.fault).toBe('429 with a time');
  expect(next!.at - storm!.at).toBeGreaterThanOrEqual(6900);
  await until('the week to be booked', async () => (await sync(stint)).waiting === 0, 60_000);
  expect(fake.entries()).toHaveLength(DAYS.length);
  expect(fake.counts.tooMany).toBe(0);
});
