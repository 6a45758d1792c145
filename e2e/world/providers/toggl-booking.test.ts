import { describe, expect, it } from 'vitest';
import { toggl } from '#shared/providers/toggl/toggl.ts';
import { minutes } from '#shared/values/minutes.ts';
import { failureOf } from './provider-case.ts';
import { day, ZONE } from './sample-draft.ts';
import { at, DRAFT, story } from './toggl-story.fixture.ts';

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
