import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { minutes } from '#shared/values/minutes.ts';
import { hoursOf, minutesOfHours } from '#shared/providers/harvest/entry-shape.ts';
import { clockTimesOf, minuteOf } from '#shared/providers/harvest/clock-times.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FakeHarvest, HarvestNeeds } from './harvest.ts';
import type { ProviderCase } from './provider-case.ts';
import { draft, failureOf, OTHER_TASK, OTHER_UNIT, providerCase, TASK, UNIT } from './provider-case.ts';

const DAY = '2026-03-16' as LocalDay;
const ZONE = 'Europe/Berlin';

const open = (more: Partial<HarvestNeeds> = {}): ProviderCase & { fake: FakeHarvest } =>
  providerCase('harvest', undefined, undefined, more) as ProviderCase & {
    fake: FakeHarvest;
  };
/** Bodies of what was sent with this method, oldest first. */
const bodies = ({ sent }: ProviderCase, method: string): Record<string, unknown>[] =>
  sent.filter((one) => one.method === method).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('hours', () => {
  test('any whole minutes survive two decimals, whether they are rounded or cut', () => {
    const rule = fc.property(fc.integer({ min: 1, max: 60 * 24 * 31 }), (sent) => {
      const hours = hoursOf(minutes(sent));
      expect(minutesOfHours(hours)).toBe(sent);
      expect(minutesOfHours(Math.round(hours * 100) / 100)).toBe(sent);
      expect(minutesOfHours(Math.trunc(hours * 100 + 1e-9) / 100)).toBe(sent);
    });
    fc.assert(rule, { numRuns: 2000 });
  });

  test('a third of an hour is said more exactly than in hundredths', () => {
    expect(hoursOf(minutes(20))).toBe(0.3333);
    expect(hoursOf(minutes(90))).toBe(1.5);
  });
});

describe('clock times', () => {
  const at = (change: Parameters<typeof draft>[0], standing?: string) =>
    clockTimesOf(draft(change), standing);

  test('stand where the work began, else where the entry stands, else at nine', () => {
    expect(at({ startedAt: '2026-03-16T12:05:00Z', minutes: 90 })).toEqual({
      started_time: '1:05pm',
      ended_time: '2:35pm',
    });
    expect(at({ minutes: 15 }, '10:30am')).toEqual({ started_time: '10:30am', ended_time: '10:45am' });
    expect(at({ minutes: 15 }, '22:30')).toEqual({ started_time: '10:30pm', ended_time: '10:45pm' });
    expect(at({ minutes: 200 })).toEqual({ started_time: '9:00am', ended_time: '12:20pm' });
  });

  test('never run over midnight: what would begins earlier', () => {
    expect(at({ startedAt: '2026-03-16T22:30:00Z', minutes: 60 })).toEqual({
      started_time: '10:59pm',
      ended_time: '11:59pm',
    });
    expect(at({ minutes: 1439 })).toEqual({ started_time: '12:00am', ended_time: '11:59pm' });
    expect(() => at({ minutes: 1440 })).toThrow('no more than 23h59m');
  });

  test('are as far apart on the dial as the entry is long, whatever the clock does that day', () => {
    const rule = fc.property(
      fc.integer({ min: 1, max: 1439 }),
      fc.integer({ min: 0, max: 23 * 60 }),
      fc.constantFrom('2026-03-29', '2025-10-26', '2026-03-16'),
      (length, offset, date) => {
        const startedAt = instant(Date.parse(`${date}T00:00:00Z`) + offset * 60_000);
        const { started_time, ended_time } = clockTimesOf({ ...draft({ date, minutes: length }), startedAt });
        expect(minuteOf(ended_time)! - minuteOf(started_time)!).toBe(length);
      },
    );
    fc.assert(rule, { numRuns: 500 });
  });

  test('are read in both ways a company may show them, and nothing else is taken for one', () => {
    expect(['12:00am', '12:30 PM', '8:05am', '08:05', '23:59', '11:59p'].map(minuteOf)).toEqual([
      0, 750, 485, 485, 1439, 1439,
    ]);
    expect(['', 'noon', '25:00', '8:75am', '8'].map(minuteOf)).toEqual([null, null, null, null, null]);
  });
});

