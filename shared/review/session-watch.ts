import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import { workedMinutes } from '../evidence/session-time.ts';
import type { Instant } from '../values/instant.ts';
import { latest, plusMinutes } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { lengthMs, subtract, union } from '../values/interval.ts';
import type { PromptNotes, SessionPrompt } from './prompt.ts';
import { isAnswered } from './prompt.ts';

export interface SessionFacts {
  readonly now: Instant;
  /** The session that runs; null: none. */
  readonly session: Session | null;
  /** Since it began. */
  readonly presence: readonly PresenceSpan[];
  /** Working hours of the days since it began: a break within them is asked about as an absence. */
  readonly blocks: readonly Interval[];
  /** 0: never told. */
  readonly longMinutes: number;
  readonly notes: PromptNotes;
}

/** Somebody who is gone for as long as this after work has forgotten the session. */
const FORGOTTEN_MS = 30 * 60_000;

/** A session that runs on after work while nobody is there, or longer than people work on one thing. Told, never changed. */
export function sessionPrompt(facts: SessionFacts): SessionPrompt | null {
  const { session, now, longMinutes, notes } = facts;
  if (session?.status !== 'active' || longMinutes === 0) return null;
  const minutes = workedMinutes(session, now);
  const away = forgottenSince(facts, session);
  const isLong = minutes >= longMinutes;
  if (away === null && !isLong) return null;
  const key = away === null ? `session:${session.id}` : `session:${session.id}:${away.start}`;
  if (isAnswered(notes, key)) return null;
  return {
    kind: 'session',
    key,
    topic: `session:${session.id}`,
    since: away?.start ?? plusMinutes(session.startedAt, longMinutes),
    ticket: session.ticket,
    title: session.title,
    // A quarter of an hour is as fine as it matters, and menus stand still meanwhile.
    minutes: minutes - (minutes % 15),
    away,
  };
}

/** When a running session becomes long; null: it is, or never does. */
export function becomesLong({ session, now, longMinutes }: SessionFacts): Instant | null {
  if (session?.status !== 'active' || longMinutes === 0) return null;
  const left = longMinutes - workedMinutes(session, now);
  return left > 0 ? plusMinutes(now, left) : null;
}

/** The last long stretch outside of working hours in which it ran and nobody was there. */
function forgottenSince({ presence, blocks, now }: SessionFacts, session: Session): Interval | null {
  const there = union(presence.filter(({ state }) => state === 'active' || state === 'unknown'));
  // Before the first sight nothing is known: a host without a sensor tells nothing.
  const first = presence.find(({ state }) => state === 'active');
  if (first === undefined) return null;
  const run = { start: latest(session.startedAt, first.start), end: now };
  const away = subtract([run], [...there, ...session.pauses, ...blocks]);
  return away.findLast((stretch) => lengthMs(stretch) >= FORGOTTEN_MS) ?? null;
}
