import type { Entry } from '../entries/entry.ts';
import type { Dimension, Dimensions, EntryFilter, TimeSum } from '../reports/facts.ts';
import { minutes } from '../values/minutes.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText } from './memory-rows.ts';
import type { ReportStore } from './report-stores.ts';

/** What reports ask for, in memory: the same answers as on disk. */
export function memoryReports(rows: MemoryRows): ReportStore {
  const matching = (filter: EntryFilter): Entry[] =>
    [...rows.entries.values()].filter((entry) => entry.state !== 'deleted' && isMeant(entry, filter));
  return {
    async sums<D extends Dimension>(filter: EntryFilter, by: readonly D[]) {
      const groups = new Map<string, TimeSum<D>>();
      for (const entry of matching(filter)) {
        const keys = Object.fromEntries(by.map((name) => [name, DIMENSION[name](entry)])) as Pick<
          Dimensions,
          D
        >;
        const name = JSON.stringify(keys);
        const before = groups.get(name);
        groups.set(name, {
          ...keys,
          minutes: minutes((before?.minutes ?? 0) + entry.minutes),
          entries: (before?.entries ?? 0) + 1,
        });
      }
      return [...groups.values()].toSorted((a, b) =>
        firstDifference(by.map((name) => compare(a[name], b[name]))),
      );
    },
    async lines(filter, limit) {
      return matching(filter)
        .toSorted(
          (a, b) =>
            byText(b.date, a.date) ||
            (b.startedAt ?? -Infinity) - (a.startedAt ?? -Infinity) ||
            byText(b.id, a.id),
        )
        .slice(0, limit)
        .map(({ date, user, ticket, project, source, minutes, description, startedAt, endedAt, zone }) => ({
          date,
          user,
          ticket,
          project,
          source,
          minutes,
          description,
          startedAt,
          endedAt,
          zone,
        }));
    },
    async span(filter) {
      const dates = matching(filter)
        .map((entry) => entry.date)
        .toSorted(byText);
      return dates[0] === undefined ? null : { from: dates[0], to: dates.at(-1)! };
    },
    standings: async (filter) =>
      [...rows.days.values()]
        .filter(
          ({ user, date }) =>
            (filter.user === undefined || user === filter.user) &&
            (filter.from === undefined || date >= filter.from) &&
            (filter.to === undefined || date <= filter.to),
        )
        .toSorted((a, b) => byText(a.user, b.user) || byText(a.date, b.date))
        .map(({ user, date, status }) => ({ user, date, status })),
    async sessions({ start, end }, filter) {
      const counts = new Map<string, { user: string; project: string | null; sessions: number }>();
      for (const { user, project, status, startedAt } of rows.sessions.values()) {
        if (status === 'cancelled' || startedAt < start || startedAt >= end) continue;
        if (filter.user !== undefined && user !== filter.user) continue;
        if (filter.project !== undefined && project !== filter.project) continue;
        const name = JSON.stringify([user, project]);
        const before = counts.get(name) ?? { user, project, sessions: 0 };
        counts.set(name, { ...before, sessions: before.sessions + 1 });
      }
      return [...counts.values()].toSorted((a, b) => byText(a.user, b.user) || compare(a.project, b.project));
    },
    ticketFacts: async (tickets) =>
      [...new Set(tickets)].toSorted(byText).flatMap((ticket) => rows.ticketFacts.get(ticket) ?? []),
  };
}

const DIMENSION: { readonly [D in Dimension]: (entry: Entry) => Dimensions[D] } = {
  user: (entry) => entry.user,
  date: (entry) => entry.date,
  month: (entry) => entry.date.slice(0, 7),
  ticket: (entry) => entry.ticket,
  project: (entry) => entry.project,
  source: (entry) => entry.source,
};

const isMeant = (entry: Entry, { from, to, user, project, projects, tickets }: EntryFilter): boolean =>
  (from === undefined || entry.date >= from) &&
  (to === undefined || entry.date <= to) &&
  (user === undefined || entry.user === user) &&
  (project === undefined || entry.project === project) &&
  (projects === undefined || (entry.project !== null && projects.includes(entry.project))) &&
  (tickets === undefined || (entry.ticket !== null && tickets.includes(entry.ticket)));

/** Null before every text, as SQLite has it. */
const compare = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : byText(a, b);

const firstDifference = (differences: readonly number[]): number => differences.find((one) => one !== 0) ?? 0;