describe('a company that tracks time by start and end', () => {
  test('is asked once for all entries of a week, and told start and end', async () => {
    const one = open({ clockTimes: true });
    for (let n = 0; n < 5; n += 1) {
      const sent = draft({ startedAt: `2026-03-16T0${n + 5}:00:00Z`, minutes: 25 });
      expect(await one.provider.create(one.api, sent)).toMatchObject({
        minutes: 25,
        date: DAY,
        running: false,
      });
    }
    expect(one.sent.filter(({ target }) => target === '/company')).toHaveLength(1);
    expect(bodies(one, 'POST')[0]).toMatchObject({ started_time: '6:00am', ended_time: '6:25am' });
    expect(bodies(one, 'POST')[0]).not.toHaveProperty('hours');
    expect(one.misfits).toEqual([]);
  });

  test('an entry without clock times stays where somebody put it', async () => {
    const one = open({ clockTimes: true });
    const { id } = await one.provider.create(one.api, draft({ startedAt: '2026-03-16T13:00:00Z' }));
    await one.provider.update(one.api, id, draft({ minutes: 30 }));
    expect(one.fake.raw(id)).toMatchObject({ started: 14 * 60, ended: 14 * 60 + 30, hours: 0.5 });
    expect(one.misfits).toEqual([]);
  });

  test('any minutes of a day survive it', async () => {
    const one = open({ clockTimes: true });
    const { id } = await one.provider.create(one.api, draft({ minutes: 1 }));
    for (const sent of [1, 2, 7, 20, 59, 61, 479, 1439]) {
      expect((await one.provider.update(one.api, id, draft({ minutes: sent }))).minutes).toBe(sent);
    }
    const failure = await failureOf(one.provider.create(one.api, draft({ minutes: 1440 })));
    expect(failure).toMatchObject({ kind: 'refused', status: null });
    expect(one.fake.entries()).toHaveLength(1);
  });

  test('that may not be asked is noticed by its answer, and told again', async () => {
    const one = open({ clockTimes: true, companyHidden: true });
    const sent = draft({ startedAt: '2026-03-16T08:00:00Z', minutes: 45 });
    const created = await one.provider.create(one.api, sent);
    expect(created).toMatchObject({ minutes: 45, running: false });
    expect(one.fake.entries()).toMatchObject([{ minutes: 45, running: false }]);
    const changed = await one.provider.update(one.api, created.id, { ...sent, minutes: minutes(30) });
    expect(changed.minutes).toBe(30);
    expect(one.misfits).toEqual([]);
  });

  test('a correction that fails leaves no doubt that the entry may stand there', async () => {
    const one = open({ clockTimes: true, companyHidden: true });
    const failure = await failureOf(one.provider.create(one.api, draft({ minutes: 1440 })));
    expect(failure.kind).toBe('uncertain');
    expect(failure.message).toContain('23h59m');
    expect(one.fake.entries()).toHaveLength(1);
  });
});

