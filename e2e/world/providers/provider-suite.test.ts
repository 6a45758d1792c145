import { holds } from '#shared/providers/outbox/compare.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import { describe, expect, test } from 'vitest';
import { CHECKS, CLOSED_UNIT, draft, failureOf, TASK, UNIT } from './provider-case.ts';
import { DAY, openCases, WORDS, ZONE } from './provider-suite.fixture.ts';

describe.each(PROVIDER_IDS)('%s', (id) => {
  const open = openCases(id);

  test('connecting tells who one is and where one may book', async () => {
    const { provider, api, fake } = open();
    const account = await provider.connect(api, { emails: ['ada@example.com'] });
    expect(account.person.id).not.toBe('');
    expect(account.person.name).toMatch(/\w/);
    for (const field of provider.ids) expect(account.ids[field.id]).toBe(fake.ids[field.id]);
    const place = account.ids[provider.ids[0]!.id];
    expect(account.places.map((one) => one.id)).toContain(place);
    expect(account.places.find((one) => one.id === place)!.name).toMatch(/\w/);
  });

  test('connecting with nothing but a token either finds the place out or leaves it open', async () => {
    const { provider, with: other, fake } = open();
    const ids = { organizationId: '', workspaceId: '', accountId: '', personId: '' };
    const account = await provider.connect(other({ ids }), { emails: ['ada@example.com'] });
    for (const { id: name } of provider.ids) expect(['', fake.ids[name]]).toContain(account.ids[name]);
  });

  test('a wrong token is said to be one, and is not repeated', async () => {
    const { provider, with: other } = open();
    const api = other({ token: 'Wrong-and-secret-0123456789' });
    for (const call of [
      () => provider.connect(api, { emails: [] }),
      () => provider.units(api),
      () => provider.list(api, DAY, DAY, ZONE),
      () => provider.create(api, draft()),
    ]) {
      const failure = await failureOf(call());
      expect(failure.kind).toBe('unauthorised');
      expect(failure.message).toMatch(WORDS);
      expect(`${failure.message} ${failure.stack}`).not.toContain('Wrong-and-secret');
    }
  });

  test('a token that may only read reads, and is refused in words when it writes', async () => {
    const { provider, with: other, api, fake } = open();
    const booked = await provider.create(api, draft());
    const reader = other({ token: fake.readOnlyToken });
    expect(await provider.list(reader, DAY, DAY, ZONE)).toEqual([booked]);
    for (const call of [
      () => provider.create(reader, draft()),
      () => provider.update(reader, booked.id, draft({ minutes: 30 })),
      () => provider.remove(reader, booked.id),
    ]) {
      const failure = await failureOf(call());
      expect(failure.kind).toBe('refused');
      expect(failure.message).toMatch(WORDS);
    }
    expect(fake.entries()).toHaveLength(1);
    expect(fake.entries()[0]!.minutes).toBe(90);
  });

  test('units have names from the narrowest to the widest, and closed ones say so or are not there', async () => {
    const { provider, api } = open();
    const units = await provider.units(api);
    const found = units.filter(({ unit }) => unit === UNIT);
    expect(found.length).toBeGreaterThan(0);
    for (const { names, closed } of found) {
      expect(names.join(' ')).toContain('Relaunch');
      expect(names.at(-1)).toBe('Acme');
      expect(closed).toBeNull();
    }
    if (provider.can.needsTask) expect(found.map(({ task }) => task)).toEqual([TASK]);
    const old = units.filter(({ unit }) => unit === CLOSED_UNIT);
    for (const { closed } of old) expect(closed).toMatch(/\w/);
  });

  test('what is created is listed, found and got as it was drafted', async () => {
    const { provider, api, fake } = open();
    const one = draft({ startedAt: '2026-03-16T08:15:00Z' });
    const other = draft({ note: 'Another one', minutes: 15, date: '2026-03-17' });
    const created = await provider.create(api, one);
    await provider.create(api, other);
    expect(created).toMatchObject({
      date: one.date,
      minutes: 90,
      unit: UNIT,
      task: TASK,
      note: one.note,
      reference: one.reference,
      running: false,
      locked: null,
    });
    expect(await provider.list(api, DAY, DAY, ZONE)).toEqual([created]);
    expect(await provider.find(api, one)).toEqual([created]);
    expect(await provider.get(api, created.id, ZONE)).toEqual(created);
    expect(await provider.find(api, draft())).toEqual([]);
    expect(fake.entries().map(({ minutes, date }) => [date, minutes])).toEqual([
      ['2026-03-16', 90],
      ['2026-03-17', 15],
    ]);
  });

  test('a timer starts, is seen running, and stops; stopping again is no failure', async () => {
    const { provider, api, fake, clock } = open();
    if (provider.timers === null) return expect(provider.can.timers).toBe(false);
    expect(await provider.timers.running(api)).toBeNull();
    const sent = draft({ date: '2026-03-18', startedAt: '2026-03-18T10:00:00Z', minutes: 0 });
    const timer = await provider.timers.start(api, sent);
    const running = await provider.timers.running(api);
    expect(running).not.toBeNull();
    expect(running).toMatchObject(timer.remoteId === null ? {} : { remoteId: timer.remoteId });
    expect([sent.reference, null]).toContain(running!.reference);
    clock.advance(30 * 60_000);
    const { remoteId } = await provider.timers.stop(api, timer, clock.now());
    expect(remoteId).not.toBeNull();
    await provider.timers.stop(api, timer, clock.now());
    expect(await provider.timers.running(api)).toBeNull();
    const [entry, ...others] = fake.entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ id: remoteId, running: false });
    expect(Math.abs(entry!.minutes - 30)).toBeLessThanOrEqual(1);

    // The booking of the session changes this entry instead of making a second one.
    const wanted = { ...sent, minutes: 45 as typeof sent.minutes };
    expect(holds(await provider.update(api, remoteId!, wanted), wanted)).toBe(true);
    expect(await provider.find(api, wanted)).toHaveLength(1);
  });

  test('a timer that was paused goes on, where there is such a thing', async () => {
    const { provider, api, fake, clock } = open();
    const timers = provider.timers;
    if (!timers?.restart) return expect(timers?.restart).toBeUndefined();
    const sent = draft({ date: '2026-03-18', startedAt: '2026-03-18T10:00:00Z', minutes: 0 });
    const timer = await timers.start(api, sent);
    clock.advance(20 * 60_000);
    const { remoteId } = await timers.stop(api, timer, clock.now());
    clock.advance(3_600_000);
    const { timerId } = await timers.restart(api, remoteId!);
    expect(await timers.running(api)).toMatchObject({ remoteId });
    clock.advance(20 * 60_000);
    await timers.stop(api, { remoteId, timerId }, clock.now());
    expect(fake.entries()).toHaveLength(1);
    expect(Math.abs(fake.entries()[0]!.minutes - 40)).toBeLessThanOrEqual(1);
  });

  test('budgets are read where there are any', async () => {
    const { provider, api, fake } = open();
    fake.addUnit({ unit: '1004', name: 'Sold', project: 'Portal', customer: 'Acme', budget: 600 });
    if (provider.budgets === null) return expect(provider.can.budgets).toBe(false);
    expect(await provider.budgets(api, ['1004'])).toMatchObject([{ unit: '1004', budgeted: 600 }]);
  });

  test('ways that are seldom taken fit the document too', async () => {
    // Projects that come without their tasks, and a service that lets no empty entry be made for a timer.
    const { provider, api } = open(undefined, undefined, { hydrates: false });
    expect((await provider.units(api)).map(({ unit }) => unit)).toContain(UNIT);
    const other = open();
    let refusals = 1;
    other.instead = (answer) => {
      const { method, target } = other.sent.at(-1)!;
      if (method !== 'POST' || target.includes('timers') || (refusals -= 1) < 0) return answer;
      return { status: 422, headers: {}, body: '{"errors":[{"detail":"Time must be greater than 0"}]}' };
    };
    const started = await provider.timers
      ?.start(other.api, draft({ minutes: 0 }))
      .catch((error: unknown) => error);
    expect(started === undefined).toBe(provider.timers === null);
    expect(other.sent.length).toBeGreaterThan(0);
  });

  test('every operation of the OpenAPI document was asked for above', () => {
    const { operations, used } = CHECKS[id];
    expect(operations.filter((name) => !used.has(name))).toEqual([]);
  });
});
