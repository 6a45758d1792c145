// A Google of our own behind a real address: consent page, tokens, calendars. It does what `emulate` lacks: sync tokens,
// 410, pages, series, kinds of events, partial answers, and the errors of a busy service.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemoryCalendar } from '#shared/ports/memory-google-calendar.ts';
import { memoryCalendar } from '#shared/ports/memory-google-calendar.ts';
import type { Settings } from '#shared/settings/catalogue.ts';
import type { FakeAnswer, FakeRequest } from '../providers/fake-provider.ts';
import { apiError } from './google-answers.ts';
import { listCalendars, listEvents } from './google-calendar-api.ts';
import type { FakeOAuth } from './google-oauth.ts';
import { fakeOAuth } from './google-oauth.ts';

export interface FakePerson {
  readonly own: MemoryCalendar;
  add(id: string, summary: string): MemoryCalendar;
}

export interface FakeGoogle {
  readonly url: string;
  readonly oauth: FakeOAuth;
  /** Where Stint finds it. */
  readonly settings: Pick<
    Settings,
    'google.clientId' | 'google.authUrl' | 'google.tokenUrl' | 'google.apiUrl'
  >;
  person(address: string): FakePerson;
  /** What arrived, oldest first: `GET /calendar/v3/users/me/calendarList`. */
  readonly arrived: readonly (FakeRequest & { readonly path: string; readonly query: URLSearchParams })[];
  /** Given by the API instead of its own answers, one after the other. */
  readonly instead: FakeAnswer[];
  /** How many calendars are on a page of the list. */
  listSize: number;
  /** Access tokens given so far do not hold any more. */
  expireAccess(): void;
  close(): Promise<void>;
}

export async function startGoogle(): Promise<FakeGoogle> {
  const people = new Map<string, Map<string, MemoryCalendar>>();
  const syncs = new Map<string, string>();
  const arrived: (FakeRequest & { path: string; query: URLSearchParams })[] = [];
  const client = { id: 'stint-story.apps.googleusercontent.com', secret: 'GOCSPX-of-the-story' };
  const oauth = fakeOAuth(client, () => [...people.keys()]);

  const api = (path: string, query: URLSearchParams, { headers }: FakeRequest): FakeAnswer => {
    const grant = oauth.access.get(headers['authorization']?.replace(/^Bearer /, '') ?? '');
    if (!grant) return apiError(401, 'authError', 'Invalid Credentials');
    const may = (scope: string): boolean =>
      grant.scopes.includes(`https://www.googleapis.com/auth/calendar.${scope}.readonly`);
    const calendars = people.get(grant.address) ?? new Map<string, MemoryCalendar>();
    const tooLittle = apiError(
      403,
      'insufficientPermissions',
      'Request had insufficient authentication scopes.',
    );
    if (path === '/calendar/v3/users/me/calendarList') {
      return may('calendarlist') ? listCalendars([...calendars.values()], query, google.listSize) : tooLittle;
    }
    const events = /^\/calendar\/v3\/calendars\/([^/]+)\/events$/.exec(path);
    if (!events) return apiError(404, 'notFound', 'Not Found');
    return may('events')
      ? listEvents(calendars.get(decodeURIComponent(events[1]!)), query, syncs)
      : tooLittle;
  };
  const handle = (request: FakeRequest): FakeAnswer => {
    const { pathname: path, searchParams: query } = new URL(request.target, 'http://google');
    arrived.push({ ...request, path, query });
    const isApi = path.startsWith('/calendar/');
    return (
      (isApi ? google.instead.shift() : null) ??
      oauth.handle(path, query, request) ??
      api(path, query, request)
    );
  };
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      const { status, headers, body } = handle(request);
      response.writeHead(status, headers).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const google: FakeGoogle = {
    url,
    oauth,
    settings: {
      'google.clientId': client.id,
      'google.authUrl': `${url}/o/oauth2/v2/auth`,
      'google.tokenUrl': `${url}/token`,
      'google.apiUrl': url,
    },
    person(address) {
      const own = memoryCalendar(address, address, true);
      const calendars = new Map([[address, own]]);
      people.set(address, calendars);
      return {
        own,
        add(id, summary) {
          const calendar = memoryCalendar(id, summary);
          calendars.set(id, calendar);
          return calendar;
        },
      };
    },
    arrived,
    instead: [],
    listSize: 100,
    expireAccess: () => oauth.access.clear(),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return google;
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}
