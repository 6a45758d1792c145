import { holds } from '#shared/providers/outbox/compare.ts';
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, atClock, dayInterval } from '#shared/values/local-day.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProviderCase } from './provider-case.ts';
import {
  CHECKS,
  CLOSED_UNIT,
  draft,
  failureOf,
  OTHER_TASK,
  OTHER_UNIT,
  providerCase,
  TASK,
  UNIT,
} from './provider-case.ts';

const DAY = '2026-03-16' as LocalDay;
const ZONE = 'Europe/Berlin';
type Where = [at?: string, zone?: string, more?: Readonly<Record<string, unknown>>];
/** Words of a person, not only a number. */
const WORDS = /[a-z]{3,}\W+[a-z]{2,}/i;

describe.each(PROVIDER_IDS)('%s', (id) => {
  let cases: ProviderCase[] = [];
  const open = (...where: Where): ProviderCase => {
    const one = providerCase(id, ...where);
    cases.push(one);
    return one;
  };
  afterEach(() => {
    const misfits = cases.flatMap((one) => one.misfits);
    const tooMany = cases.map((one) => one.fake.counts.tooMany);
    cases = [];
    // Every request of the suite fits the OpenAPI document, and none was one too many.
    expect(misfits).toEqual([]);
    expect(Math.max(0, ...tooMany)).toBe(0);
  });

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

  test('any whole minutes come back as they went', async () => {
    const { provider, api } = open();
    const booked = await provider.create(api, draft({ minutes: 1 }));
    const change = fc.asyncProperty(fc.integer({ min: 1, max: 23 * 60 + 59 }), async (sent) => {
      const { minutes } = await provider.update(api, booked.id, draft({ minutes: sent }));
      expect(minutes).toBe(sent);
    });
    await fc.assert(change, { numRuns: 60 });
  });

  test('an entry is changed: minutes, note, day, unit and task', async () => {
    const { provider, api } = open();
    const sent = draft();
    const { id: remoteId } = await provider.create(api, sent);
    for (const change of [
      { minutes: 135 as typeof sent.minutes },
      { note: 'Told in other words' },
      { date: '2026-03-12' as LocalDay },
      { unit: OTHER_UNIT, task: OTHER_TASK },
    ]) {
      const wanted = { ...sent, ...change };
      const updated = await provider.update(api, remoteId, wanted);
      expect(updated.id).toBe(remoteId);
      expect(holds(updated, wanted)).toBe(true);
      expect(updated.reference).toBe(sent.reference);
      expect(await provider.get(api, remoteId, ZONE)).toEqual(updated);
    }
  });

  test('what somebody booked by hand has no reference, and gets ours with the first change', async () => {
    const { provider, api, fake } = open();
    const remoteId = fake.add({ date: DAY, minutes: 60, note: 'By hand', unit: UNIT, task: TASK });
    expect(await provider.list(api, DAY, DAY, ZONE)).toMatchObject([
      { id: remoteId, minutes: 60, note: 'By hand', unit: UNIT, reference: null, running: false },
    ]);
    const wanted = draft({ minutes: 75 });
    await provider.update(api, remoteId, wanted);
    expect((await provider.find(api, wanted)).map((one) => one.id)).toEqual([remoteId]);
    fake.edit(remoteId, { minutes: 80, date: '2026-03-17' });
    expect(await provider.get(api, remoteId, ZONE)).toMatchObject({ minutes: 80, date: '2026-03-17' });
  });

  test('an entry is removed, and once more without complaint', async () => {
    const { provider, api, fake } = open();
    const sent = draft();
    const { id: remoteId } = await provider.create(api, sent);
    await provider.remove(api, remoteId);
    await provider.remove(api, remoteId);
    expect(fake.entries()).toEqual([]);
    expect(await provider.get(api, remoteId, ZONE)).toBeNull();
    expect(await provider.find(api, sent)).toEqual([]);
    expect((await failureOf(provider.update(api, remoteId, sent))).kind).toBe('missing');
  });

  test('a closed unit and an unknown one are refused in the server’s words', async () => {
    const { provider, api, fake } = open();
    fake.closeUnit(OTHER_UNIT);
    for (const to of [
      { unit: OTHER_UNIT, task: OTHER_TASK },
      { unit: '987654', task: TASK },
    ]) {
      const failure = await failureOf(provider.create(api, draft(to)));
      expect(['refused', 'missing']).toContain(failure.kind);
      expect(failure.message).toMatch(WORDS);
    }
    expect(fake.entries()).toEqual([]);
  });

  test('a locked entry is neither changed nor removed, and says why', async () => {
    const { provider, api, fake } = open();
    const sent = draft();
    const { id: remoteId } = await provider.create(api, sent);
    fake.lock(remoteId);
    for (const call of [
      () => provider.update(api, remoteId, { ...sent, minutes: 15 as typeof sent.minutes }),
      () => provider.remove(api, remoteId),
    ]) {
      const failure = await failureOf(call());
      expect(failure.kind).toBe('refused');
      expect(failure.message).toMatch(WORDS);
    }
    expect(fake.entries()).toMatchObject([{ id: remoteId, minutes: 90 }]);
    // Where the service has a field for it, it is known before anything is tried.
    const { locked } = (await provider.get(api, remoteId, ZONE))!;
    if (locked !== null) expect(locked).toMatch(/\w/);
  });

  // Days with a change of the clock: 23 and 25 hours, one whose midnight does not exist, and one at the edge of the dates.
  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2025-10-26'],
    ['Europe/Berlin', '2026-01-01'],
    ['Pacific/Apia', '2021-04-04'],
    ['Pacific/Apia', '2020-09-27'],
    ['Pacific/Apia', '2026-03-17'],
    ['America/Sao_Paulo', '2019-02-16'],
    ['America/Sao_Paulo', '2018-11-04'],
    ['America/Sao_Paulo', '2026-03-17'],
  ])('in %s, an entry of %s stays on its day, at both ends of it', async (zone, date) => {
    const local = date as LocalDay;
    const edges = dayInterval(local, zone);
    const { provider, api, fake, sent } = open(new Date(edges.end + 12 * 3_600_000).toISOString(), zone);
    const begins = [
      null,
      edges.start,
      instant(edges.end - 60_000),
      atClock(local, 1, 30, zone),
      atClock(local, 12, 0, zone),
    ];
    const wanted = begins.map((startedAt, at) => ({
      ...draft({ date, zone, minutes: 45 + at, note: `Number ${at}` }),
      startedAt,
    }));
    for (const one of wanted) {
      const created = await provider.create(api, one);
      expect(holds(created, one)).toBe(true);
    }
    // Where a service wants clock times, they do not leave the day either: nothing is booked on the next one.
    const ends = sent
      .filter(({ body }) => body !== '')
      .map(({ body }) => JSON.parse(body) as { stop?: string; end?: string })
      .map(({ stop, end }) => Date.parse(stop ?? end ?? ''));
    for (const end of ends.filter((at) => !Number.isNaN(at))) expect(end).toBeLessThanOrEqual(edges.end);
    if (provider.can.needsClockTimes) expect(ends.every((at) => !Number.isNaN(at))).toBe(true);

    const listed = await provider.list(api, local, local, zone);
    expect(listed.map((one) => one.minutes).toSorted()).toEqual([45, 46, 47, 48, 49]);
    expect(fake.entries().map((one) => one.date)).toEqual(begins.map(() => date));
    expect(await provider.list(api, addDays(local, -1), addDays(local, -1), zone)).toEqual([]);
    expect(await provider.list(api, addDays(local, 1), addDays(local, 1), zone)).toEqual([]);

    const moved = { ...wanted[2]!, date: addDays(local, -1), startedAt: null };
    const { id: remoteId } = (await provider.find(api, wanted[2]!))[0]!;
    expect(holds(await provider.update(api, remoteId, moved), moved)).toBe(true);
    expect((await provider.list(api, moved.date, moved.date, zone)).map((one) => one.id)).toEqual([remoteId]);
  });

  test.each([
    ['emoji', 'Ship it 🚀👩‍💻 – done ✅'],
    ['HTML', 'Fix <b>bold</b> & <script>alert("x")</script> &amp; <br> in a<b && c>d'],
    ['quotes', `He said "it's 'fine'" – \\ and \`so\` 100 % \${x}`],
    ['lines', 'First line\nSecond line\n\nAnother paragraph'],
    ['other scripts', 'Größe prüfen: 日本語, עברית, Ελληνικά, e\u0301'],
    ['brackets', 'See [stint] and [TB-042] and {ticket}'],
    ['nothing', ''],
    ['5000 characters', `Long: ${'word '.repeat(999)}`.slice(0, 4999).trim().padEnd(5000, '.')],
  ])('a note with %s comes back as it went', async (_, note) => {
    const { provider, api, fake } = open();
    const sent = draft({ note });
    const created = await provider.create(api, sent);
    expect(holds(created, sent)).toBe(true);
    expect(created.reference).toBe(sent.reference);
    if (note.length < 1000) expect(created.note).toBe(note);
    expect((await provider.find(api, sent)).map((one) => one.id)).toEqual([created.id]);
    const again = await provider.update(api, created.id, sent);
    expect(again).toEqual(created);
    expect(fake.entries()).toHaveLength(1);
  });

  test('more entries than fit on a page are all there, once', async () => {
    const { provider, api, fake } = open();
    const ids: string[] = [];
    for (let n = 0; n < 450; n += 1) {
      const date = addDays(DAY, n % 3);
      ids.push(fake.add({ date, minutes: 1 + (n % 60), note: `No. ${n}`, unit: UNIT, task: TASK }));
    }
    const listed = await provider.list(api, DAY, addDays(DAY, 2), ZONE);
    expect(listed.map((one) => one.id).toSorted()).toEqual(ids.toSorted());
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
