import { useQuery } from '@tanstack/react-query';
import type { SessionShape } from '#shared/contract/shapes.ts';
import { formatTimesheet } from '#shared/values/minutes.ts';
import { statusQuery } from '../client/queries.ts';
import { useNow } from '../hooks/now.ts';

/**
 * How long the session has run, pauses left out. The host says the minutes, the window counts on from when it
 * heard them; only this text changes with the minute.
 */
export function Elapsed({ session }: { session: SessionShape }) {
  const { dataUpdatedAt } = useQuery(statusQuery());
  const running = session.status === 'active';
  const now = useNow(running ? 10_000 : null);
  const since = running && dataUpdatedAt > 0 ? Math.max(0, Math.floor((now - dataUpdatedAt) / 60_000)) : 0;
  return <span className="session-time num">{formatTimesheet(session.minutes + since)}</span>;
}
