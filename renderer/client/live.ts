import type { Query, QueryClient } from '@tanstack/react-query';
import { client } from './connect.ts';
import { setConnectionState } from './connection.ts';
import { isUnauthorised } from './problem.ts';
import type { Topic } from './queries.ts';

type ChangeKind =
  | 'day'
  | 'session'
  | 'presence'
  | 'settings'
  | 'repositories'
  | 'providers'
  | 'projects'
  | 'booking'
  | 'sources'
  | 'prompts';

/** Which questions an event makes stale. A day's change may move the week, the tickets and the tray's total. */
const STALE: Readonly<Record<ChangeKind, readonly Topic[]>> = {
  day: ['day', 'week', 'status', 'tickets', 'prompts', 'customers', 'reports'],
  session: ['status', 'sessions', 'day', 'week', 'tickets', 'reports'],
  presence: ['status', 'day'],
  settings: ['settings', 'day', 'week', 'sources', 'customers', 'reports'],
  repositories: ['repositories', 'day', 'week', 'tickets', 'sources', 'reports'],
  providers: ['providers', 'units', 'mappings', 'booking'],
  projects: ['projects', 'mappings', 'customers', 'reports'],
  booking: ['booking', 'providers'],
  sources: ['sources', 'day', 'week', 'reports'],
  prompts: ['prompts'],
};

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });

/** Longest wait between two tries to reach a lost host. */
const LONGEST_PAUSE_MS = 15_000;
/** The first time there is hardly anything older than the hearing; what the window opens with comes first. */
const FIRST_AGAIN_MS = 1000;

/**
 * Follows the host's changes until `signal` is aborted. Whenever the host begins to tell them, the first time too,
 * everything is asked again: what happened between the answers that are shown and now was not heard.
 */
export async function followChanges(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let wait = 500;
  let isFirst = true;
  while (!signal.aborted) {
    try {
      const changes = await client.changes({}, { signal });
      wait = 500;
      setConnectionState('ready');
      for await (const change of changes) {
        if (change.kind === 'listening') {
          const all = () => askAgain(queries, ({ queryKey }) => queryKey[0] !== 'plan');
          if (isFirst) void pause(FIRST_AGAIN_MS, signal).then(all);
          else all();
          isFirst = false;
        } else {
          const stale: readonly unknown[] = STALE[change.kind];
          askAgain(queries, ({ queryKey }) => stale.includes(queryKey[0]));
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      setConnectionState(isUnauthorised(error) ? 'unauthorised' : 'lost');
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

/**
 * Outdates what is shown. A question still on its way to its first answer is not asked a second time by the library,
 * and its answer may be older than the change: such a one is asked again when it has come.
 */
function askAgain(queries: QueryClient, isStale: (query: Query) => boolean): void {
  const again = (query: Query) => void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
  for (const query of queries.getQueryCache().findAll({ predicate: isStale, fetchStatus: 'fetching' }))
    if (query.state.data === undefined)
      void query.promise?.then(
        () => again(query),
        () => undefined,
      );
  void queries.invalidateQueries({ predicate: isStale });
}
