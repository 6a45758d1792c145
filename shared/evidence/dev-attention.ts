import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, lengthMs, union } from '../values/interval.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { DevSession } from './dev-session.ts';
import { activeSpans } from './git-presence.ts';
import type { PresenceSpan } from './presence.ts';
import type { Session } from './session.ts';
import { workedIntervals } from './session-time.ts';

/** What is known of the person while development sessions were open. */
export interface Attended {
  readonly presence: readonly PresenceSpan[];
  /** Timers: whoever lets one run works, also where presence cannot be known. */
  readonly timers: readonly Session[];
}

/**
 * The person's time that fell to each development session, in milliseconds. They are there once, however many sessions
 * are open, so a moment is given away once or not at all:
 * 1. Moments count in which the person was present or a timer ran.
 * 2. While a timer runs, the moment is its session's; of a timer that runs for none, those share it that are on its
 *    ticket, and where there are none it is nobody's: the person was at something else.
 * 3. Otherwise the sessions that are active then share it equally.
 *
 * So the sum over all sessions never exceeds the time the person was there (decision record of development sessions).
 */
export function attentionShares(
  sessions: readonly DevSession[],
  { presence, timers }: Attended,
  now: Instant,
): ReadonlyMap<Id, number> {
  const open = sessions.map((session) => ({
    session,
    spans: session.status === 'cancelled' ? [] : workedIntervals(session, now),
  }));
  const ran = timers.map((timer) => ({ timer, spans: workedIntervals(timer, now) }));
  const there = union([...activeSpans(presence), ...ran.flatMap(({ spans }) => spans)]);
  const shares = new Map<Id, number>(sessions.map(({ id }) => [id, 0]));
  for (const piece of cut(clip(there, union(open.flatMap(({ spans }) => spans))), [...open, ...ran])) {
    const active = open.filter(({ spans }) => holds(spans, piece)).map(({ session }) => session);
    const timer = ran.find(({ spans }) => holds(spans, piece))?.timer;
    const sharers = sharersOf(active, timer);
    for (const { id } of sharers) shares.set(id, (shares.get(id) ?? 0) + lengthMs(piece) / sharers.length);
  }
  return shares;
}

function sharersOf(active: readonly DevSession[], timer: Session | undefined): readonly DevSession[] {
  if (timer === undefined) return active;
  const own = active.filter((session) => session.timer === timer.id);
  if (own.length > 0) return own;
  return timer.ticket === null ? [] : active.filter((session) => ticketsOf(session).has(timer.ticket!));
}

/** The ticket of a session and those it is linked with. */
export const ticketsOf = ({ ticket, links }: DevSession): ReadonlySet<TicketId> =>
  new Set([...(ticket === null ? [] : [ticket]), ...links.map((link) => link.ticket)]);

/** Pieces within which nothing begins or ends. */
function cut(
  from: readonly Interval[],
  edges: readonly { readonly spans: readonly Interval[] }[],
): Interval[] {
  const marks = [
    ...new Set(edges.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))),
  ].sort((a, b) => a - b);
  const pieces: Interval[] = [];
  let next = 0;
  for (const { start, end } of from) {
    let begun = start;
    while (next < marks.length && marks[next]! <= begun) next += 1;
    for (let at = next; at < marks.length && marks[at]! < end; at += 1) {
      pieces.push({ start: begun, end: marks[at]! });
      begun = marks[at]!;
    }
    pieces.push({ start: begun, end });
  }
  return pieces;
}

const holds = (spans: readonly Interval[], piece: Interval): boolean =>
  spans.some(({ start, end }) => start <= piece.start && piece.end <= end);

/** Whole minutes of a share. Never rounded up: the minutes of all sessions stay below those of the person. */
export const attentionMinutes = (ms: number): number => Math.floor(ms / 60_000 + 1e-6);

/** Nothing tells where the person was in these stretches: neither presence nor a timer. */
export const isUnknown = (
  spans: readonly Interval[],
  { presence, timers }: Attended,
  now: Instant,
): boolean =>
  clip(
    [
      ...presence.filter((span) => span.state !== 'unknown'),
      ...timers.flatMap((timer) => workedIntervals(timer, now)),
    ],
    spans,
  ).length === 0;
