import type { CalendarEvent } from '../../evidence/calendar-event.ts';
import type { Interval } from '../../values/interval.ts';
import type { Zone } from '../../values/local-day.ts';
import { compareTexts } from '../../values/order.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';
import { addressOf } from './answer.ts';
import type { CalendarText, Component } from './components.ts';
import { partCalendar } from './components.ts';
import { mayMatter } from './far.ts';
import type { Meeting } from './meeting.ts';
import { readMeeting } from './meeting.ts';
import type { ReadEvent } from './series.ts';
import { eventsOf } from './series.ts';
import { Steps, TooMuchWork } from './steps.ts';
import type { WallClock } from './wall.ts';
import { zonesOf } from './zones.ts';

/** What to read, and for whom. */
export interface IcsWish {
  /** Events that overlap it are wanted. */
  readonly window: Interval;
  /** The person's own, to see what they answered. */
  readonly addresses: readonly string[];
  /** Where times without a zone, and whole days, are. */
  readonly zone: Zone;
  /** Key that the events carry. */
  readonly source: string;
}

/** What a calendar file holds. */
export interface IcsContent {
  /** By start, then id. */
  readonly events: CalendarEvent[];
  /** For people; never a title, a name or an address. */
  readonly problems: string[];
}

/** No person has so many meetings in the months that are read, nor so many events that might be. */
const MOST_EVENTS = 20_000;
const MOST_READ = 40_000;
/** Work for a whole file, and for one event of it (`Steps`): some seconds at the worst, and only for what nobody writes. */
const STEPS = 8_000_000;
const STEPS_OF_ONE = 800_000;

/**
 * Reads an iCalendar file (RFC 5545) as calendars really write it. A pure function: order of events never matters, and a
 * narrower window gives what filtering a wider one would. What cannot be read is left out, counted and told; what would
 * never end is bounded.
 * @throws Problem `failed` when it is no calendar, or only the beginning of one: then nothing is known.
 */
export function readIcs(text: string, wish: IcsWish): IcsContent {
  const own = new Set(wish.addresses.map(addressOf).filter((address) => address !== ''));
  const calendars = partCalendar(text, own);
  if (calendars === null) {
    throw new Problem(
      'failed',
      /begin:vcalendar/i.test(text)
        ? said`The calendar ends in the middle.`
        : said`What came is no calendar.`,
      said`What was read before stays. See whether the address or file still gives a calendar (.ics).`,
    );
  }
  const reading = new IcsReading(wish);
  for (const calendar of calendars) reading.take(calendar);
  return reading.content();
}

/** One file being read: what was found so far and what went wrong. */
class IcsReading {
  readonly #wish: IcsWish;
  readonly #steps = new Steps(STEPS);
  readonly #clocks = new Map<Zone, WallClock>();
  readonly #events = new Map<string, ReadEvent>();
  readonly #unknownZones = new Set<string>();
  #read = 0;
  #unreadable = 0;
  #tooOften = 0;
  #tooMany = 0;

  constructor(wish: IcsWish) {
    this.#wish = wish;
  }

  take(calendar: CalendarText): void {
    const { window, zone } = this.#wish;
    const described = calendar.components.filter(({ kind }) => kind === 'VTIMEZONE');
    const zones = zonesOf(described, zone, window, this.#steps.share(STEPS_OF_ONE), this.#clocks);
    const byUid = new Map<string, Meeting[]>();
    const mattering = mayMatter(calendar.components, window);
    const some = mattering.slice(0, Math.max(0, MOST_READ - this.#read));
    this.#read += some.length;
    this.#tooMany += mattering.length - some.length;
    for (const component of some) {
      try {
        const meeting = readMeeting(component, calendar, zones);
        // Without a name of its own an event is known by what it says.
        const uid = meeting.uid || nameless(component);
        const same = byUid.get(uid);
        if (same) same.push({ ...meeting, uid });
        else byUid.set(uid, [{ ...meeting, uid }]);
      } catch {
        this.#unreadable += 1;
      }
    }
    for (const meetings of byUid.values()) this.#layOut(meetings);
    for (const name of zones.unknown) this.#unknownZones.add(name);
  }

  #layOut(meetings: readonly Meeting[]): void {
    try {
      for (const event of eventsOf(meetings, this.#wish.window, this.#steps.share(STEPS_OF_ONE))) {
        this.#events.set(event.id, event);
      }
    } catch (error) {
      if (error instanceof TooMuchWork) this.#tooOften += 1;
      else this.#unreadable += 1;
    }
  }

  content(): IcsContent {
    const { source } = this.#wish;
    const events = [...this.#events.values()]
      .map((event): CalendarEvent => ({ ...event, source, attended: null }))
      .sort((a, b) => a.start - b.start || compareTexts(a.id, b.id));
    this.#tooMany += Math.max(0, events.length - MOST_EVENTS);
    // The latest are those that matter now.
    return { events: events.slice(-MOST_EVENTS), problems: this.#problems() };
  }

  #problems(): string[] {
    const told: string[] = [];
    const count = (n: number): string => (n === 1 ? said`1 event` : said`${n} events`);
    if (this.#unreadable > 0) told.push(said`${count(this.#unreadable)} left out for not being readable.`);
    if (this.#tooOften > 0) told.push(said`${count(this.#tooOften)} left out for repeating too often.`);
    if (this.#tooMany > 0) told.push(said`${count(this.#tooMany)} left out for being more than anybody has.`);
    const zones = [...this.#unknownZones].sort(compareTexts);
    if (zones.length > 0) {
      told.push(
        said`Nobody knows the time ${zones.length === 1 ? said`zone` : said`zones`} ${zones
          .slice(0, 3)
          .map((zone) => `"${zone.slice(0, 60)}"`)
          .join(', ')}; your own (${this.#wish.zone}) is taken instead.`,
      );
    }
    return told;
  }
}

const nameless = ({ lines }: Component): string =>
  `nameless ${lines.toSorted(compareTexts).join('\n').slice(0, 400)}`;
