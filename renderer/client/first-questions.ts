import type { QueryClient } from '@tanstack/react-query';
import { parseRoute } from '../hooks/route.ts';
import { dayDevSessionsQuery } from './dev-session-queries.ts';
import {
  dayQuery,
  promptsQuery,
  providersQuery,
  repositoriesQuery,
  settingsQuery,
  statusQuery,
} from './queries.ts';
import { demoQuery } from './start-queries.ts';

/** A host that is well answers within this; drawing the frame first and the day into it afterwards would take longer. */
const PATIENCE_MS = 150;

/**
 * Asks what the first page shows before anything is drawn: the host answers while the page reads its own code.
 * @returns settled when all of it is there, or when it is better to begin without.
 */
export async function askFirst(queries: QueryClient): Promise<void> {
  const first = parseRoute(window.location.hash);
  const date = first.argument ?? 'today';
  const asked = Promise.all([
    ...(first.page === 'today'
      ? [queries.prefetchQuery(dayQuery(date)), queries.prefetchQuery(dayDevSessionsQuery(date))]
      : []),
    queries.prefetchQuery(settingsQuery()),
    queries.prefetchQuery(statusQuery()),
    queries.prefetchQuery(demoQuery()),
    queries.prefetchQuery(repositoriesQuery()),
    queries.prefetchQuery(providersQuery()),
    queries.prefetchQuery(promptsQuery()),
  ]);
  // The first format of a time takes as long as all that follow: it is made while the host thinks.
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin' }).format(0);
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