describe('a company that tracks time by duration', () => {
  test('and may not be asked either is told hours, once', async () => {
    const one = open({ companyHidden: true });
    expect(await one.provider.create(one.api, draft({ minutes: 50 }))).toMatchObject({ minutes: 50 });
    expect(bodies(one, 'POST')).toMatchObject([{ hours: 0.8333 }]);
    expect(one.sent.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    expect((await one.provider.connect(one.api, { emails: [] })).places[0]!.name).toBe(
      one.fake.ids['accountId'],
    );
  });

  test('a question about the company that gets no answer leaves the entry unsent', async () => {
    const one = open();
    one.instead = () => ({ status: 503, headers: {}, body: '' });
    expect((await failureOf(one.provider.create(one.api, draft()))).kind).toBe('unreached');
    expect(one.fake.entries()).toEqual([]);
    one.instead = null;
    expect(await one.provider.create(one.api, draft())).toMatchObject({ minutes: 90 });
  });
});

test('without an account nothing is asked, and it stays open', async () => {
  const one = open();
  const account = await one.provider.connect(one.with({ ids: { accountId: '', personId: '' } }), {
    emails: [],
  });
  expect(account.ids.accountId).toBe('');
  expect(account.places).toEqual([]);
  expect(one.sent).toEqual([]);
});

test('a wrong account is answered like a wrong token: both are named', async () => {
  const one = open();
  const failure = await failureOf(
    one.provider.connect(one.with({ ids: { accountId: '77' } }), { emails: [] }),
  );
  expect(failure.kind).toBe('unauthorised');
  expect(failure.message).toMatch(/account number 77/);
});

test('what a colleague books is not listed, found or taken for one’s own', async () => {
  const one = open();
  one.fake.addOfColleague({ date: DAY, minutes: 60, note: 'Theirs', unit: UNIT });
  expect(await one.provider.list(one.api, DAY, DAY, ZONE)).toEqual([]);
});

test('references are not unique there: all entries that carry one are found, those of others are not ours', async () => {
  const one = open();
  const sent = draft();
  const first = await one.provider.create(one.api, sent);
  const second = await one.provider.create(one.api, sent);
  expect((await one.provider.find(one.api, sent)).map(({ id }) => id).toSorted()).toEqual(
    [first.id, second.id].toSorted(),
  );
  // Another program's reference, by the same number.
  one.instead = (answer) => ({ ...answer, body: answer.body.replaceAll('"stint"', '"jira"') });
  expect(await one.provider.find(one.api, sent)).toEqual([]);
  expect((await one.provider.list(one.api, DAY, DAY, ZONE)).map(({ reference }) => reference)).toEqual([
    null,
    null,
  ]);
});

test.each([[false], [true]])('4,100 entries come in three pages (by cursor: %s)', async (cursors) => {
  const one = open({ cursors });
  for (let n = 0; n < 4100; n += 1)
    one.fake.add({ date: DAY, minutes: 1, note: `No. ${n}`, unit: UNIT, task: TASK });
  expect(await one.provider.list(one.api, DAY, DAY, ZONE)).toHaveLength(4100);
  expect(one.sent).toHaveLength(3);
  expect(one.misfits).toEqual([]);
});

test('pages without an end are no list', async () => {
  const one = open();
  one.instead = () => ({ status: 200, headers: {}, body: '{"time_entries":[],"next_page":2}' });
  expect((await failureOf(one.provider.list(one.api, DAY, DAY, ZONE))).kind).toBe('uncertain');
});

test('a task must be chosen, and ids must be numbers: nothing is sent otherwise', async () => {
  const one = open();
  for (const wrong of [{ task: null }, { unit: 'relaunch' }, { task: '12/stop' }]) {
    const failure = await failureOf(one.provider.create(one.api, draft(wrong)));
    expect(failure).toMatchObject({ kind: 'refused', status: null });
  }
  expect(one.sent).toEqual([]);
});

test('a unit is a task of a project of a customer; archived projects are not among them', async () => {
  const one = open();
  const of = await one.provider.units(one.api);
  expect(of.map(({ unit, task, names }) => [unit, task, names])).toEqual([
    [UNIT, TASK, ['Development', '[Portal] Relaunch', 'Acme']],
    [OTHER_UNIT, OTHER_TASK, ['Support', '[Portal] Care', 'Acme']],
  ]);
});

test('locks are told with their reason', async () => {
  const one = open();
  const { id } = await one.provider.create(one.api, draft());
  const locked = async (fields: object): Promise<string | null> => {
    one.instead = (answer) => ({
      ...answer,
      body: JSON.stringify({ ...(JSON.parse(answer.body) as object), ...fields }),
    });
    return (await one.provider.get(one.api, id, ZONE))!.locked;
  };
  expect(await locked({})).toBeNull();
  expect(await locked({ is_closed: true })).toBe('approved');
  expect(await locked({ is_billed: true })).toBe('invoiced');
  expect(await locked({ is_locked: true, locked_reason: 'Project archived' })).toBe('Project archived');
  expect(await locked({ is_locked: true, locked_reason: null })).toBe('locked');
});

test('starting a timer stops the one before; one that was stopped or deleted by hand is no failure', async () => {
  const one = open();
  const timers = one.provider.timers!;
  const first = await timers.start(one.api, draft({ date: '2026-03-18', minutes: 0 }));
  one.clock.advance(600_000);
  const second = await timers.start(one.api, draft({ date: '2026-03-18', minutes: 0 }));
  expect(await timers.running(one.api)).toMatchObject(second);
  expect(await timers.stop(one.api, first, one.clock.now())).toEqual({ remoteId: first.remoteId });
  expect(one.fake.entries()[0]).toMatchObject({ minutes: 10, running: false });
  one.fake.remove(second.remoteId!);
  expect(await timers.stop(one.api, second, one.clock.now())).toEqual({ remoteId: null });
});

test('the stand-in is no pushover: no user agent, no service; 101 requests, one too many', () => {
  const one = open();
  const headers = {
    authorization: `Bearer ${one.fake.token}`,
    'harvest-account-id': one.fake.ids['accountId']!,
    'user-agent': 'Stint (test)',
  };
  const ask = (more: object): number =>
    one.fake.handle({ method: 'GET', target: '/users/me', headers: { ...headers, ...more }, body: '' })
      .status;
  expect(ask({ 'user-agent': '' })).toBe(400);
  expect(ask({ 'harvest-account-id': '1' })).toBe(401);
  expect(ask({ authorization: 'Bearer other' })).toBe(401);
  const answers = Array.from({ length: 99 }, () => ask({}));
  expect(answers.filter((status) => status === 200)).toHaveLength(98);
  expect(answers.at(-1)).toBe(429);
  one.clock.advance(15_000);
  expect(ask({})).toBe(200);
});
