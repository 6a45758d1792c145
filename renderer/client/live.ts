import type { QueryClient } from '@tanstack/react-query';
import { client } from './connect.ts';
import { setConnectionState } from './connection.ts';
import { isUnauthorised } from './problem.ts';
import type { Topic } from './queries.ts';

type ChangeKind = 'day' | 'session' | 'presence' | 'settings' | 'repositories';

/** Which questions an event makes stale. A day's change may move the week, the tickets and the tray's total. */
const STALE: Readonly<Record<ChangeKind, readonly Topic[]>> = {
  day: ['day', 'week', 'status', 'tickets'],
  session: ['status', 'sessions', 'day', 'week', 'tickets'],
  presence: ['status', 'day'],
  settings: ['settings', 'day', 'week'],
  repositories: ['repositories', 'day', 'week', 'tickets'],
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

/**
 * Follows the host's changes until `signal` is aborted, and asks everything again after each reconnection:
 * what happened meanwhile was not heard.
 */
export async function followChanges(queries: QueryClient, signal: AbortSignal): Promise<void> {
  let wait = 500;
  let missed = false;
  while (!signal.aborted) {
    try {
      const changes = await client.changes({}, { signal });
      wait = 500;
      setConnectionState('ready');
      if (missed) void queries.invalidateQueries();
      for await (const change of changes) {
        for (const topic of STALE[change.kind]) void queries.invalidateQueries({ queryKey: [topic] });
      }
    } catch (error) {
      if (signal.aborted) return;
      setConnectionState(isUnauthorised(error) ? 'unauthorised' : 'lost');
    }
    missed = true;
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}
