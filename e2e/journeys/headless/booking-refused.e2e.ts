import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanRow, SyncResult } from '#shared/contract/booking-shapes.ts';
import {
  commandLinesWith,
  connect,
  DAYS,
  errorOf,
  expect,
  filesWith,
  isCreate,
  planOf,
  sync,
  test,
  UNIT,
  WEEK,
  workWeek,
} from '../../world/booking-desk.ts';

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
