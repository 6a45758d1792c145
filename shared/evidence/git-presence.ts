import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { subtract } from '../values/interval.ts';
import { Coverage } from '../values/coverage.ts';
import type { PresenceSpan } from './presence.ts';

/**
 * What presence tells about the time around commits (design §2 Git, rule 4). Being active anywhere outweighs being
 * away elsewhere; `unknown` spans are not knowledge.
 */
export interface KnownPresence {
  /** The person was at the machine. Adjacent and overlapping spans are one. */
  readonly active: Coverage;
  /** The person was known to be away: idle, locked or suspended. */
  readonly away: Coverage;
}

export function knownPresence(spans: readonly PresenceSpan[]): KnownPresence {
  const active = activeSpans(spans);
  const away = spans.filter((span) => span.state !== 'active' && span.state !== 'unknown');
  return { active: new Coverage(active), away: new Coverage(subtract(away, active)) };
}

/** The spans in which the person was at the machine. */
export const activeSpans = (spans: readonly PresenceSpan[]): PresenceSpan[] =>
  spans.filter((span) => span.state === 'active');

/** The active stretch a commit falls into, its edges included; null when presence is not known there. */
export const activeAround = (presence: KnownPresence, at: Instant): Interval | null =>
  presence.active.touching(at);
