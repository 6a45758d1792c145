// The two lists of Calendar API v3 that Stint reads, with the rules of their parameters.
import { GoogleFailure } from '#shared/ports/google-calendars.ts';
import type { MemoryCalendar } from '#shared/ports/memory-google-calendar.ts';
import type { FakeAnswer } from '../providers/fake-provider.ts';
import { partOf } from './field-mask.ts';
import { apiError, json } from './google-answers.ts';

/** Not to be combined with a sync token (reference of `events.list`). */
const NOT_WITH_SYNC = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

/** A series as it is told with `singleEvents`: its instances, one a day. */
export function putSeries(
  calendar: MemoryCalendar,
  of: { id: string; summary: string; first: string; minutes: number; days: number; rest?: object },
): void {
  for (let day = 0; day < of.days; day += 1) {
    const start = new Date(Date.parse(of.first) + day * 86_400_000);
    calendar.put({
      id: `${of.id}_${start.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
      status: 'confirmed',
      summary: of.summary,
      recurringEventId: of.id,
      iCalUID: `${of.id}@google.com`,
      originalStartTime: { dateTime: start.toISOString() },
      start: { dateTime: start.toISOString(), timeZone: 'Europe/Berlin' },
      end: { dateTime: new Date(start.getTime() + of.minutes * 60_000).toISOString() },
      ...of.rest,
    });
  }
}

/** @param memory what each sync token was given for: later calls must ask for the same. */
export function listEvents(
  calendar: MemoryCalendar | undefined,
  query: URLSearchParams,
  memory: Map<string, string>,
): FakeAnswer {
  if (!calendar) return apiError(404, 'notFound', 'Not Found');
  const sync = query.get('syncToken');
  const asked = [...query].filter(([name]) => name !== 'syncToken' && name !== 'pageToken');
  const basis = new URLSearchParams(asked.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  if (query.get('singleEvents') !== 'true')
    return apiError(400, 'invalid', 'told only as single events here');
  const most = Number(query.get('maxResults') ?? '250');
  if (!(most >= 1 && most <= 2500)) return apiError(400, 'invalid', 'maxResults');
  if (sync !== null) {
    const forbidden = NOT_WITH_SYNC.find((name) => query.has(name));
    if (forbidden !== undefined)
      return apiError(400, 'invalid', `Sync token cannot be used with ${forbidden}.`);
    const before = memory.get(`${calendar.id} ${sync}`);
    if (before !== undefined && before !== basis)
      return apiError(400, 'invalid', 'Sync token was given for other parameters.');
  }
  try {
    const size = calendar.pageSize;
    calendar.pageSize = Math.min(size, most);
    const page = calendar.list({ sync, page: query.get('pageToken') });
    calendar.pageSize = size;
    if (page.nextSyncToken !== undefined) memory.set(`${calendar.id} ${page.nextSyncToken}`, basis);
    return partial({ kind: 'calendar#events', summary: calendar.summary, ...page }, query);
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error;
    return apiError(410, 'fullSyncRequired', error.message);
  }
}

export function listCalendars(
  calendars: readonly MemoryCalendar[],
  query: URLSearchParams,
  pageSize: number,
): FakeAnswer {
  const from = Number(query.get('pageToken') ?? '0');
  const next = from + pageSize;
  const items = calendars.slice(from, next).map(({ id, summary, primary }) => ({
    kind: 'calendar#calendarListEntry',
    etag: '"1"',
    id,
    summary,
    accessRole: 'owner',
    selected: true,
    ...(primary ? { primary } : {}),
  }));
  const more = next < calendars.length ? { nextPageToken: String(next) } : { nextSyncToken: 'list' };
  return partial({ kind: 'calendar#calendarList', items, ...more }, query);
}

function partial(answer: object, query: URLSearchParams): FakeAnswer {
  const fields = query.get('fields');
  try {
    return json(200, fields === null ? answer : partOf(answer, fields));
  } catch (error) {
    return apiError(400, 'invalidParameter', error instanceof Error ? error.message : 'fields');
  }
}
