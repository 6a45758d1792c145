import type { AgentUse } from '../evidence/agent.ts';
import { joinedRun } from '../evidence/agent-run.ts';
import { withUse } from '../evidence/agent-use.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { Interval } from '../values/interval.ts';
import { contains } from '../values/interval.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText, touches } from './memory-rows.ts';
import { ticketWords } from './store-rules.ts';
import type { Stores } from './stores.ts';

/** What sources tell, in memory: the same rules as on disk. */
export function memorySources(
  rows: MemoryRows,
): Pick<Stores, 'sources' | 'calendar' | 'tools' | 'agents' | 'ticketFacts'> {
  return {
    sources: {
      list: async () => [...rows.sources.values()].toSorted((a, b) => byText(a.key, b.key)),
      get: async (key) => rows.sources.get(key) ?? null,
      put: async (state) => void rows.sources.set(state.key, state),
      remove: async (key) => void rows.sources.delete(key),
    },
    calendar: calendar(rows),
    tools: tools(rows),
    agents: agents(rows),
    ticketFacts: {
      get: async (ticket) => rows.ticketFacts.get(ticket) ?? null,
      put: async (facts) => facts.forEach((one) => rows.ticketFacts.set(one.ticket, one)),
      search: async (query, limit) =>
        [...rows.ticketFacts.values()]
          .filter((one) => ticketWords(one).includes(query.trim().toLowerCase()))
          .toSorted((a, b) => b.at - a.at || byText(a.ticket, b.ticket))
          .slice(0, limit),
    },
  };
}

function calendar({ events }: MemoryRows): Stores['calendar'] {
  const nameOf = ({ source, id }: Pick<CalendarEvent, 'source' | 'id'>): string => `${source} ${id}`;
  const of = (source: string): CalendarEvent[] => [...events.values()].filter((e) => e.source === source);
  const byStart = (a: CalendarEvent, b: CalendarEvent): number =>
    a.start - b.start || byText(a.source, b.source) || byText(a.id, b.id);
  return {
    async put(source, given, gone) {
      const ids = new Set(given.map((event) => event.id));
      const isGone = (event: CalendarEvent): boolean =>
        'window' in gone
          ? contains(gone.window, event.start) && !ids.has(event.id)
          : gone.includes(event.id) && !ids.has(event.id);
      for (const event of of(source)) if (isGone(event)) events.delete(nameOf(event));
      for (const event of given) {
        const known = events.get(nameOf({ source, id: event.id }));
        events.set(nameOf({ source, id: event.id }), {
          ...event,
          source,
          attended: known ? known.attended : event.attended,
        });
      }
    },
    between: async (interval) =>
      [...events.values()].filter((e) => touches(e.start, e.end, interval)).toSorted(byStart),
    named: async (id) =>
      [...events.values()].filter((e) => e.id === id).toSorted((a, b) => byText(a.source, b.source)),
    async setAttended(source, id, attended) {
      const known = events.get(nameOf({ source, id }));
      if (known) events.set(nameOf(known), { ...known, attended });
      return known !== undefined;
    },
    async clear(source) {
      for (const event of of(source)) events.delete(nameOf(event));
    },
  };
}

function tools({ marks, beats }: MemoryRows): Stores['tools'] {
  const within =
    (user: string, interval: Interval) =>
    (row: { user: string; at: CalendarEvent['start'] }): boolean =>
      row.user === user && contains(interval, row.at);
  return {
    addMarks: async (given) =>
      addNew(marks, given, (m) => JSON.stringify([m.user, m.at, m.tool, m.kind, m.ticket ?? ''])),
    marks: async (user, interval) =>
      [...marks.values()]
        .filter(within(user, interval))
        .toSorted(
          (a, b) =>
            a.at - b.at ||
            byText(a.tool, b.tool) ||
            byText(a.kind, b.kind) ||
            byText(a.ticket ?? '', b.ticket ?? ''),
        ),
    addBeats: async (given) =>
      addNew(beats, given, (beat) => JSON.stringify([beat.user, beat.at, beat.entity, beat.type])),
    beats: async (user, interval) =>
      [...beats.values()]
        .filter(within(user, interval))
        .toSorted((a, b) => a.at - b.at || byText(a.entity, b.entity) || byText(a.type, b.type)),
  };
}

function addNew<Row>(rows: Map<string, Row>, given: readonly Row[], nameOf: (row: Row) => string): number {
  const before = rows.size;
  for (const row of given) if (!rows.has(nameOf(row))) rows.set(nameOf(row), row);
  return rows.size - before;
}

function agents({ runs, uses }: MemoryRows): Stores['agents'] {
  const of = (user: string) =>
    [...runs.values()]
      .filter((run) => run.user === user)
      .toSorted((a, b) => a.startedAt - b.startedAt || byText(a.agent, b.agent) || byText(a.id, b.id));
  return {
    async putRuns(given) {
      for (const run of given) {
        const name = JSON.stringify([run.user, run.agent, run.id]);
        const known = runs.get(name);
        runs.set(name, known ? joinedRun(known, run) : run);
      }
    },
    runs: async (user, interval) => of(user).filter((run) => touches(run.startedAt, run.aliveAt, interval)),
    openRuns: async (user) => of(user).filter((run) => run.ended === null),
    async putUses(given) {
      for (const use of given) {
        const name = JSON.stringify([use.agent, use.message]);
        uses.set(name, withUse(uses.get(name) ?? [], use));
      }
    },
    uses: async (interval) =>
      [...uses.values()]
        .flat()
        .filter((use) => contains(interval, use.at))
        .toSorted(byTime),
  };
}

const byTime = (a: AgentUse, b: AgentUse): number =>
  a.at - b.at ||
  byText(a.run, b.run) ||
  byText(a.message ?? '', b.message ?? '') ||
  byText(a.request ?? '', b.request ?? '');
