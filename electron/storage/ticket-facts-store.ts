import type { TicketFacts } from '#shared/evidence/ticket-facts.ts';
import type { TicketFactsStore } from '#shared/ports/evidence-stores.ts';
import { ticketWords } from '#shared/ports/store-rules.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Minutes } from '#shared/values/minutes.ts';
import type { TicketId } from '#shared/values/ticket-id.ts';
import type { Connections } from './connections.ts';

/** A row of the table `ticket_facts`. */
export interface FactsRow {
  ticket: TicketId;
  title: string;
  type: string | null;
  status: string | null;
  estimate: Minutes | null;
  labels: string;
  url: string | null;
  source: TicketFacts['from'];
  at: Instant;
}

export const FACTS_COLUMNS = 'ticket, title, type, status, estimate, labels, url, source, at';

export const factsOf = ({ source, labels, ...row }: FactsRow): TicketFacts => ({
  ...row,
  labels: JSON.parse(labels) as string[],
  from: source,
});

const rowOf = ({ from, labels, ...facts }: TicketFacts): FactsRow => ({
  ...facts,
  labels: JSON.stringify(labels),
  source: from,
});

/** What tickets are about, as trackers had it. On the light connection: what is lost is asked for again. */
export function ticketFactsStore({ durable, light, origin, answer }: Connections): TicketFactsStore {
  const select = `SELECT ${FACTS_COLUMNS} FROM ticket_facts`;
  const get = durable.prepare<[string], FactsRow>(`${select} WHERE ticket = ?`);
  const newestFirst = durable.prepare<[], FactsRow>(`${select} ORDER BY at DESC, ticket`);
  const put = light.prepare(
    `INSERT INTO ticket_facts (origin, ticket, title, type, status, estimate, labels, url, source, at)
     VALUES (@origin, @ticket, @title, @type, @status, @estimate, @labels, @url, @source, @at)
     ON CONFLICT DO UPDATE SET origin = excluded.origin, title = excluded.title, type = excluded.type,
       status = excluded.status, estimate = excluded.estimate, labels = excluded.labels, url = excluded.url,
       source = excluded.source, at = excluded.at`,
  );
  const putAll = light.transaction((facts: readonly TicketFacts[]) =>
    facts.forEach((one) => put.run({ ...rowOf(one), origin })),
  );
  return {
    get: (ticket) =>
      answer(() => {
        const row = get.get(ticket);
        return row ? factsOf(row) : null;
      }),
    put: (facts) => answer(() => putAll.immediate(facts)),
    search: (query, limit) =>
      answer(() => {
        const wanted = query.trim().toLowerCase();
        const found: TicketFacts[] = [];
        // Compared here, since SQLite knows upper and lower case of ASCII only; from the newest, until there are enough.
        for (const row of newestFirst.iterate()) {
          if (found.length >= limit) break;
          const facts = factsOf(row);
          if (ticketWords(facts).includes(wanted)) found.push(facts);
        }
        return found;
      }),
  };
}
