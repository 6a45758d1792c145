import type { DevSession } from '../evidence/dev-session.ts';
import { workedMinutes } from '../evidence/session-time.ts';
import { contains } from '../values/interval.ts';
import type { DevSessionFilter, DevSessionStore, DevSessionSum } from './dev-session-store.ts';
import type { MemoryRows } from './memory-rows.ts';
import { byText, touches } from './memory-rows.ts';

/** Development sessions in memory: the same rules as on disk. */
export function memoryDevSessions(rows: MemoryRows): DevSessionStore {
  // Not destructured: a step of the ledger puts a new map in the place of the old one.
  const ofUser = (user: string): DevSession[] =>
    [...rows.devSessions.values()]
      .filter((session) => session.user === user)
      .toSorted((a, b) => b.startedAt - a.startedAt || byText(b.id, a.id));
  return {
    open: async (user) => ofUser(user).filter(({ status }) => status === 'active' || status === 'paused'),
    get: async (id) => rows.devSessions.get(id) ?? null,
    endingIn: async (user, suffix) =>
      ofUser(user)
        .filter(({ id }) => id.endsWith(suffix.toLowerCase()))
        .toSorted((a, b) => byText(a.id, b.id))
        .slice(0, 2),
    overlapping: async (user, interval) =>
      ofUser(user)
        .filter((session) => touches(session.startedAt, session.endedAt, interval))
        .toReversed(),
    page: async (user, filter, limit, after) =>
      ofUser(user)
        .filter((session) => isWanted(session, filter))
        .filter(
          ({ startedAt, id }) =>
            after === null || startedAt < after.startedAt || (startedAt === after.startedAt && id < after.id),
        )
        .slice(0, limit),
    completedOn: async (user, ticket) =>
      ofUser(user).filter(
        ({ status, links }) => status === 'completed' && links.some((link) => link.ticket === ticket),
      ).length,
    sums: async (user, filter) => {
      const sums = new Map<string, DevSessionSum>();
      for (const session of ofUser(user)) {
        if (!isWanted(session, filter)) continue;
        const name = JSON.stringify([session.type, session.project, session.status]);
        sums.set(name, plus(sums.get(name), session));
      }
      return [...sums.values()].toSorted(
        (a, b) =>
          byText(a.type, b.type) || byText(a.project ?? '', b.project ?? '') || byText(a.status, b.status),
      );
    },
    alive: async (user, at) => {
      for (const session of ofUser(user))
        if (session.status === 'active') rows.devSessions.set(session.id, { ...session, aliveAt: at });
    },
    report: async (id) => rows.devReports.get(id) ?? null,
    keepReport: async (id, report) => void rows.devReports.set(id, report),
  };
}

function isWanted(session: DevSession, filter: DevSessionFilter): boolean {
  const { status, type, project, ticket, began, search } = filter;
  return (
    (status === undefined || session.status === status) &&
    (type === undefined || session.type === type) &&
    (project === undefined || session.project === project) &&
    (ticket === undefined ||
      session.ticket === ticket ||
      session.links.some((link) => link.ticket === ticket)) &&
    (began === undefined || contains(began, session.startedAt)) &&
    (search === undefined ||
      `${session.title} ${session.summary ?? ''}`.toLowerCase().includes(search.trim().toLowerCase()))
  );
}

function plus(sum: DevSessionSum | undefined, session: DevSession): DevSessionSum {
  const { type, project, status, outcome } = session;
  const git = outcome?.git;
  return {
    type,
    project,
    status,
    sessions: (sum?.sessions ?? 0) + 1,
    durationMinutes:
      (sum?.durationMinutes ?? 0) + (outcome === null ? 0 : workedMinutes(session, session.startedAt)),
    attentionMinutes: (sum?.attentionMinutes ?? 0) + (outcome?.attentionMinutes ?? 0),
    agentMinutes: (sum?.agentMinutes ?? 0) + (outcome?.agentMinutes ?? 0),
    commits: (sum?.commits ?? 0) + (git?.commits ?? 0),
    filesChanged: (sum?.filesChanged ?? 0) + (git?.files ?? 0),
    linesAdded: (sum?.linesAdded ?? 0) + (git?.linesAdded ?? 0),
    linesRemoved: (sum?.linesRemoved ?? 0) + (git?.linesRemoved ?? 0),
    tokens: (sum?.tokens ?? 0) + (outcome?.cost.tokens.total ?? 0),
    costUsd: (sum?.costUsd ?? 0) + (outcome?.cost.total.usd ?? 0),
    costUnits: (sum?.costUnits ?? 0) + (outcome?.cost.total.units ?? 0),
  };
}
