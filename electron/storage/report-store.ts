import type { TicketFacts } from '#shared/evidence/ticket-facts.ts';
import type { ReportStore } from '#shared/ports/report-stores.ts';
import type {
  DayStanding,
  Dimension,
  EntryFilter,
  EntryLine,
  SessionCount,
  TimeSum,
} from '#shared/reports/facts.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { Connections } from './connections.ts';
import { FACTS_COLUMNS, factsOf, type FactsRow } from './ticket-facts-store.ts';

/** How each dimension is read; `month` is the front of the date. */
const COLUMN: Readonly<Record<Dimension, string>> = {
  user: 'user',
  date: 'date',
  month: 'substr(date, 1, 7)',
  ticket: 'ticket',
  project: 'project',
  source: 'source',
};

/** Days are compared as text; these are the first and the last there can be (`parseLocalDay`). */
const FIRST = '1900-01-01';
const LAST = '2999-12-31';

/**
 * What reports ask for. Each question goes to the index that begins with what it asks for and holds all columns a sum
 * needs (migrations 6 and 11), so no row of the table itself is read: a month of a hundred people is found and added up in one stretch.
 */
export function reportStore({ durable, answer }: Connections): ReportStore {
  return {
    sums: <D extends Dimension>(filter: EntryFilter, by: readonly D[]) =>
      answer(() => {
        // One person is one value: it is named, not read of every entry and compared.
        const isOf = (name: Dimension): boolean => name === 'user' && filter.user !== undefined;
        const keys = by.map((name) => `${isOf(name) ? '?' : COLUMN[name]} AS ${name}`);
        const groups = by.flatMap((name, at) => (isOf(name) ? [] : [at + 1])).join(', ');
        const order = groups === '' ? 'HAVING count(*) > 0' : `GROUP BY ${groups} ORDER BY ${groups}`;
        const { from, values } = asked(filter, by);
        return durable
          .prepare<unknown[], TimeSum<D>>(
            `SELECT ${[...keys, 'sum(minutes) AS minutes', 'count(*) AS entries'].join(', ')} ${from} ${order}`,
          )
          .all(...(by.some(isOf) ? [filter.user] : []), ...values);
      }),
    lines: (filter, limit) =>
      answer(() => {
        const { from, values } = asked(filter);
        return durable
          .prepare<unknown[], EntryLine>(
            `SELECT date, user, ticket, project, source, minutes, description, started_at AS startedAt,
               ended_at AS endedAt, zone ${from} ORDER BY date DESC, started_at DESC NULLS LAST, id DESC LIMIT ?`,
          )
          .all(...values, limit);
      }),
    span: (filter) =>
      answer(() => {
        const { from, values } = asked(filter);
        const edges = durable
          .prepare<unknown[], { first: LocalDay | null; last: LocalDay | null }>(
            `SELECT min(date) AS first, max(date) AS last ${from}`,
          )
          .get(...values);
        return edges?.first && edges.last ? { from: edges.first, to: edges.last } : null;
      }),
    standings: ({ user, from, to }) =>
      answer(() => {
        const where = user === undefined ? '' : 'user = ? AND';
        return durable
          .prepare<unknown[], DayStanding>(
            `SELECT user, date, status FROM days ${user === undefined ? 'INDEXED BY days_by_date' : ''}
             WHERE ${where} date BETWEEN ? AND ? ORDER BY user, date`,
          )
          .all(...(user === undefined ? [] : [user]), from ?? FIRST, to ?? LAST);
      }),
    sessions: ({ start, end }, { user, project }) =>
      answer(() => {
        const conditions = [
          ...(user === undefined ? [] : ['user = ?']),
          ...(project === undefined ? [] : ['project = ?']),
        ];
        const given = [user, project].filter((value) => value !== undefined);
        return durable
          .prepare<unknown[], SessionCount>(
            `SELECT user, project, count(*) AS sessions FROM sessions INDEXED BY sessions_by_day
             WHERE started_at >= ? AND started_at < ? AND status <> 'cancelled'
             ${conditions.map((condition) => `AND ${condition}`).join(' ')}
             GROUP BY user, project ORDER BY user, project`,
          )
          .all(start, end, ...given);
      }),
    ticketFacts: (tickets) =>
      answer(() => {
        const get = durable.prepare<[string], FactsRow>(
          `SELECT ${FACTS_COLUMNS} FROM ticket_facts WHERE ticket IN (SELECT value FROM json_each(?)) ORDER BY ticket`,
        );
        return get.all(JSON.stringify(tickets)).map((row): TicketFacts => factsOf(row));
      }),
  };
}

/**
 * `FROM … WHERE …` of the entries that are meant, on the index that narrows them most, and the values of its blanks.
 * @param by where they are added up: all of a person's time by ticket is read in that order rather than sorted.
 */
function asked(
  { from, to, user, project, projects, tickets }: EntryFilter,
  by: readonly Dimension[] = [],
): { from: string; values: unknown[] } {
  const isFromFirst = (from ?? FIRST) === FIRST;
  const conditions: [string, unknown][] = [];
  if (tickets !== undefined)
    conditions.push(['ticket IN (SELECT value FROM json_each(?))', JSON.stringify(tickets)]);
  if (projects !== undefined)
    conditions.push(['project IN (SELECT value FROM json_each(?))', JSON.stringify(projects)]);
  if (project !== undefined) conditions.push(['project = ?', project]);
  if (user !== undefined) conditions.push(['user = ?', user]);
  const index =
    tickets !== undefined
      ? 'of_ticket'
      : project !== undefined || projects !== undefined
        ? 'of_project'
        : user !== undefined
          ? by.join() === 'ticket' && isFromFirst
            ? 'by_ticket'
            : 'of_user'
          : 'of_day';
  // Where others narrow it, an end that is none is not asked for: comparing days takes longer than adding up their minutes.
  if (index === 'of_day' || !isFromFirst) conditions.push(['date >= ?', from ?? FIRST]);
  if (index === 'of_day' || (to ?? LAST) !== LAST) conditions.push(['date <= ?', to ?? LAST]);
  const where = ["state <> 'deleted'", ...conditions.map(([text]) => text)];
  return {
    from: `FROM entries INDEXED BY entries_${index} WHERE ${where.join(' AND ')}`,
    values: conditions.map(([, value]) => value),
  };
}
