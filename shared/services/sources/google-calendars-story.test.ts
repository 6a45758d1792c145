import { beforeEach, describe, expect, it } from 'vitest';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { MemoryPerson } from '../../ports/memory-google.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { chooseCalendars, googleAccounts } from './google-calendar.ts';
import { googleReader } from './google-reader.ts';
import { readAll } from './sources.ts';
import { GoogleDesk, MAX, meeting, OWN, problem } from './google-desk.fixture.ts';

let desk: GoogleDesk;
let world: MemoryWorld;
let max: MemoryPerson;
beforeEach(() => {
  desk = new GoogleDesk();
  ({ world, max } = desk);
});

describe('reading', () => {
  beforeEach(() => desk.connected());

  it('goes on from where it was: new, moved, deleted', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await desk.read();
    max.own.put(meeting('b', '13:00', '14:00', 'later'));
    max.own.remove('a');
    world.google.requests.length = 0;
    expect(await desk.read()).toEqual(['2026-02-10']);
    expect(await desk.kept()).toEqual(['b later']);
    expect(world.google.requests).toContain(`events ${MAX} sync-2`);
    expect(await desk.read()).toEqual([]);
  });

  it('tells the day an event left as well as the one it went to', async () => {
    const tomorrow = { dateTime: '2026-02-11T09:00:00+01:00' };
    max.own.put({
      id: 'a',
      summary: 'moved',
      start: tomorrow,
      end: { dateTime: '2026-02-11T10:00:00+01:00' },
    });
    expect(await desk.read()).toEqual(['2026-02-10', '2026-02-11']);
  });

  it('after 410 takes away what is no more, and what the person said stays', async () => {
    max.own.put(meeting('b', '11:00', '12:00'));
    await desk.read();
    await world.stores.calendar.setAttended(OWN, 'a', false);
    max.own.remove('b');
    max.own.forget();
    expect(await desk.read()).toEqual(['2026-02-10']);
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
    expect((await world.stores.calendar.named('a'))[0]?.attended).toBe(false);
  });

  it('takes away all instances of a series of which only its own id is told', async () => {
    const of = { recurringEventId: 'daily', iCalUID: 'daily@google.com' };
    max.own.put(meeting('daily_20260210T080000Z', '09:00', '09:15', 'daily', of));
    max.own.put(meeting('daily_20260210T150000Z', '16:00', '16:15', 'daily', of));
    await desk.read();
    expect(await desk.kept()).toHaveLength(3);
    max.own.remove('daily');
    await desk.read();
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
  });

  it('goes slower when it is asked to, as long as somebody waits', async () => {
    world.google.trouble.push(
      new GoogleFailure('limited', 'Rate Limit Exceeded', 403),
      new GoogleFailure('passing', 'Backend Error', 503),
    );
    max.own.put(meeting('b', '11:00', '12:00'));
    await readAll(world, { key: OWN }, [googleReader]);
    expect(await desk.kept()).toEqual(['a TB-042 refinement', 'b b']);
    expect(await desk.source(OWN)).toMatchObject({ state: 'ready' });

    world.google.requests.length = 0;
    world.google.trouble.push(new GoogleFailure('limited', 'Quota exceeded', 429, 3_600_000));
    await readAll(world, { key: OWN }, [googleReader]);
    expect(world.google.requests).toHaveLength(1);
    expect(await desk.source(OWN)).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('asked less often. It said: Quota exceeded'),
    });
  });

  it('takes a hundred thousand events in its stride, and writes only what changed', async () => {
    for (let n = 0; n < 100_000; n += 1) max.own.put(meeting(`many-${n}`, '09:00', '10:00'));
    max.own.pageSize = 2500;
    await desk.read();
    const written: number[] = [];
    const { put } = world.stores.calendar;
    Object.assign(world.stores.calendar, {
      put: (...given: Parameters<typeof put>) => (written.push(given[1].length), put(...given)),
    });
    max.own.put(meeting('many-7', '09:00', '10:30'));
    max.own.forget();
    expect(await desk.read()).toEqual(['2026-02-10']);
    expect(written).toEqual([1]);
  }, 60_000);

  it('says when a calendar is not there any more; what was read stays', async () => {
    max.calendars.delete(MAX);
    await desk.read();
    expect(await desk.source(OWN)).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('no such calendar'),
    });
    expect(await desk.kept()).toEqual(['a TB-042 refinement']);
  });
});

describe('choosing calendars', () => {
  const TEAM = `google:${MAX}/team@group.calendar.google.com`;
  beforeEach(async () => {
    max.add('team@group.calendar.google.com', 'Team').put(meeting('t', '15:00', '16:00'));
    await desk.connected();
  });

  it('reads these and no others', async () => {
    expect(await chooseCalendars(world, { calendars: `${TEAM} ${OWN}` })).toEqual({ chosen: [TEAM, OWN] });
    await desk.read();
    expect(await desk.kept(TEAM)).toEqual(['t t']);
    expect(await desk.source(TEAM)).toMatchObject({ name: `Team (${MAX})`, today: '1 meeting' });
    expect(await chooseCalendars(world, { calendars: '' })).toEqual({ chosen: [] });
    world.google.requests.length = 0;
    await desk.read();
    expect(world.google.requests).toEqual(['calendars']);
  });

  it('takes keys without their kind too, and refuses those nobody has', async () => {
    await chooseCalendars(world, { calendars: TEAM.replace('google:', '') });
    expect(world.settings.get()['google.calendars']).toEqual([TEAM.replace('google:', '')]);
    expect(await problem(chooseCalendars(world, { calendars: `${OWN} ${MAX}/nobody` }))).toMatchObject({
      code: 'not-found',
      remedy: expect.stringContaining(TEAM),
    });
    expect(world.settings.get()['google.calendars']).toEqual([TEAM.replace('google:', '')]);
  });

  it('shows one that was chosen and is gone, so that it can be taken out', async () => {
    await chooseCalendars(world, { calendars: `${TEAM} ${OWN}` });
    max.calendars.delete('team@group.calendar.google.com');
    await desk.read();
    expect((await googleAccounts(world))[0]?.calendars).toContainEqual({
      key: TEAM,
      name: 'team@group.calendar.google.com',
      chosen: true,
    });
  });
});
