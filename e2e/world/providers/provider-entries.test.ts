import { holds } from '#shared/providers/outbox/compare.ts';
import { instant } from '#shared/values/instant.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import { addDays, atClock, dayInterval } from '#shared/values/local-day.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, failureOf, OTHER_TASK, OTHER_UNIT, TASK, UNIT } from './provider-case.ts';
import { DAY, openCases, WORDS, ZONE } from './provider-suite.fixture.ts';

describe.each(PROVIDER_IDS)('%s', (id) => {
  const open = openCases(id);

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
});
