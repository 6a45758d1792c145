import type { Session } from '../evidence/session.ts';
import { findTicketId } from '../values/ticket-id.ts';
import { memoryBooking } from './memory-booking.ts';
import { memoryEvidence } from './memory-evidence.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memoryDashboards } from './memory-dashboards.ts';
import { memoryDevSessions } from './memory-dev-sessions.ts';
import { memoryPrompts } from './memory-prompts.ts';
import { memoryReports } from './memory-reports.ts';
import { memorySources } from './memory-sources.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText, emptyRows, touches } from './memory-rows.ts';
import { entryUsedAt, sessionUsedAt, ticketOfCommit } from './store-rules.ts';
import type { Stores, TicketUse } from './stores.ts';
import type { Clock, IdSource } from './world.ts';

/** All stores in memory, for tests of services. One suite (`STORES_SUITE`) holds them and the ones on disk to the same rules. */
export function memoryStores(clock: Clock, ids: IdSource): Stores {
  const rows = emptyRows();
  return {
    entries: {
      async between(user, from, to) {
        return [...rows.entries.values()]
          .filter((entry) => entry.user === user && entry.date >= from && entry.date <= to)
          .toSorted(
            (a, b) =>
              byText(a.date, b.date) ||
              (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) ||
              byText(a.id, b.id),
          );
      },
      async get(id) {
        return rows.entries.get(id) ?? null;
      },
      async endingIn(user, suffix) {
        return [...rows.entries.values()]
          .filter((entry) => entry.user === user && entry.id.endsWith(suffix.toLowerCase()))
          .toSorted((a, b) => byText(a.id, b.id))
          .slice(0, 2);
      },
    },
    days: {
      async between(user, from, to) {
        return [...rows.days.values()]
          .filter((day) => day.user === user && day.date >= from && day.date <= to)
          .toSorted((a, b) => byText(a.date, b.date));
      },
    },
    gaps: {
      async between(user, from, to) {
        return [...rows.gaps.values()]
          .filter((gap) => gap.user === user && gap.date >= from && gap.date <= to)
          .toSorted((a, b) => byText(a.date, b.date) || a.startedAt - b.startedAt || byText(a.id, b.id));
      },
      async get(id) {
        return rows.gaps.get(id) ?? null;
      },
    },
    sessions: {
      async open(user) {
        return newestFirst(rows, user).filter((s) => s.status === 'active' || s.status === 'paused');
      },
      async get(id) {
        return rows.sessions.get(id) ?? null;
      },
      async overlapping(user, interval) {
        return newestFirst(rows, user)
          .filter((session) => touches(session.startedAt, session.endedAt, interval))
          .toReversed();
      },
      async recent(user, limit, before) {
        const all = newestFirst(rows, user);
        const first = before === undefined ? 0 : all.findIndex((one) => byNewest(before, one) < 0);
        return first === -1 ? [] : all.slice(first, first + limit);
      },
    },
    repositories: {
      async list() {
        return [...rows.repositories.values()].toSorted(
          (a, b) => byText(a.name, b.name) || byText(a.id, b.id),
        );
      },
    },
    evidence: memoryEvidence(rows),
    tickets: {
      async recent(user, query, limit) {
        const wanted = query.trim().toLowerCase();
        return ticketUses(rows, user)
          .filter(({ ticket, title }) => `${ticket} ${title}`.toLowerCase().includes(wanted))
          .slice(0, limit);
      },
    },
    ledger: memoryLedger(rows, clock, ids),
    ...memoryBooking(rows, clock),
    ...memorySources(rows),
    reports: memoryReports(rows),
    prompts: memoryPrompts(rows),
    dashboards: memoryDashboards(rows),
    devSessions: memoryDevSessions(rows),
  };
}

const newestFirst = (rows: MemoryRows, user: string) =>
  [...rows.sessions.values()].filter((session) => session.user === user).toSorted(byNewest);

const byNewest = (a: Session, b: Session): number => b.startedAt - a.startedAt || byText(b.id, a.id);

function ticketUses(rows: MemoryRows, user: string): TicketUse[] {
  const newest = new Map<string, TicketUse>();
  const see = (text: string | null, title: string, lastUsedAt: TicketUse['lastUsedAt']): void => {
    const ticket = text === null ? null : findTicketId(text, []);
    if (ticket === null) return;
    const known = newest.get(ticket);
    if (!known || lastUsedAt > known.lastUsedAt) newest.set(ticket, { ticket, title, lastUsedAt });
  };
  for (const entry of rows.entries.values()) {
    if (entry.user === user && entry.state !== 'deleted' && entry.correction === null)
      see(entry.ticket, entry.description, entryUsedAt(entry));
  }
  for (const session of rows.sessions.values()) {
    if (session.user === user && session.status !== 'cancelled')
      see(session.ticket, session.title, sessionUsedAt(session));
  }
  for (const commit of rows.commits.values()) see(ticketOfCommit(commit), commit.subject, commit.authoredAt);
  return [...newest.values()].toSorted((a, b) => b.lastUsedAt - a.lastUsedAt || byText(a.ticket, b.ticket));
}
