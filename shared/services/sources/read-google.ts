import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import { daysOfEvents, isSameEvent } from '../../evidence/event-changes.ts';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { World } from '../../ports/world.ts';
import { readCalendarKey } from '../../sources/google-calendar/calendar-key.ts';
import { listCalendars } from '../../sources/google-calendar/calendar-list.ts';
import { syncCalendar } from '../../sources/google-calendar/sync.ts';
import type { Instant } from '../../values/instant.ts';
import type { LocalDay } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { askGoogle, googleGrant, googleProblem } from './google-access.ts';
import { accountMark } from './google-accounts.ts';
import type { Person } from '../person.ts';
import type { Reading } from './source-reader.ts';

/** A large calendar is written down in parts, so that nothing else waits for it, in events. */
const PART = 1000;
/** More than so many are compared with one look at all there is. */
const FEW = 200;

/** Reads which calendars an account has. @throws Problem in words. */
export async function readGoogleAccount(
  world: World,
  account: string,
  reading: Reading,
): Promise<LocalDay[]> {
  try {
    const grant = await googleGrant(world, account);
    const calendars = await listCalendars((page) =>
      askGoogle(world, reading, (asking) => world.google.calendars(grant, page, asking)),
    );
    await reading.keep(accountMark({ calendars, refusedTo: null }));
    return [];
  } catch (error) {
    throw error instanceof GoogleFailure ? await googleProblem(world, error, account) : error;
  }
}

/**
 * Reads what changed in a calendar and keeps it.
 * @returns the local days on which something changed. @throws Problem in words.
 */
export async function readGoogleCalendar(
  world: World,
  person: Person,
  key: string,
  reading: Reading,
): Promise<LocalDay[]> {
  const name = readCalendarKey(key);
  if (name === null)
    throw new Problem('usage', said`${key} names no calendar.`, said`It is written account/calendar.`);
  try {
    const grant = await googleGrant(world, name.account);
    const found = await syncCalendar({
      rules: { source: key, zone: person.zone, addresses: addressesOf(person, name.account) },
      now: person.now,
      mark: reading.mark,
      ask: (from) =>
        askGoogle(world, reading, (asking) => world.google.events(grant, name.calendar, from, asking)),
    });
    const changed = await keepEvents(world, key, found.events, found.gone);
    const days = daysOfEvents(changed, person.zone);
    await reading.keep(found.mark, days);
    if (found.unreadable > 0) world.log.warn('google.unreadable', { events: found.unreadable });
    return days;
  } catch (error) {
    throw error instanceof GoogleFailure ? await googleProblem(world, error, name.account) : error;
  }
}

/** The person's own addresses, in lower case. */
function addressesOf({ settings }: Person, account: string): string[] {
  const named = settings['calendar.addresses'];
  const own = named.length > 0 ? named : settings['identity.emails'];
  return [...new Set([...own, account].map((address) => address.trim().toLowerCase()))];
}

/** Writes down what is new or different, takes away what is no more. @returns every event as it was or is now. */
async function keepEvents(
  world: Pick<World, 'stores' | 'clock'>,
  source: string,
  events: readonly CalendarEvent[],
  gone: readonly string[] | 'all others',
): Promise<CalendarEvent[]> {
  const { calendar } = world.stores;
  const named = gone === 'all others' ? [] : gone;
  const isFew = gone !== 'all others' && events.length + gone.length <= FEW;
  const known = isFew
    ? await knownByName(world, source, [...events.map(({ id }) => id), ...named])
    : await allKnown(world, source);
  const news = events.filter((event) => !isSameEvent(known.get(event.id), event));
  const stays = new Set(events.map(({ id }) => id));
  const lost =
    gone === 'all others'
      ? [...known.values()].filter(({ id }) => !stays.has(id))
      : await lostOf(world, source, named, known, stays);
  for (const part of parts(news)) {
    await calendar.put(source, part, []);
    await world.clock.wait(part.length === PART ? 1 : 0);
  }
  for (const part of parts(lost))
    await calendar.put(
      source,
      [],
      part.map(({ id }) => id),
    );
  return [
    ...news.flatMap((event) => [event, ...(known.get(event.id) ? [known.get(event.id)!] : [])]),
    ...lost,
  ];
}

function* parts(events: readonly CalendarEvent[]): Generator<readonly CalendarEvent[]> {
  for (let at = 0; at < events.length; at += PART) yield events.slice(at, at + PART);
}

/** Of a whole series that was deleted only its own id may be told: its instances are named after it. */
async function lostOf(
  world: Pick<World, 'stores'>,
  source: string,
  gone: readonly string[],
  known: ReadonlyMap<string, CalendarEvent>,
  stays: ReadonlySet<string>,
): Promise<CalendarEvent[]> {
  const lost = gone.flatMap((id) => known.get(id) ?? []);
  const unknown = new Set(gone.filter((id) => !known.has(id)));
  if (unknown.size === 0) return lost;
  const instances = [...(await allKnown(world, source)).values()].filter(
    ({ id, series }) => series !== null && unknown.has(id.slice(0, id.lastIndexOf('_'))) && !stays.has(id),
  );
  return [...lost, ...instances];
}

async function knownByName(
  world: Pick<World, 'stores'>,
  source: string,
  ids: readonly string[],
): Promise<Map<string, CalendarEvent>> {
  const found = await Promise.all(ids.map((id) => world.stores.calendar.named(id)));
  return byId(source, found.flat());
}

async function allKnown(world: Pick<World, 'stores'>, source: string): Promise<Map<string, CalendarEvent>> {
  return byId(source, await world.stores.calendar.between(ALWAYS));
}

const byId = (source: string, events: readonly CalendarEvent[]): Map<string, CalendarEvent> =>
  new Map(events.filter((event) => event.source === source).map((event) => [event.id, event]));

const ALWAYS = {
  start: Number.MIN_SAFE_INTEGER as Instant,
  end: Number.MAX_SAFE_INTEGER as Instant,
};
