import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { commitAt, memoryWorld } from '../../ports/memory-world.ts';
import { anEvent } from '../../ports/sample-sources.ts';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { atClock, parseLocalDay } from '../../values/local-day.ts';
import { attendMeeting, bookSeries } from './calendar-series.ts';
import { confirmNow } from '../close-day.ts';
import { editEntry, removeEntry } from '../edit-entry.ts';
import { addRepositories } from '../repositories.ts';
import { showDay } from '../show-day.ts';
import { undoLast } from '../undo.ts';
import { submitNow } from '../week.ts';

const BERLIN = 'Europe/Berlin';
const MONDAY = parseLocalDay('2026-02-09')!;
const TUESDAY = parseLocalDay('2026-02-10')!;
const FORMER = parseLocalDay('2026-02-03')!;

let world: MemoryWorld;

const entriesOf = async (date: LocalDay) => (await showDay(world, { date })).entries;
const lines = async (date: LocalDay): Promise<string[]> =>
  (await entriesOf(date)).map((entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source}`);
const meetingEntry = async (date: LocalDay): Promise<string> =>
  (await entriesOf(date)).find((entry) => entry.source === 'calendar')!.id;
/** A meeting at ten, of an hour. */
const meeting = (date: LocalDay, given: Partial<CalendarEvent> = {}): CalendarEvent =>
  anEvent(`standup/${date}`, {
    title: 'Standup',
    series: 'standup',
    start: atClock(date, 10, 0, BERLIN),
    end: atClock(date, 11, 0, BERLIN),
    ...given,
  });
const put = (...events: CalendarEvent[]) => world.stores.calendar.put('ics:1', events, []);

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', BERLIN, { 'identity.emails': ['max@example.com'] });
  const commits = [FORMER, MONDAY, TUESDAY].flatMap((date) =>
    [9, 10, 12].map((hour) => commitAt(atClock(date, hour, 30, BERLIN), 'TB-042: work', 'max@example.com')),
  );
  world.git.repositories.set('/work/shop', { commits, broken: null });
  await addRepositories(world, { path: '/work' });
  await put(meeting(FORMER), meeting(MONDAY), meeting(TUESDAY));
});

describe('a series', () => {
  it('is booked on a ticket once, on all drafts of the last weeks and from then on', async () => {
    for (const day of [FORMER, MONDAY, TUESDAY]) expect(await lines(day)).toContain('- 60 calendar');
    const result = await bookSeries(world, { entry: await meetingEntry(TUESDAY), ticket: 'app-100' });
    expect(result).toMatchObject({ series: 'standup', ticket: 'APP-100', days: [FORMER, MONDAY, TUESDAY] });
    expect(world.settings.get()['calendar.series']).toEqual({ standup: 'APP-100' });
    for (const day of [FORMER, MONDAY, TUESDAY]) expect(await lines(day)).toContain('APP-100 60 calendar');
    const later = parseLocalDay('2026-02-11')!;
    await put(meeting(later));
    world.clock.advance(24 * 3_600_000);
    expect(await lines(later)).toContain('APP-100 60 calendar');
  });

  it('is booked by its title again when no ticket is given', async () => {
    await bookSeries(world, { entry: await meetingEntry(TUESDAY), ticket: 'APP-100' });
    const result = await bookSeries(world, { entry: await meetingEntry(TUESDAY), ticket: '' });
    expect(result).toMatchObject({ ticket: null, days: [FORMER, MONDAY, TUESDAY] });
    expect(world.settings.get()['calendar.series']).toEqual({});
    expect(await lines(MONDAY)).toContain('- 60 calendar');
  });

  it('moves no day that was seen to, and no entry that was touched but the one pointed at', async () => {
    await confirmNow(world, { date: MONDAY, unallocated: true });
    await editEntry(world, { id: await meetingEntry(FORMER), minutes: 50 });
    await editEntry(world, { id: await meetingEntry(TUESDAY), minutes: 45 });
    const result = await bookSeries(world, { entry: await meetingEntry(TUESDAY), ticket: 'APP-100' });
    expect(result.days).toEqual([TUESDAY]);
    expect(await lines(FORMER)).toContain('- 50 calendar');
    expect(await lines(MONDAY)).toContain('- 60 calendar');
    expect(await lines(TUESDAY)).toContain('APP-100 45 calendar');
  });

  it('is a title where a meeting stands alone', async () => {
    const alone = (date: LocalDay): CalendarEvent => meeting(date, { series: null, title: 'Retro' });
    await put(alone(MONDAY), alone(TUESDAY));
    const result = await bookSeries(world, { entry: await meetingEntry(TUESDAY), ticket: 'APP-7' });
    expect(result).toEqual({ series: 'Retro', title: 'Retro', ticket: 'APP-7', days: [MONDAY, TUESDAY] });
  });

  it('is refused where there is none', async () => {
    await put(meeting(TUESDAY, { series: null, title: '' }));
    const entry = await meetingEntry(TUESDAY);
    await expect(bookSeries(world, { entry, ticket: 'APP-7' })).rejects.toMatchObject({ code: 'refused' });
    const commits = (await entriesOf(TUESDAY)).find(({ source }) => source === 'git')!.id;
    await expect(bookSeries(world, { entry: commits, ticket: 'APP-7' })).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(bookSeries(world, { entry, ticket: 'nonsense' })).rejects.toMatchObject({ code: 'usage' });
    expect(world.settings.get()['calendar.series']).toEqual({});
  });
});

describe('a meeting one was not in', () => {
  it('gives its time to what was really done, and takes it back', async () => {
    expect(await lines(TUESDAY)).toEqual(['TB-042 180 git', '- 60 calendar']);
    const result = await attendMeeting(world, { entry: await meetingEntry(TUESDAY), attended: false });
    expect(result).toEqual({ date: TUESDAY, attended: false });
    expect(await lines(TUESDAY)).toEqual(['TB-042 240 git']);
    await attendMeeting(world, { entry: `standup/${TUESDAY}` });
    expect(await lines(TUESDAY)).toEqual(['TB-042 180 git', '- 60 calendar']);
  });

  it('goes even when it was touched, with its copies in other calendars; undo brings the entry back', async () => {
    await world.stores.calendar.put('ics:2', [meeting(TUESDAY, { source: 'ics:2' })], []);
    await editEntry(world, { id: await meetingEntry(TUESDAY), ticket: 'APP-1' });
    await attendMeeting(world, { entry: await meetingEntry(TUESDAY), attended: false });
    expect(await lines(TUESDAY)).toEqual(['TB-042 240 git']);
    await undoLast(world);
    expect(await lines(TUESDAY)).toContain('APP-1 60 calendar');
  });

  it('comes back from the dead when one was in it after all', async () => {
    await removeEntry(world, { id: await meetingEntry(TUESDAY) });
    expect(await lines(TUESDAY)).toEqual(['TB-042 180 git']);
    await attendMeeting(world, { entry: `standup/${TUESDAY}`, attended: true });
    expect(await lines(TUESDAY)).toContain('- 60 calendar');
  });

  it('counts when it was declined but one was there', async () => {
    await put(meeting(TUESDAY, { response: 'declined' }));
    expect(await lines(TUESDAY)).toEqual(['TB-042 240 git']);
    await attendMeeting(world, { entry: `standup/${TUESDAY}` });
    expect(await lines(TUESDAY)).toContain('- 60 calendar');
  });

  it('makes a reviewed day a draft again, only where something changes, and leaves a submitted one', async () => {
    await confirmNow(world, { date: MONDAY, unallocated: true });
    const entry = await meetingEntry(MONDAY);
    await attendMeeting(world, { entry, attended: true });
    expect((await showDay(world, { date: MONDAY })).status).toBe('reviewed');
    await attendMeeting(world, { entry, attended: false });
    expect((await showDay(world, { date: MONDAY })).status).toBe('draft');

    await confirmNow(world, { date: TUESDAY, unallocated: true });
    await submitNow(world, { week: 'this' });
    const before = await lines(TUESDAY);
    const said = attendMeeting(world, { entry: await meetingEntry(TUESDAY), attended: false });
    await expect(said).rejects.toMatchObject({ code: 'refused' });
    expect(await lines(TUESDAY)).toEqual(before);
    expect((await world.stores.calendar.named(`standup/${TUESDAY}`))[0]!.attended).toBeNull();
  });

  it('must be one', async () => {
    await expect(attendMeeting(world, { entry: 'nothing-like-it' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const git = (await entriesOf(TUESDAY)).find(({ source }) => source === 'git')!.id;
    await expect(attendMeeting(world, { entry: git })).rejects.toMatchObject({ code: 'usage' });
    const entry = await meetingEntry(TUESDAY);
    await editEntry(world, { id: entry, minutes: 50 });
    await world.stores.calendar.clear('ics:1');
    await expect(attendMeeting(world, { entry })).rejects.toMatchObject({ code: 'not-found' });
  });
});
