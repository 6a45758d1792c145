import type { Session } from '../evidence/session.ts';
import { workedIntervals } from '../evidence/session-time.ts';
import type { DerivationRules } from '../settings/rules.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip } from '../values/interval.ts';
import { said } from '../values/said.ts';
import type { Piece } from './piece.ts';
import { projectOfTicket } from './piece.ts';

/**
 * Sessions as pieces: one proposal per session and day, to the minute (design §1 "session"). One that still runs is
 * not proposed before it is stopped, but nothing weaker may have its time.
 */
export function timerLane(
  sessions: readonly Session[],
  day: Interval,
  now: Instant,
  rules: DerivationRules,
): Piece[] {
  return sessions.flatMap((session) => {
    const spans = clip(workedIntervals(session, now), [day]);
    return spans.length === 0 ? [] : [pieceOf(session, spans, rules)];
  });
}

function pieceOf(session: Session, spans: readonly Interval[], rules: DerivationRules): Piece {
  return {
    source: 'timer',
    key: `timer:${session.id}`,
    ticket: session.ticket,
    project: session.ticket === null ? session.project : projectOfTicket(session.ticket, rules),
    at: session.startedAt,
    description: session.title,
    commit: null,
    spans,
    because: { kind: 'session', ref: session.id, label: session.title, rule: ruleOf(session) },
    rounded: false,
    finished: session.status === 'completed',
  };
}

function ruleOf(session: Session): string {
  const left = session.pauses.length > 0 ? said`, pauses left out` : '';
  if (!session.recovered) return said`started and stopped by you${left}`;
  return session.recoverySource === 'heartbeat'
    ? said`ended at its last sign of life, as nobody stopped it${left}`
    : said`its end is an estimate, as nobody stopped it${left}`;
}
