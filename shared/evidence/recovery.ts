import type { Instant } from '../values/instant.ts';
import { earliest, latest, plusMs } from '../values/instant.ts';
import { clip } from '../values/interval.ts';
import type { PresenceSpan } from './presence.ts';
import type { Session } from './session.ts';

/** No recovered session is longer, pauses included (design §2 "Presence": a plausibility cap of the documents). */
export const LONGEST_RECOVERED_MS = 8 * 3_600_000;

/**
 * How long a session without any heartbeat is taken to have been: what git's rules assume of work nobody measured
 * (`git.defaultSession` of design §2 "Git"). Such a session was started where nothing watched, so its truth lies
 * anywhere between seconds and hours; half an hour is seldom far off and easily seen, because it says `estimated`.
 */
export const ESTIMATED_SESSION_MS = 30 * 60_000;

/** Longer without a sign of life than two heartbeats, or seen in a future that the clock has since taken back. */
const isStale = (lastSeen: Instant, now: Instant, heartbeatMs: number): boolean =>
  Math.abs(now - lastSeen) > 2 * heartbeatMs;

/**
 * At start: an open span that nobody extended for more than two heartbeats ended at its last one, not now.
 * Null when there is none, or when it is fresh and may run on.
 */
export function recoverPresence(
  open: PresenceSpan | null,
  now: Instant,
  heartbeatMs: number,
): PresenceSpan | null {
  if (!open?.open || !isStale(open.end, now, heartbeatMs)) return null;
  return { ...open, open: false };
}

/**
 * At start: a session left open by a crash ends at its last heartbeat, a paused one where it was paused. Without any
 * heartbeat since it began its length is an estimate. Never longer than 8 h, never longer than until now. Null when
 * the session is closed already, or fresh and may run on.
 * @param lastBeat of the session or of presence, whichever is later; null when none is known.
 */
export function recoverSession(
  session: Session,
  lastBeat: Instant | null,
  now: Instant,
  heartbeatMs: number,
): Session | null {
  if (session.status !== 'active' && session.status !== 'paused') return null;
  const { startedAt } = session;
  const seen = lastBeat !== null && lastBeat >= startedAt ? lastBeat : null;
  if (!isStale(seen ?? startedAt, now, heartbeatMs)) return null;
  const end =
    session.pausedAt ?? seen ?? latest(startedAt, earliest(now, plusMs(startedAt, ESTIMATED_SESSION_MS)));
  const endedAt = latest(startedAt, earliest(end, plusMs(startedAt, LONGEST_RECOVERED_MS)));
  return {
    ...session,
    status: 'completed',
    endedAt,
    pausedAt: null,
    pauses: clip(session.pauses, [{ start: startedAt, end: endedAt }]),
    recovered: true,
    // A pause is known to the second, like a heartbeat.
    recoverySource: seen === null && session.pausedAt === null ? 'estimated' : 'heartbeat',
    revision: session.revision + 1,
  };
}
