import type { World } from '../../ports/world.ts';
import type { Place } from '../../sources/ics/address.ts';
import type { Validators } from '../../sources/ics/fetch-calendar.ts';
import { AskedForQuiet, fetchCalendar, NO_VALIDATORS } from '../../sources/ics/fetch-calendar.ts';
import { readIcs } from '../../sources/ics/read-ics.ts';
import type { Instant } from '../../values/instant.ts';
import { earliest, instant } from '../../values/instant.ts';
import type { Interval } from '../../values/interval.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import { addDays, dayInterval, dayOf } from '../../values/local-day.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { fnv1a64 } from '../../values/text-hash.ts';
import { calendarNews } from './calendar-news.ts';
import type { IcsMark } from './ics-mark.ts';
import { readIcsMark } from './ics-mark.ts';
import { icsPlaces } from './ics-places.ts';
import type { Person } from '../person.ts';
import type { Reading } from './source-reader.ts';

/** Days that are laid out: older ones when somebody asks for them. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 30;
const DAYS_AROUND = 31;
/** While so many days to come are laid out, an unchanged calendar need not be read again. */
const DAYS_AHEAD_AT_LEAST = 14;
/** In bytes. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** How long a server that asked for quiet is left alone, in ms: doubled each time where it does not say. */
const QUIET = { firstMs: 2 * 60_000, longestMs: 6 * 3_600_000 };
/** Counted up where the same text is read differently: then everything is read again. */
const READING = 1;

/**
 * Reads a calendar of the settings and keeps its events. What is unchanged is not fetched, nor laid out again; when it
 * cannot be read, what was read before stays.
 * @returns the local days on which something changed. @throws Problem in words that name no secret address.
 */
export async function readIcsSource(
  world: World,
  person: Person,
  key: string,
  since: Instant,
  reading: Reading,
): Promise<LocalDay[]> {
  const place = icsPlaces(world).find((one) => one.key === key)?.place;
  if (place === undefined) {
    throw new Problem(
      'not-found',
      said`This calendar is not in the settings any more.`,
      said`See: stint config get calendar.ics`,
    );
  }
  const mark = readIcsMark(reading.mark);
  if (mark.quiet !== null && person.now < mark.quiet.until) {
    throw new Problem('offline', mark.quiet.why, said`What was read before stays; it is read again later.`);
  }
  const by = fnv1a64(JSON.stringify([READING, person.zone, addressesOf(person)]));
  const wanted = windowOf(person, since);
  const covered = mark.by === by && covers(mark, person, wanted);

  const got = await getText(world, place, covered ? mark : NO_VALIDATORS, reading).catch(
    async (error: unknown) => {
      if (error instanceof AskedForQuiet)
        await reading.keep(JSON.stringify({ ...mark, quiet: quietAfter(error, mark, person) }));
      throw error;
    },
  );
  const text = got === null ? mark.text : fnv1a64(got.text);
  if (got === null || (covered && text === mark.text)) {
    const news = got?.validators ?? mark;
    const { etag, lastModified } = news;
    await reading.keep(JSON.stringify({ ...mark, etag, lastModified, quiet: null }));
    return [];
  }
  const window = withDaysAround(wanted, since, person);
  const wish = { window, addresses: addressesOf(person), zone: person.zone, source: key };
  const { events, problems } = readIcs(got.text, wish);
  const days = await keepEvents(world, person, key, events, window);
  const kept: IcsMark = {
    from: window.start,
    to: window.end,
    by,
    text,
    ...got.validators,
    told: problems,
    quiet: null,
  };
  await reading.keep(JSON.stringify(kept), days);
  if (problems.length > 0) world.log.warn('ics.left_out', { problems: problems.length });
  return days;
}

/** What is wanted, as days: the usual ones, or from an older one on that somebody asks for. */
function windowOf({ today, zone }: Person, since: Instant): Interval {
  return {
    start: earliest(dayInterval(addDays(today, -DAYS_BACK), zone).start, startOfDay(since, zone)),
    end: dayInterval(addDays(today, DAYS_AHEAD), zone).end,
  };
}

/** Who looks at an old day looks at others around it: a month before it comes along. */
function withDaysAround({ start, end }: Interval, since: Instant, { zone }: Person): Interval {
  if (start < startOfDay(since, zone)) return { start, end };
  return { start: dayInterval(addDays(dayOf(since, zone), -DAYS_AROUND), zone).start, end };
}

const startOfDay = (at: Instant, zone: Zone): Instant => dayInterval(dayOf(at, zone), zone).start;

/** Is everything that is wanted now laid out since the last reading? */
function covers(mark: IcsMark, { today, zone }: Person, wanted: Interval): boolean {
  const needed = dayInterval(addDays(today, DAYS_AHEAD_AT_LEAST), zone).end;
  return mark.from <= wanted.start && mark.to >= needed;
}

async function getText(
  world: World,
  place: Place,
  known: Validators,
  reading: Reading,
): Promise<{ text: string; validators: Validators } | null> {
  if (place.kind === 'address') return fetchCalendar(world.http, place, known, reading);
  const path = world.machine.absolutePath(place.path);
  return { text: await world.files.read(path, LARGEST_FILE), validators: NO_VALIDATORS };
}

async function keepEvents(
  world: World,
  person: Person,
  source: string,
  events: Parameters<typeof calendarNews>[1],
  window: Interval,
): Promise<LocalDay[]> {
  const known = (await world.stores.calendar.between(window)).filter((event) => event.source === source);
  const { changed, gone, days } = calendarNews(known, events, window, person.zone);
  if (changed.length > 0 || gone.length > 0) await world.stores.calendar.put(source, changed, gone);
  return days;
}

/** The person's own addresses, by which calendars know them. */
function addressesOf({ settings }: Person): readonly string[] {
  const named = settings['calendar.addresses'];
  return named.length > 0 ? named : settings['identity.emails'];
}

function quietAfter(problem: AskedForQuiet, mark: IcsMark, { now }: Person): IcsMark['quiet'] {
  const times = (mark.quiet?.times ?? 0) + 1;
  const doubled = QUIET.firstMs * 2 ** Math.min(times - 1, 20);
  const ms = problem.afterSeconds === null ? doubled : problem.afterSeconds * 1000;
  return { times, until: instant(now + Math.min(ms, QUIET.longestMs)), why: problem.message };
}
