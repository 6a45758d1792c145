import { describe, expect, it } from 'vitest';
import { clockify } from '#shared/providers/clockify/clockify.ts';
import { instant } from '#shared/values/instant.ts';
import { minutes } from '#shared/values/minutes.ts';
import { DRAFT, story } from './clockify-story.fixture.ts';
import { failureOf } from './provider-case.ts';
import { day, ZONE } from './sample-draft.ts';

const at = (text: string) => instant(Date.parse(text));

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
