import { plusMinutes } from '../values/instant.ts';
import { Problem } from '../values/problem.ts';
import type { Asking, GoogleCalendars, GoogleClient, GoogleConsent } from './google-calendars.ts';
import { GoogleFailure } from './google-calendars.ts';
import type { MemoryCalendar } from './memory-google-calendar.ts';
import { memoryCalendar } from './memory-google-calendar.ts';
import type { Clock } from './world.ts';

/** Google in memory: people with calendars, and a test that plays the browser. */
export interface MemoryGoogle extends GoogleCalendars {
  /** Makes a person with a calendar of their own. */
  person(address: string): MemoryPerson;
  /** The person says yes on the consent page. @throws whatever keeping it throws, as their browser would show it. */
  consent(address: string, scopes?: readonly string[]): Promise<void>;
  /** What is answered instead, one after the other. */
  readonly trouble: GoogleFailure[];
  /** Every request, oldest first: `calendars`, `events max@acme.com sync-3`, `revoke`. */
  readonly requests: string[];
  /** Given out in place of the refresh token with the next request, once. */
  rotate: string | null;
}

export interface MemoryPerson {
  readonly address: string;
  readonly calendars: Map<string, MemoryCalendar>;
  readonly own: MemoryCalendar;
  /** Refresh tokens that hold. */
  readonly tokens: Set<string>;
  add(id: string, summary: string): MemoryCalendar;
}

const ALL_SCOPES = ['calendar.events.readonly', 'calendar.calendarlist.readonly'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

export function memoryGoogle(clock: Pick<Clock, 'now'>): MemoryGoogle {
  const people = new Map<string, MemoryPerson>();
  let waiting: ((consent: GoogleConsent) => Promise<void>) | null = null;
  let given = 0;

  const owner = (token: string): MemoryPerson => {
    const person = [...people.values()].find(({ tokens }) => tokens.has(token));
    if (!person) throw new GoogleFailure('reconnect', 'Token has been expired or revoked.', 400);
    return person;
  };
  const met = (request: string, { stop }: Asking): void => {
    google.requests.push(request);
    stop?.check();
    const trouble = google.trouble.shift();
    if (trouble) throw trouble;
  };
  const rotated = async (person: MemoryPerson, renewed: (token: string) => Promise<void>): Promise<void> => {
    const { rotate } = google;
    if (rotate === null) return;
    google.rotate = null;
    person.tokens.add(rotate);
    await renewed(rotate);
  };
  const google: MemoryGoogle = {
    trouble: [],
    requests: [],
    rotate: null,
    person(address) {
      const own = memoryCalendar(address, address, true);
      const calendars = new Map([[address, own]]);
      const person: MemoryPerson = {
        address,
        calendars,
        own,
        tokens: new Set(),
        add(id, summary) {
          const calendar = memoryCalendar(id, summary);
          calendars.set(id, calendar);
          return calendar;
        },
      };
      people.set(address, person);
      return person;
    },
    async consent(address, scopes = ALL_SCOPES) {
      if (waiting === null) throw new Error('nobody asked for consent');
      const refreshToken = `refresh-${(given += 1)}`;
      people.get(address)!.tokens.add(refreshToken);
      const keep = waiting;
      waiting = null;
      await keep({ refreshToken, scopes });
    },
    async askConsent(client: GoogleClient, keep) {
      if (client.id === '') throw new Problem('usage', 'no client', 'set one');
      waiting = keep;
      return {
        address: `https://accounts.example/auth?client_id=${client.id}`,
        expiresAt: plusMinutes(clock.now(), 5),
      };
    },
    async calendars({ refreshToken, renewed }, _page, asking) {
      met('calendars', asking);
      const person = owner(refreshToken);
      await rotated(person, renewed);
      return {
        items: [...person.calendars.values()].map(({ id, summary, primary }) => ({
          id,
          summary,
          ...(primary ? { primary } : {}),
        })),
      };
    },
    async events({ refreshToken, renewed }, calendar, from, asking) {
      met(`events ${calendar} ${from.sync ?? 'all'}${from.page === null ? '' : ` ${from.page}`}`, asking);
      const person = owner(refreshToken);
      await rotated(person, renewed);
      const found = person.calendars.get(calendar);
      if (!found) throw new GoogleFailure('missing', 'Not Found', 404);
      return found.list(from);
    },
    async revoke(_client, refreshToken, asking) {
      met('revoke', asking);
      for (const { tokens } of people.values()) tokens.delete(refreshToken);
    },
  };
  return google;
}
