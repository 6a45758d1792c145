import { describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { ProviderFailure } from '#shared/providers/failure.ts';
import { toggl } from '#shared/providers/toggl/toggl.ts';
import { instant } from '#shared/values/instant.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import { Fates } from './faults.ts';
import type { TogglNeeds } from './toggl.ts';
import { makeToggl } from './toggl.ts';
import { failureOf } from './provider-case.ts';
import { day, sampleDraft, ZONE } from './sample-draft.ts';

const at = (text: string) => instant(Date.parse(text));

const DRAFT = sampleDraft('1001');

/** Thursday, 12 February 2026, two projects of one customer. */
function story(needs: Partial<TogglNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeToggl({ now: clock.now, zone: ZONE, ...needs });
  fake.addUnit({ unit: '1001', name: 'Portal', project: 'Portal', customer: 'Acme' });
  fake.addUnit({ unit: '1002', name: 'App', project: 'App', customer: 'Acme', closed: true });
  return { clock, fake, api: apiToFake(toggl, fake, clock, more) };
}

describe('booking in Toggl Track', () => {
  it('an entry without clock times stands at nine in the morning, with our reference at its end', async () => {
    const { api, fake } = story();
    const made = await toggl.create(api, DRAFT);
    expect(made).toEqual({
      id: made.id,
      unit: '1001',
      task: null,
      date: '2026-02-10',
      minutes: 90,
      note: 'TB-042: Fix the login',
      reference: '0123456789ab',
      billable: false,
      locked: null,
      running: false,
    });
    expect(fake.raw(made.id)).toMatchObject({
      start: '2026-02-10T08:00:00Z',
      stop: '2026-02-10T09:30:00Z',
      duration: 5400,
      description: 'TB-042: Fix the login [stint 0123456789ab]',
    });
  });

  it('what was made is found again by its reference, and only that', async () => {
    const { api, fake } = story();
    fake.add({ date: '2026-02-10', minutes: 30, note: 'by hand', unit: '1001' });
    await toggl.create(api, DRAFT);
    await toggl.create(api, { ...DRAFT, reference: 'ba9876543210' });
    expect((await toggl.find(api, DRAFT)).map(({ reference }) => reference)).toEqual(['0123456789ab']);
  });

  it('an update changes what is ours and leaves tags alone', async () => {
    const { api, fake } = story();
    const { id } = await toggl.create(api, DRAFT);
    fake.decorate(id, { tags: ['retro'], tag_ids: [5] });
    const changed = await toggl.update(api, id, { ...DRAFT, minutes: minutes(60), note: 'Shorter' });
    expect(changed).toMatchObject({ id, minutes: 60, note: 'Shorter', reference: DRAFT.reference });
    expect(fake.entries()).toHaveLength(1);
    expect(fake.raw(id)).toMatchObject({ stop: '2026-02-10T09:00:00Z', duration: 3600, tags: ['retro'] });
  });

  it('an update leaves an entry where somebody moved it on its day', async () => {
    const { api, fake } = story();
    const id = fake.add({ date: '2026-02-10', minutes: 90, note: 'by hand', unit: '1001' });
    await toggl.update(api, id, { ...DRAFT, minutes: minutes(30) });
    expect(fake.raw(id)).toMatchObject({ start: '2026-02-10T11:00:00Z', duration: 1800 });
  });

  it('an entry that is gone: null when asked for, missing when changed, no matter when removed', async () => {
    const { api, fake } = story();
    const { id } = await toggl.create(api, DRAFT);
    expect(await toggl.get(api, id, ZONE)).toMatchObject({ id, minutes: 90 });
    await toggl.remove(api, id);
    expect(fake.entries()).toEqual([]);
    expect(await toggl.get(api, id, ZONE)).toBeNull();
    expect(await failureOf(toggl.update(api, id, DRAFT))).toMatchObject({ kind: 'missing' });
    await expect(toggl.remove(api, id)).resolves.toBeUndefined();
  });

  it('a lock, a closed project, an unknown one and rules of the workspace are told in its own words', async () => {
    const { api, fake } = story({ requires: { description: true, task: true } });
    expect(await failureOf(toggl.create(api, DRAFT))).toMatchObject({
      kind: 'refused',
      message: 'Task is required in this workspace',
    });
    const open = story();
    const { id } = await toggl.create(open.api, DRAFT);
    open.fake.lock(id);
    expect(await failureOf(toggl.update(open.api, id, DRAFT))).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('locked') as string,
    });
    expect(await failureOf(toggl.create(open.api, { ...DRAFT, unit: '1002' }))).toMatchObject({
      kind: 'refused',
      message: 'Project is archived',
    });
    expect(await failureOf(toggl.create(open.api, { ...DRAFT, unit: '9' }))).toMatchObject({
      kind: 'refused',
    });
    expect(fake.entries()).toEqual([]);
  });

  it('entries of other days, deleted ones and those out of reach', async () => {
    const { api, fake } = story();
    fake.add({ date: '2026-02-09', minutes: 30, note: 'Monday', unit: '1001' });
    const gone = fake.add({ date: '2026-02-10', minutes: 30, note: 'gone', unit: '1001' });
    fake.remove(gone);
    fake.add({ date: '2026-02-12', minutes: 30, note: 'Thursday', unit: '1001' });
    const listed = await toggl.list(api, day('2026-02-09'), day('2026-02-11'), ZONE);
    expect(listed.map(({ note }) => note)).toEqual(['Monday']);
    expect(await failureOf(toggl.list(api, day('2025-06-02'), day('2025-06-08'), ZONE))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(
        /last three months: start_date must not be earlier than 2025-11-12/,
      ) as string,
    });
  });

  it('more entries than one answer holds are asked for in halves', async () => {
    const { api, fake } = story({ limits: false });
    for (let n = 0; n < 1100; n += 1)
      fake.add({ date: `2026-02-0${1 + (n % 9)}`, minutes: 1, note: `${n}`, unit: '1001' });
    const listed = await toggl.list(api, day('2026-02-01'), day('2026-02-09'), ZONE);
    expect(new Set(listed.map(({ note }) => note)).size).toBe(1100);
  });
});

