import { describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import { clockify } from '#shared/providers/clockify/clockify.ts';
import { instant } from '#shared/values/instant.ts';
import { minutes } from '#shared/values/minutes.ts';
import type { ApiToFake } from './api-to-fake.ts';
import { apiToFake } from './api-to-fake.ts';
import type { ClockifyNeeds } from './clockify.ts';
import { makeClockify } from './clockify.ts';
import { Fates } from './faults.ts';
import { failureOf } from './provider-case.ts';
import { day, sampleDraft, ZONE } from './sample-draft.ts';

const at = (text: string) => instant(Date.parse(text));

const DRAFT = sampleDraft('portal');
const referenceFor = (n: number): string => n.toString(16).padStart(12, '0');

/** Thursday, 12 February 2026, two projects of one customer. */
function story(needs: Partial<ClockifyNeeds> = {}, more: ApiToFake = {}) {
  const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
  const fake = makeClockify({ now: clock.now, zone: ZONE, ...needs });
  fake.addUnit({
    unit: 'portal',
    name: 'Portal',
    project: 'Portal',
    customer: 'Acme',
    tasks: [{ id: 'design', name: 'Design' }],
  });
  fake.addUnit({ unit: 'app', name: 'App', project: 'App', customer: 'Acme', closed: true });
  return { clock, fake, api: apiToFake(clockify, fake, clock, more) };
}

describe('booking in Clockify', () => {
  it('an entry without clock times stands at nine in the morning, with our reference at its end', async () => {
    const { api, fake } = story();
    const made = await clockify.create(api, { ...DRAFT, billable: true });
    expect(made).toEqual({
      id: made.id,
      unit: 'portal',
      task: null,
      date: '2026-02-10',
      minutes: 90,
      note: 'TB-042: Fix the login',
      reference: '0123456789ab',
      billable: true,
      locked: null,
      running: false,
    });
    expect(fake.raw(made.id)).toMatchObject({
      start: '2026-02-10T08:00:00Z',
      end: '2026-02-10T09:30:00Z',
      description: 'TB-042: Fix the login [stint 0123456789ab]',
      type: 'REGULAR',
    });
  });

  it('what was made is found again by its reference, and only that', async () => {
    const { api, fake } = story();
    fake.add({ date: '2026-02-10', minutes: 30, note: 'by hand', unit: 'portal' });
    await clockify.create(api, DRAFT);
    await clockify.create(api, { ...DRAFT, reference: 'ba9876543210' });
    expect((await clockify.find(api, DRAFT)).map(({ reference }) => reference)).toEqual(['0123456789ab']);
  });

  it('an update replaces everything, and sends along what others wrote', async () => {
    const { api, fake } = story();
    const { id } = await clockify.create(api, DRAFT);
    fake.decorate(id, {
      tagIds: ['retro'],
      billable: true,
      taskId: 'design',
      start: '2026-02-10T13:00:00Z',
      end: '2026-02-10T14:30:00Z',
      customFields: [{ customFieldId: 'cf1', value: 'PO-7' }],
    });
    const changed = await clockify.update(api, id, { ...DRAFT, minutes: minutes(60), note: 'Shorter' });
    expect(changed).toMatchObject({ id, minutes: 60, note: 'Shorter', reference: DRAFT.reference });
    expect(fake.raw(id)).toMatchObject({
      start: '2026-02-10T13:00:00Z',
      end: '2026-02-10T14:00:00Z',
      tagIds: ['retro'],
      billable: true,
      taskId: 'design',
      customFields: [{ customFieldId: 'cf1', sourceType: 'TIMEENTRY', value: 'PO-7' }],
    });
  });

  it('a task does not follow its entry into another project', async () => {
    const { api, fake } = story();
    fake.addUnit({ unit: 'web', name: 'Web', project: 'Web', customer: 'Acme' });
    const { id } = await clockify.create(api, { ...DRAFT, task: 'design' });
    await clockify.update(api, id, { ...DRAFT, unit: 'web' });
    expect(fake.raw(id)).toMatchObject({ projectId: 'web', taskId: null });
  });

  it('an entry that is gone: null when asked for, missing when changed, no matter when removed', async () => {
    const { api, fake } = story();
    const { id } = await clockify.create(api, DRAFT);
    expect(await clockify.get(api, id, ZONE)).toMatchObject({ id, minutes: 90 });
    await clockify.remove(api, id);
    expect(fake.entries()).toEqual([]);
    expect(await clockify.get(api, id, ZONE)).toBeNull();
    expect(await failureOf(clockify.update(api, id, DRAFT))).toMatchObject({ kind: 'missing' });
    await expect(clockify.remove(api, id)).resolves.toBeUndefined();
  });

  it('what is locked or approved says so, and is refused in the server’s words', async () => {
    const { api, fake } = story();
    const { id } = await clockify.create(api, DRAFT);
    fake.lock(id);
    expect(await clockify.get(api, id, ZONE)).toMatchObject({ locked: 'locked' });
    expect(await failureOf(clockify.update(api, id, DRAFT))).toMatchObject({
      kind: 'refused',
      status: 400,
      message: 'Time entry is locked or approved and cannot be changed',
    });
    expect(await failureOf(clockify.remove(api, id))).toMatchObject({ kind: 'refused', status: 403 });
    fake.decorate(id, { approvalRequestId: 'a1' });
    expect(await clockify.get(api, id, ZONE)).toMatchObject({ locked: 'approved' });
  });

  it('what a workspace insists on, closed projects and unknown ones', async () => {
    const strict = story({ forces: { task: true } });
    expect(await failureOf(clockify.create(strict.api, DRAFT))).toMatchObject({
      kind: 'refused',
      message: 'Time entry is missing required fields: task',
    });
    expect(await clockify.create(strict.api, { ...DRAFT, task: 'design' })).toMatchObject({ task: 'design' });
    const { api } = story();
    expect(await failureOf(clockify.create(api, { ...DRAFT, unit: 'app' }))).toMatchObject({
      kind: 'refused',
    });
    expect(await failureOf(clockify.create(api, { ...DRAFT, unit: 'gone' }))).toMatchObject({
      kind: 'refused',
      message: "Project doesn't belong to Workspace",
    });
  });

  it('breaks and other days are left out', async () => {
    const { api, fake } = story();
    fake.add({ date: '2026-02-09', minutes: 30, note: 'Monday', unit: 'portal' });
    const lunch = fake.add({ date: '2026-02-10', minutes: 30, note: 'Lunch', unit: 'portal' });
    fake.decorate(lunch, { type: 'BREAK' });
    fake.add({ date: '2026-02-12', minutes: 30, note: 'Thursday', unit: 'portal' });
    const listed = await clockify.list(api, day('2026-02-09'), day('2026-02-11'), ZONE);
    expect(listed.map(({ note }) => note)).toEqual(['Monday']);
  });

  it.each([true, false])('all pages are read, last one marked or not (%s)', async (lastPage) => {
    const { api, fake } = story({ limits: false, lastPage }, { account: { plan: 'pro_2021' } });
    for (let n = 0; n < 450; n += 1)
      fake.add({ date: `2026-02-0${1 + (n % 9)}`, minutes: 1, note: `${n}`, unit: 'portal' });
    const listed = await clockify.list(api, day('2026-02-01'), day('2026-02-09'), ZONE);
    expect(new Set(listed.map(({ note }) => note)).size).toBe(450);
    expect(fake.counts.requests).toBe(3);
  });
});

describe('connecting to Clockify', () => {
  it('says who it is, takes the only workspace and learns its plan', async () => {
    const { api, fake } = story({ plan: 'STANDARD_2021' }, { ids: { workspaceId: '', personId: '' } });
    expect(await clockify.connect(api, { emails: [] })).toEqual({
      person: { id: fake.ids['personId'], name: 'Ada Example', email: 'ada@example.com' },
      places: [{ id: fake.ids['workspaceId'], name: 'Acme' }],
      ids: { organizationId: '', accountId: '', ...fake.ids },
      plan: 'standard_2021',
    });
  });

  it('lets choose among several, the used one first, and replaces no wrong choice by itself', async () => {
    const otherWorkspaces = [{ id: 'w2', name: 'Elsewhere' }];
    const open = story({ otherWorkspaces }, { ids: { workspaceId: '' } });
    expect(await clockify.connect(open.api, { emails: [] })).toMatchObject({
      places: [{ name: 'Acme' }, { name: 'Elsewhere' }],
      ids: { workspaceId: '' },
      plan: null,
    });
    const chosen = story({ otherWorkspaces, plan: null }, { ids: { workspaceId: 'w2' } });
    expect(await clockify.connect(chosen.api, { emails: [] })).toMatchObject({
      ids: { workspaceId: 'w2' },
      plan: null,
    });
    const wrong = story({}, { ids: { workspaceId: 'w3' } });
    expect((await clockify.connect(wrong.api, { emails: [] })).ids.workspaceId).toBe('');
  });

  it('a wrong key is not accepted, a read-only one may look', async () => {
    const wrong = story({}, { token: 'nonsense' });
    expect(await failureOf(clockify.connect(wrong.api, { emails: [] }))).toMatchObject({
      kind: 'unauthorised',
      message: 'Api key does not exist',
    });
    const reader = story({}, { token: story().fake.readOnlyToken });
    expect(await clockify.list(reader.api, DRAFT.date, DRAFT.date, ZONE)).toEqual([]);
    expect(await failureOf(clockify.create(reader.api, DRAFT))).toMatchObject({
      kind: 'refused',
      status: 403,
    });
  });

  it('neither another workspace nor another user is open to everybody', async () => {
    const elsewhere = story({}, { ids: { workspaceId: 'w9' } });
    expect(await failureOf(clockify.create(elsewhere.api, DRAFT))).toMatchObject({ status: 403 });
    const other = story({}, { ids: { personId: 'u9' } });
    expect(await failureOf(clockify.list(other.api, DRAFT.date, DRAFT.date, ZONE))).toMatchObject({
      kind: 'refused',
      message: 'Access Denied',
    });
  });
});

describe('units of Clockify', () => {
  it.each([true, false])(
    'projects with customers and tasks, hydrated or looked up (%s)',
    async (hydrates) => {
      const { api } = story({ hydrates });
      const rest = { billable: true, left: null, capped: false };
      expect(await clockify.units(api)).toEqual([
        { unit: 'portal', task: null, names: ['Portal', 'Acme'], closed: null, ...rest },
        { unit: 'portal', task: 'design', names: ['Design', 'Portal', 'Acme'], closed: null, ...rest },
        { unit: 'app', task: null, names: ['App', 'Acme'], closed: 'archived', ...rest },
      ]);
    },
  );

  it('tasks never use up the quota of the hour', async () => {
    const { api, fake } = story({ hydrates: false });
    for (let n = 0; n < 60; n += 1)
      fake.addUnit({ unit: `p${n}`, name: `P${n}`, project: `P${n}`, customer: 'Bulk' });
    expect(await clockify.units(api)).toHaveLength(63);
    expect(fake.counts.requests).toBe(11);
  });
});

describe('timers of Clockify', () => {
  const today = { ...DRAFT, date: day('2026-02-12'), startedAt: at('2026-02-12T09:58:20Z') };

  it('start, seen running, stop at the time it was stopped; a second stop is no failure', async () => {
    const { api, fake, clock } = story();
    const timers = clockify.timers!;
    expect(await timers.running(api)).toBeNull();
    const started = await timers.start(api, today);
    expect(await timers.running(api)).toEqual({ ...started, reference: DRAFT.reference });
    expect(await clockify.list(api, today.date, today.date, ZONE)).toMatchObject([
      { running: true, minutes: 0 },
    ]);
    clock.advance(90 * 60_000);
    const stoppedAt = at('2026-02-12T10:58:20Z');
    expect(await timers.stop(api, started, stoppedAt)).toEqual({ remoteId: started.remoteId });
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(fake.entries()).toMatchObject([{ running: false, minutes: 60 }]);
  });

  it('a timer that somebody else started since then is not stopped', async () => {
    const { api, fake } = story();
    const timers = clockify.timers!;
    const ours = await timers.start(api, today);
    const theirs = await timers.start(api, { ...today, reference: 'ba9876543210' });
    await timers.stop(api, ours, at('2026-02-12T11:00:00Z'));
    expect(fake.raw(theirs.remoteId!).end).toBeNull();
  });

  it('a timer whose entry is gone is stopped', async () => {
    const { api, fake, clock } = story();
    const started = await clockify.timers!.start(api, today);
    fake.remove(started.remoteId!);
    expect(await clockify.timers!.stop(api, started, clock.now())).toEqual({ remoteId: null });
  });

  it('the booking of a session ends a timer that still runs', async () => {
    const { api, fake } = story();
    const started = await clockify.timers!.start(api, today);
    expect(await clockify.update(api, started.remoteId!, today)).toMatchObject({
      minutes: 90,
      running: false,
    });
    expect(fake.entries()).toHaveLength(1);
  });
});

describe('limits of Clockify are kept, not hit', () => {
  it('thirty requests an hour in a free workspace, and then it says until when', async () => {
    const { api, fake, clock } = story();
    for (let n = 0; n < 30; n += 1) await clockify.create(api, { ...DRAFT, reference: referenceFor(n) });
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: null });
    expect(fake.counts.tooMany).toBe(0);
    clock.jumpTo(full.retryAt!);
    await clockify.create(api, DRAFT);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('fifty a second in a paid one', async () => {
    const { api, fake } = story({ plan: 'PRO_2021' }, { account: { plan: 'pro_2021' } });
    for (let n = 0; n < 120; n += 1) await clockify.create(api, { ...DRAFT, reference: referenceFor(n) });
    expect(fake.entries()).toHaveLength(120);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('when others used it up, it is left alone for a minute', async () => {
    const { api, fake, clock } = story();
    fake.spend(30);
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: 429, message: 'Too Many Requests' });
    expect(full.retryAt! - clock.now()).toBe(60_000);
    await failureOf(clockify.create(api, DRAFT));
    expect(fake.counts.tooMany).toBe(1);
  });
});

describe('Clockify behind a bad network', () => {
  it('a time to wait that somebody on the way gives is kept', async () => {
    const { api, clock } = story({}, { fates: new Fates(['429 with a time']) });
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full.retryAt! - clock.now()).toBe(7000);
  });
});
