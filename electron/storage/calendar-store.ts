import type { CalendarEvent } from '#shared/evidence/calendar-event.ts';
import type { CalendarStore } from '#shared/ports/evidence-stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Interval } from '#shared/values/interval.ts';
import type { Connections } from './connections.ts';

interface EventRow {
  id: string;
  source: string;
  series: string | null;
  title: string;
  start_at: Instant;
  end_at: Instant;
  all_day: number;
  status: CalendarEvent['status'];
  response: CalendarEvent['response'];
  busy: number;
  attended: number | null;
  kind: CalendarEvent['kind'];
}

const eventOf = (row: EventRow): CalendarEvent => ({
  source: row.source,
  id: row.id,
  series: row.series,
  title: row.title,
  start: row.start_at,
  end: row.end_at,
  allDay: row.all_day === 1,
  status: row.status,
  response: row.response,
  busy: row.busy === 1,
  attended: row.attended === null ? null : row.attended === 1,
  kind: row.kind,
});

const bitOf = (value: boolean | null): number | null => (value === null ? null : Number(value));

const rowOf = (event: CalendarEvent, source: string): EventRow => ({
  id: event.id,
  source,
  series: event.series,
  title: event.title,
  start_at: event.start,
  end_at: event.end,
  all_day: Number(event.allDay),
  status: event.status,
  response: event.response,
  busy: Number(event.busy),
  attended: bitOf(event.attended),
  kind: event.kind,
});

const COLUMNS =
  'id, source, series, title, start_at, end_at, all_day, status, response, busy, attended, kind';

type Gone = readonly string[] | { readonly window: Interval };

/**
 * Meetings as calendars have them. Read on the light connection, for they can be read again; what the person said about
 * one (`attended`) cannot, so it is written durably.
 */
export function calendarStore({ durable, light, origin, answer }: Connections): CalendarStore {
  // `attended` is left out of the update: it is the person's, not the calendar's.
  const put = light.prepare(
    `INSERT INTO events (origin, ${COLUMNS})
     VALUES (@origin, @id, @source, @series, @title, @start_at, @end_at, @all_day, @status, @response, @busy, @attended, @kind)
     ON CONFLICT DO UPDATE SET series = excluded.series, title = excluded.title, start_at = excluded.start_at,
       end_at = excluded.end_at, all_day = excluded.all_day, status = excluded.status, response = excluded.response,
       busy = excluded.busy, kind = excluded.kind`,
  );
  const removeNamed = light.prepare(
    `DELETE FROM events WHERE source = @source AND id IN (SELECT value FROM json_each(@gone))
       AND id NOT IN (SELECT value FROM json_each(@kept))`,
  );
  const removeWithin = light.prepare(
    `DELETE FROM events WHERE source = @source AND start_at >= @start AND start_at < @end
       AND id NOT IN (SELECT value FROM json_each(@kept))`,
  );
  const putAll = light.transaction((source: string, events: readonly CalendarEvent[], gone: Gone): void => {
    const kept = JSON.stringify(events.map((event) => event.id));
    if ('window' in gone) removeWithin.run({ source, kept, start: gone.window.start, end: gone.window.end });
    else if (gone.length > 0) removeNamed.run({ source, kept, gone: JSON.stringify(gone) });
    for (const event of events) put.run({ ...rowOf(event, source), origin });
  });
  const within = durable.prepare<{ start: number; end: number }, EventRow>(
    `SELECT ${COLUMNS} FROM events
       WHERE start_at > @start - 86400000 AND start_at < @end AND end_at > @start AND end_at - start_at <= 86400000
     UNION ALL
     SELECT ${COLUMNS} FROM events WHERE end_at > @start AND end_at - start_at > 86400000 AND start_at < @end
     ORDER BY start_at, source, id`,
  );
  const named = durable.prepare<[string], EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE id = ? ORDER BY source`,
  );
  const attend = durable.prepare('UPDATE events SET attended = ? WHERE id = ? AND source = ?');
  const clear = light.prepare('DELETE FROM events WHERE source = ?');
  return {
    put: (source, events, gone) => answer(() => putAll.immediate(source, events, gone)),
    between: ({ start, end }) => answer(() => within.all({ start, end }).map(eventOf)),
    named: (id) => answer(() => named.all(id).map(eventOf)),
    setAttended: (source, id, attended) => answer(() => attend.run(bitOf(attended), id, source).changes > 0),
    clear: (source) => answer(() => void clear.run(source)),
  };
}