describe('connecting to Toggl Track', () => {
  it('says who it is and takes the only workspace', async () => {
    const { api } = story({ plan: 'starter' }, { ids: { workspaceId: '' } });
    expect(await toggl.connect(api, { emails: [] })).toEqual({
      person: { id: '5220001', name: 'Ada Example', email: 'ada@example.com' },
      places: [{ id: '7310001', name: 'Acme' }],
      ids: { organizationId: '', workspaceId: '7310001', accountId: '', personId: '5220001' },
      plan: 'starter',
    });
  });

  it('lets choose among several, and replaces no wrong choice by itself', async () => {
    const otherWorkspaces = [{ id: 42, name: 'Elsewhere' }];
    const open = await toggl.connect(story({ otherWorkspaces }, { ids: { workspaceId: '' } }).api, {
      emails: [],
    });
    expect(open).toMatchObject({
      places: [{ name: 'Acme' }, { name: 'Elsewhere' }],
      ids: { workspaceId: '' },
      plan: null,
    });
    const chosen = await toggl.connect(story({ otherWorkspaces }, { ids: { workspaceId: '42' } }).api, {
      emails: [],
    });
    expect(chosen).toMatchObject({ ids: { workspaceId: '42' }, plan: 'free' });
    const wrong = await toggl.connect(story({}, { ids: { workspaceId: '43' } }).api, { emails: [] });
    expect(wrong.ids.workspaceId).toBe('');
  });

  it('a wrong token has no words of its own, a read-only one may look', async () => {
    const wrong = story({}, { token: 'nonsense' });
    expect(await failureOf(toggl.connect(wrong.api, { emails: [] }))).toMatchObject({
      kind: 'unauthorised',
      message: 'The API token is not accepted (answered 401).',
    });
    const { readOnlyToken } = story().fake;
    const reader = story({}, { token: readOnlyToken });
    expect(await toggl.list(reader.api, DRAFT.date, DRAFT.date, ZONE)).toEqual([]);
    expect(await failureOf(toggl.create(reader.api, DRAFT))).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('another workspace is not open to everybody', async () => {
    const { api } = story({}, { ids: { workspaceId: '99' } });
    expect(await failureOf(toggl.create(api, DRAFT))).toMatchObject({
      kind: 'refused',
      message: 'User does not have access to this workspace',
    });
  });
});

describe('units of Toggl Track', () => {
  it('projects with their customers; archived ones are closed; a free plan has no tasks', async () => {
    const { api } = story();
    expect(await toggl.units(api)).toEqual([
      {
        unit: '1001',
        task: null,
        names: ['Portal', 'Acme'],
        billable: null,
        closed: null,
        left: null,
        capped: false,
      },
      {
        unit: '1002',
        task: null,
        names: ['App', 'Acme'],
        billable: null,
        closed: 'archived',
        left: null,
        capped: false,
      },
    ]);
  });

  it('tasks stand below their projects, all pages are read', async () => {
    const { api, fake } = story({ plan: 'premium', limits: false });
    for (let n = 0; n < 400; n += 1)
      fake.addUnit({ unit: `${2000 + n}`, name: `P${n}`, project: `P${n}`, customer: 'Bulk' });
    fake.addUnit({
      unit: '3000',
      name: 'Web',
      project: 'Web',
      customer: 'Acme',
      tasks: [{ id: '7', name: 'Design' }],
    });
    const units = await toggl.units(api);
    expect(units.filter(({ task }) => task === null)).toHaveLength(403);
    expect(units.find(({ task }) => task === '7')).toMatchObject({
      unit: '3000',
      names: ['Design', 'Web', 'Acme'],
    });
    const made = await toggl.create(api, { ...DRAFT, unit: '3000', task: '7' });
    expect(made).toMatchObject({ unit: '3000', task: '7' });
  });

  it('none at all is none', async () => {
    const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
    const api = apiToFake(toggl, makeToggl({ now: clock.now }), clock);
    expect(await toggl.units(api)).toEqual([]);
  });
});

describe('timers of Toggl Track', () => {
  it('start, seen running, stop; a second stop is no failure', async () => {
    const { api, fake, clock } = story();
    const timers = toggl.timers!;
    expect(await timers.running(api)).toBeNull();
    const started = await timers.start(api, {
      ...DRAFT,
      startedAt: at('2026-02-12T09:58:20Z'),
      date: day('2026-02-12'),
    });
    expect(fake.entries()).toMatchObject([{ running: true, unit: '1001' }]);
    expect(await timers.running(api)).toEqual({ ...started, reference: DRAFT.reference });
    expect((await toggl.list(api, day('2026-02-12'), day('2026-02-12'), ZONE))[0]).toMatchObject({
      running: true,
      minutes: 0,
    });
    clock.advance(30 * 60_000);
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(fake.entries()).toMatchObject([{ running: false, minutes: 32 }]);
    // The booking puts the minutes right.
    await toggl.update(api, started.remoteId!, {
      ...DRAFT,
      date: day('2026-02-12'),
      minutes: minutes(30),
      startedAt: at('2026-02-12T09:58:20Z'),
    });
    expect(fake.entries()).toMatchObject([{ minutes: 30 }]);
  });

  it('a timer whose entry is gone is stopped', async () => {
    const { api, fake, clock } = story();
    const started = await toggl.timers!.start(api, {
      ...DRAFT,
      startedAt: clock.now(),
      date: day('2026-02-12'),
    });
    fake.remove(started.remoteId!);
    expect(await toggl.timers!.stop(api, started, clock.now())).toEqual({ remoteId: null });
    expect(await toggl.timers!.running(api)).toBeNull();
  });
});

describe('limits of Toggl Track are kept, not hit', () => {
  it('a request a second, thirty an hour, and then it says until when', async () => {
    const { api, fake, clock } = story();
    const start = clock.now();
    let made = 0;
    let last: ProviderFailure | null = null;
    while (last === null && made < 60) {
      await toggl.create(api, { ...DRAFT, reference: made.toString(16).padStart(12, '0') }).then(
        () => (made += 1),
        (error: unknown) => (last = error as ProviderFailure),
      );
    }
    expect(made).toBe(30);
    expect(fake.counts.tooMany).toBe(0);
    expect(clock.now() - start).toBeGreaterThanOrEqual(29_000);
    expect(last!.kind).toBe('limited');
    expect(last!.retryAt! - start).toBeGreaterThanOrEqual(3_600_000);
    clock.jumpTo(last!.retryAt!);
    await toggl.create(api, DRAFT);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('a plan allows more', async () => {
    const { api, fake } = story({ plan: 'starter' }, { account: { plan: 'starter' } });
    for (let n = 0; n < 40; n += 1)
      await toggl.create(api, { ...DRAFT, reference: n.toString(16).padStart(12, '0') });
    expect(fake.counts.tooMany).toBe(0);
    expect(fake.entries()).toHaveLength(40);
  });

  it('what other programs spent is learned from the headers: the quota rests, the other one does not', async () => {
    const { api, fake, clock } = story();
    fake.spend('org', 29);
    await toggl.create(api, DRAFT);
    const full = await failureOf(toggl.create(api, { ...DRAFT, reference: 'ba9876543210' }));
    expect(full).toMatchObject({ kind: 'limited', status: null });
    expect(full.retryAt! - clock.now()).toBeGreaterThan(3_590_000);
    expect(fake.counts.tooMany).toBe(0);
    expect(await toggl.list(api, DRAFT.date, DRAFT.date, ZONE)).toHaveLength(1);
  });

  it('a used-up quota is no missing plan', async () => {
    const { api, fake } = story();
    fake.spend('org', 30);
    const full = await failureOf(toggl.create(api, DRAFT));
    expect(full).toMatchObject({
      kind: 'limited',
      status: 402,
      message: expect.stringContaining('You have hit your hourly limit') as string,
    });
    expect(full.retryAt).not.toBeNull();
    await failureOf(toggl.create(api, DRAFT));
    expect(fake.counts.tooMany).toBe(1);
  });
});

describe('Toggl Track behind a bad network', () => {
  it.each(['429', '429 page'] as const)('"%s" is limited', async (fault) => {
    const { api, clock } = story({}, { fates: new Fates([fault]) });
    const full = await failureOf(toggl.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: 429 });
    await toggl.create(api, DRAFT);
    expect(clock.now()).toBeGreaterThan(at('2026-02-12T10:00:14Z'));
  });
});
