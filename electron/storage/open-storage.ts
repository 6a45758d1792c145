import type { AuditTrail } from '#shared/ports/audit-trail.ts';
import type { DataDump } from '#shared/ports/dump.ts';
import type { Stores } from '#shared/ports/stores.ts';
import type { Clock, IdSource, Log } from '#shared/ports/world.ts';
import { lazily } from '#shared/values/lazily.ts';
import { agentStore } from './agent-store.ts';
import { auditTrail } from './audit-trail.ts';
import { calendarStore } from './calendar-store.ts';
import { callStore } from './call-store.ts';
import type { Connections } from './connections.ts';
import { dashboardStore } from './dashboard-store.ts';
import { dayStore } from './day-store.ts';
import { dataDump } from './dump/data-dump.ts';
import { devSessionStore } from './dev-session-store.ts';
import { entryStore } from './entry-store.ts';
import { evidenceStore } from './evidence-store.ts';
import { gapStore } from './gap-store.ts';
import { ledgerStore } from './ledger-store.ts';
import { mappingStore } from './mapping-store.ts';
import type { Database } from './open-database.ts';
import { openDatabase } from './open-database.ts';
import { outboxStore } from './outbox-store.ts';
import { promptStore } from './prompt-store.ts';
import { projectStore } from './project-store.ts';
import { providerCacheStore } from './provider-cache-store.ts';
import { reportStore } from './report-store.ts';
import { repositoryStore } from './repository-store.ts';
import { sessionStore } from './session-store.ts';
import { sourceStateStore } from './source-state-store.ts';
import { problemOf } from './storage-problem.ts';
import { ticketFactsStore } from './ticket-facts-store.ts';
import { ticketStore } from './ticket-store.ts';
import { timerStore } from './timer-store.ts';
import { toolStore } from './tool-store.ts';
import type { StorageUpkeep } from './upkeep.ts';
import { upkeep } from './upkeep.ts';

/** What a host gets: everything that is kept, and the care for it. */
export interface Storage {
  readonly stores: Stores;
  readonly upkeep: StorageUpkeep;
  readonly dump: DataDump;
  readonly audit: AuditTrail;
  /** Finishes what is being written and leaves the mark of a clean stop. May be called twice. */
  close(): void;
}

/** What storage needs from outside: the time and fresh ids for log records, and where to say what went wrong. */
export interface StorageNeeds {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log?: Log;
}

/**
 * Opens a data folder, makes it when it is new, and puts every store on it. Hold the host lock first
 * (`acquireHostLock`): one process writes a data folder (design §3 "One writer").
 *
 * @param home the data folder, absolute.
 * @throws Problem `failed` when the database is damaged, missing, newer, not ours or out of reach — with the newest good
 * backup and the command that restores it, where there is one; `conflict` when another program holds it.
 */
export async function openStorage(home: string, needs: StorageNeeds): Promise<Storage> {
  const database = openDatabase(home, needs.clock.now(), needs.log);
  const connections = connectionsOf(database, home);
  return {
    stores: storesOn(database, home, needs),
    upkeep: upkeep(home, connections, needs.clock),
    dump: dataDump(home, connections),
    audit: auditTrail(connections),
    close: () => database.close(),
  };
}

/** Every store on an open database, each with its statements when it is first used: a command needs a few of them. */
export function storesOn(database: Database, home: string, { clock, ids }: StorageNeeds): Stores {
  const connections = connectionsOf(database, home);
  const on =
    <Store>(make: (connections: Connections) => Store) =>
    (): Store => {
      try {
        return make(connections);
      } catch (error) {
        throw problemOf(error, home);
      }
    };
  return lazily<Stores>({
    entries: on(entryStore),
    days: on(dayStore),
    gaps: on(gapStore),
    sessions: on(sessionStore),
    repositories: on(repositoryStore),
    evidence: on(evidenceStore),
    sources: on(sourceStateStore),
    calendar: on(calendarStore),
    tools: on(toolStore),
    agents: on(agentStore),
    ticketFacts: on(ticketFactsStore),
    tickets: on(ticketStore),
    ledger: on((its) => ledgerStore(its, clock, ids)),
    projects: on(projectStore),
    mappings: on(mappingStore),
    outbox: on(outboxStore),
    providerCache: on(providerCacheStore),
    calls: on((its) => callStore(its, clock)),
    timers: on(timerStore),
    reports: on(reportStore),
    prompts: on(promptStore),
    dashboards: on(dashboardStore),
    devSessions: on(devSessionStore),
  });
}

function connectionsOf(database: Database, home: string): Connections {
  const { durable } = database;
  const origin = durable.prepare<[], string>('SELECT id FROM installation').pluck().get() ?? '';
  return {
    durable,
    get light() {
      return database.light;
    },
    origin,
    async answer(work) {
      try {
        return work();
      } catch (error) {
        throw problemOf(error, home);
      }
    },
  };
}
