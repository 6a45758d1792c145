import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import {
  commandLinesWith,
  connect,
  DAYS,
  expect,
  filesWith,
  planOf,
  sync,
  test,
  unlike,
  UNIT,
  WEEK,
  workWeek,
} from '../../world/booking-desk.ts';
import type { FakeRequest } from '../../world/providers/fake-provider.ts';
import { seeded, seededSchedule } from '../../world/providers/faults.ts';
import { until } from '../../world/wait.ts';

const isCreate = ({ method, target }: FakeRequest): boolean =>
  method === 'POST' && target.startsWith('/time_entries');
const isList = ({ method, target }: FakeRequest): boolean =>
  method === 'GET' && target.startsWith('/time_entries');
/** The so-manieth request of a kind. */
const nth = (count: number, fits: (request: FakeRequest) => boolean): ((request: FakeRequest) => boolean) => {
  let seen = 0;
  return (request) => fits(request) && (seen += 1) === count;
};
const errorOf = (stderr: string): { code: string; message: string; remedy: string } =>
  (JSON.parse(stderr.trim().split('\n').at(-1)!) as { error: never }).error;

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

test('a token that is not accepted, or may only read, books nothing and says so', async ({
  stint,
  productive,
}) => {
  const { fake, served } = productive;
  await connect(stint, productive);
  await workWeek(stint, 1);
  const wrong = await stint.tell('not-a-token\n', 'provider', 'connect', 'productive', '--json');
  expect(wrong.code).toBe(6);
  expect(errorOf(wrong.stderr)).toMatchObject({ code: 'unauthorised' });
  expect(`${wrong.stdout}${wrong.stderr}`).not.toContain('not-a-token');

  await stint.tell(`${fake.readOnlyToken}\n`, 'provider', 'connect', 'productive', '--json');
  const refused = await stint.say('sync', '--week', WEEK, '--json');
  expect(fake.entries()).toEqual([]);
  expect(`${refused.stdout}${refused.stderr}`).toMatch(/read/i);
  expect(refused.code).not.toBe(0);

  await stint.tell(`${fake.token}\n`, 'provider', 'connect', 'productive', '--json');
  expect(await sync(stint)).toMatchObject({ created: DAYS.length, failed: [] });
  expect(served.arrived.filter(({ request }) => isCreate(request)).length).toBeGreaterThanOrEqual(
    DAYS.length,
  );
});

test('what is not mapped, closed or changed there is shown, and holds nothing up', async ({
  stint,
  productive,
}) => {
  const { fake } = productive;
  fake.addUnit({ unit: '22222', name: 'Support', project: 'Portal', customer: 'Acme' });
  await connect(stint, productive);
  await stint.json('provider', 'map', 'productive', '--prefix', 'OPS', '--unit', '22222');
  await stint.json('log', `1h on OPS-1 for support on ${DAYS[0]}`);
  await stint.json('log', `1h on NEW-1 for something nobody mapped on ${DAYS[0]}`);
  await workWeek(stint, 1);
  fake.closeUnit('22222');
  const plan = await planOf(stint);
  const of = (ticket: string): PlanRow => plan.rows.find((row) => row.ticket === ticket)!;
  expect(of('NEW-1')).toMatchObject({ action: 'blocked', reason: expect.stringMatching(/map/i) });
  const result = await sync(stint);
  expect(result.created).toBe(DAYS.length);
  // Each with its reason; the rest went through.
  const held = [of('NEW-1'), of('OPS-1')].map(({ entryId }) => entryId);
  expect(result.failed.map(({ entryId }) => entryId).toSorted()).toEqual(held.toSorted());
  for (const { reason } of result.failed) expect(reason).toMatch(/not mapped|closed|archived|track|book/i);

  const [remote] = fake.entries();
  fake.edit(remote!.id, { minutes: 7 });
  const conflict = (await planOf(stint)).rows.find((row) => row.action === 'conflict');
  expect(conflict).toMatchObject({ remoteId: remote!.id, theirs: { minutes: 7 } });
  const shown = await stint.say('sync', '--week', WEEK, '--json');
  expect(shown.code).not.toBe(0);
  expect((JSON.parse(shown.stdout) as SyncResult).conflicts).toMatchObject([{ remoteId: remote!.id }]);
  expect(fake.entries().find(({ id }) => id === remote!.id)).toMatchObject({ minutes: 7 });
  expect(await sync(stint, '--conflicts', 'mine')).toMatchObject({ updated: 1, conflicts: [] });
  expect(fake.entries().find(({ id }) => id === remote!.id)).toMatchObject({ minutes: remote!.minutes });
});

test('what makes no sense is refused in words, and nothing of it is booked', async ({
  stint,
  productive,
}) => {
  const { fake } = productive;
  await connect(stint, productive);
  await workWeek(stint, 1);
  const organisation = String(fake.ids['organizationId']);
  await stint.json('config', 'set', 'providers.productive.organizationId', '424242');
  const stranger = await stint.say('sync', '--week', WEEK, '--json');
  expect(stranger.code).toBe(3);
  expect(errorOf(stranger.stderr)).toMatchObject({
    code: 'refused',
    message: expect.stringMatching(/organi/i),
  });
  expect(fake.entries()).toEqual([]);
  await stint.json('config', 'set', 'providers.productive.organizationId', organisation);

  const [first, second] = (await planOf(stint)).rows as [PlanRow, PlanRow];
  const nowhere = await stint.say(
    ...['provider', 'map', 'productive', '--ticket', first.ticket!, '--unit', '999999', '--json'],
  );
  expect(errorOf(nowhere.stderr)).toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('999999'),
  });
  await stint.json('correct', second.entryId, `-${second.minutes - 1}m`, '--reason', 'counted twice');
  const beneath = await stint.say('correct', second.entryId, '-1h', '--reason', 'more than there was');
  expect(beneath.code).toBe(3);

  expect(await sync(stint)).toMatchObject({ created: DAYS.length, failed: [] });
  expect(
    fake
      .entries()
      .map(({ minutes }) => minutes)
      .toSorted((a, b) => a - b),
  ).toEqual([1, 30, 30, 30, 30]);
  expect(fake.entries().every(({ unit }) => unit === UNIT)).toBe(true);
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

test('the token is nowhere but in the file for tokens', async ({ stint, host, productive, home }) => {
  const { fake } = productive;
  await connect(stint, productive);
  await workWeek(stint, 1);
  const outputs: string[] = [];
  const running = await host();
  for (const words of [
    ['sync', '--plan', '--week', WEEK],
    ['sync', '--week', WEEK],
    ['provider', 'list'],
    ['provider', 'status', 'productive'],
    ['provider', 'units', 'productive'],
    ['config', 'list'],
    ['doctor'],
    ['log', 'history'],
  ]) {
    const { stdout, stderr } = await stint.say(...words, '--json');
    outputs.push(stdout, stderr);
    expect(await commandLinesWith(fake.token)).toEqual([]);
  }
  expect(outputs.join('\n')).not.toContain(fake.token);
  expect(fake.entries().map(({ unit }) => unit)).toEqual(DAYS.map(() => UNIT));
  await running.stop();
  expect(await filesWith(home, fake.token)).toEqual([]);
  await rm(join(home, 'secrets.json'));
  expect((await stint.say('sync', '--week', WEEK, '--json')).code).toBe(6);
});
