import type { Entry } from '../../entries/entry.ts';
import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { workingMeetings } from '../../evidence/working-meetings.ts';
import type { RowChange } from '../../ports/changes.ts';
import type { World } from '../../ports/world.ts';
import { meetingKey } from '../../proposals/calendar-lane.ts';
import { afterEdit, assertEditable } from '../../review/transitions.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { addDays, dayInterval, dayOf, splitAtMidnight } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { findEntry, readTicket, recordOf } from '../change-entry.ts';
import { proposeDay } from '../derive-day.ts';
import { editEntry } from '../edit-entry.ts';
import type { Person } from '../person.ts';
import { personOf } from '../person.ts';

/** How far back drafts are proposed again, in days. */
const DAYS_BACK = 35;

/**
 * Always books a series of meetings on a ticket (setting `calendar.series`), from the entry of one of them; without a series,
 * all meetings of that title. Drafts of the last weeks are proposed again; what the person touched stays as they left it,
 * except the entry given. Whoever says what a meeting that is over went into says by it that they were there.
 * @param input.ticket empty: the series is booked by its title again, and it is open again whether they were there.
 * @throws Problem `not-found`, `usage` for an entry of no meeting, `refused` for one that neither series nor title tells.
 */
export async function bookSeries(
  world: World,
  input: { entry: string; ticket: string },
): Promise<{ series: string; title: string; ticket: string | null; days: string[] }> {
  const person = personOf(world);
  const ticket = readTicket(input.ticket);
  const entry = await findEntry(world, person, input.entry);
  const event = await meetingOf(world, entry);
  const series = event.series ?? event.title;
  if (series === '') {
    throw new Problem(
      'refused',
      said`This meeting stands alone and its calendar tells no title, so there is nothing to know others by.`,
      said`Give the entry itself a ticket: stint edit.`,
    );
  }
  const known = world.settings.get()['calendar.series'];
  const others = Object.entries(known).filter(([name]) => name !== series && name !== event.title);
  await world.settings.set(
    'calendar.series',
    Object.fromEntries(ticket === null ? others : [...others, [series, ticket]]),
  );
  world.events.publish({ kind: 'settings' });

  const now = personOf(world);
  if (event.end <= person.now && event.attended === (ticket === null ? true : null)) {
    for (const { source, id } of await copiesOf(world, event))
      await world.stores.calendar.setAttended(source, id, ticket === null ? null : true);
  }
  const days = await proposeAgain(world, now, event);
  if (await isLeftBehind(world, entry, ticket, person)) {
    await editEntry(world, { id: entry.id, ticket: ticket ?? '' });
    days.add(entry.date);
  }
  return { series, title: event.title || series, ticket, days: [...days].toSorted() };
}

/** Proposes the drafts that hold a meeting of the series, or of the title. @returns those that changed. */
async function proposeAgain(world: World, person: Person, event: CalendarEvent): Promise<Set<LocalDay>> {
  const from = addDays(person.today, -DAYS_BACK);
  const events = await world.stores.calendar.between({
    start: dayInterval(from, person.zone).start,
    end: dayInterval(person.today, person.zone).end,
  });
  const same = events.filter((one) =>
    event.series === null ? one.title === event.title : one.series === event.series,
  );
  const changed = new Set<LocalDay>();
  for (const day of new Set(same.flatMap((one) => daysOf(one, person)))) {
    if (day >= from && (await proposeDay(world, person, day))) changed.add(day);
  }
  return changed;
}

/** Who points at an entry means it too, also when they touched it before. */
async function isLeftBehind(
  world: World,
  { id }: Entry,
  ticket: Entry['ticket'],
  person: Person,
): Promise<boolean> {
  const entry = await world.stores.entries.get(id);
  if (entry === null || ticket === null || entry.ticket === ticket || entry.state === 'deleted') return false;
  const record = await recordOf(world, person, entry.date);
  return (record?.status ?? 'draft') === 'draft';
}

/**
 * Says whether the person was in a meeting. When they were not, its time goes to what they really did; an entry they made of
 * it goes too. Copies of the meeting in other calendars are meant as well.
 * @param input.entry an entry made of the meeting, or the id of the meeting.
 * @throws Problem `not-found`, `usage` for an entry of no meeting, `refused` on a submitted day; nothing changes then.
 */
export async function attendMeeting(
  world: World,
  input: { entry: string; attended?: boolean },
): Promise<{ date: string; attended: boolean }> {
  const person = personOf(world);
  const attended = input.attended ?? true;
  const event = await namedMeeting(world, person, input.entry);
  const copies = await copiesOf(world, event);
  const days = [...new Set(daysOf(event, person))].toSorted();
  for (const day of days) assertEditable(await recordOf(world, person, day));
  const said = copies.map((one) => ({ ...one, attended }));
  const turn: Turn = {
    keys: new Set(copies.map(meetingKey)),
    attended,
    changesTime: isCounted(copies, person) !== isCounted(said, person),
  };
  for (const day of days) await takeBack(world, person, day, turn);
  for (const { source, id } of copies) await world.stores.calendar.setAttended(source, id, attended);
  for (const day of days) {
    await proposeDay(world, person, day);
    world.events.publish({ kind: 'day', date: day });
  }
  return { date: days[0]!, attended };
}

/** What it means for the days of a meeting that the person was there, or was not. */
interface Turn {
  /** Of what is proposed for the meeting and its copies. */
  readonly keys: ReadonlySet<string>;
  readonly attended: boolean;
  /** It counted before and does not now, or the other way round. */
  readonly changesTime: boolean;
}

/** The meeting in every calendar that has it. */
const copiesOf = async (world: World, event: CalendarEvent): Promise<CalendarEvent[]> =>
  (await world.stores.calendar.between(event)).filter(
    (one) => one.title === event.title && one.start === event.start && one.end === event.end,
  );

const isCounted = (copies: readonly CalendarEvent[], { rules }: Person): boolean =>
  workingMeetings(copies, rules.meetings).length > 0;

/**
 * What the person made of the meeting before would stand in the way: an entry of what they say they were not in, or a
 * deleted one of what they say they were in. A reviewed day becomes a draft again.
 */
async function takeBack(
  world: World,
  person: Person,
  date: LocalDay,
  { keys, attended, changesTime }: Turn,
): Promise<void> {
  const record = await recordOf(world, person, date);
  const entries = await world.stores.entries.between(person.user, date, date);
  const made = entries.filter(
    ({ key, state }) =>
      keys.has(key?.split('~', 1)[0] ?? '') && (state === 'deleted' || (!attended && state !== 'proposed')),
  );
  // As a mere proposal it comes and goes with the meeting; undo makes it again what it was.
  const changes: RowChange[] = made.map((entry) => ({
    noun: 'entry',
    before: entry,
    after: { ...entry, state: 'proposed', updatedAt: person.now, revision: entry.revision + 1 },
  }));
  const reopened = changesTime || made.length > 0 ? afterEdit(record) : null;
  if (reopened) changes.push({ noun: 'day', before: record, after: reopened });
  if (changes.length === 0) return;
  await world.stores.ledger.commit({
    actor: person.user,
    operation: 'entry.attend',
    why: attended ? 'was in the meeting' : 'was not in the meeting',
    changes,
  });
}

async function namedMeeting(world: World, person: Person, name: string): Promise<CalendarEvent> {
  const [named] = await world.stores.calendar.named(name);
  return named ?? meetingOf(world, await findEntry(world, person, name));
}

/** The meeting an entry was made of. @throws Problem `usage` when it was made of none, `not-found` when that is gone. */
async function meetingOf(world: World, entry: Entry): Promise<CalendarEvent> {
  const line = entry.evidence.find(({ kind }) => kind === 'event');
  if (line === undefined) {
    throw new Problem(
      'usage',
      said`This entry was not made of a meeting.`,
      said`Take an entry whose source is calendar; see \`stint day\`.`,
    );
  }
  const events = await world.stores.calendar.named(line.ref);
  const event = events.find((one) => meetingKey(one) === entry.key?.split('~', 1)[0]) ?? events[0];
  if (event) return event;
  throw new Problem(
    'not-found',
    said`The meeting of this entry is in no calendar any more.`,
    said`Change or delete the entry itself.`,
  );
}

/** The local days it touches; one that takes no time has the day it lies in. */
function daysOf(event: CalendarEvent, { zone }: Person): LocalDay[] {
  const days = splitAtMidnight(event, zone).map(({ day }) => day);
  return days.length > 0 ? days : [dayOf(event.start, zone)];
}
