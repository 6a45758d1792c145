import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { coveredMs, subtract } from '../values/interval.ts';
import type { Minutes } from '../values/minutes.ts';
import { minutesOfMs } from '../values/minutes.ts';
import type { Session } from './session.ts';

/** As much of a session as its time depends on: of a timer or of a development session. */
export type TimedSession = Pick<
  Session,
  'status' | 'startedAt' | 'endedAt' | 'pauses' | 'pausedAt' | 'aliveAt'
>;

/**
 * The stretches a session was worked: start to end without its pauses (design §1 "session"). A running one counts up
 * to `now`, a paused one up to where it was paused, a cancelled one never.
 */
export function workedIntervals(session: TimedSession, now: Instant): Interval[] {
  const end = endOf(session, now);
  return end === null ? [] : subtract([{ start: session.startedAt, end }], session.pauses);
}

/** Whole minutes worked, pauses left out. */
export function workedMinutes(session: TimedSession, now: Instant): Minutes {
  return minutesOfMs(coveredMs(workedIntervals(session, now)));
}

function endOf(session: TimedSession, now: Instant): Instant | null {
  switch (session.status) {
    case 'active':
      return now;
    case 'paused':
      return session.pausedAt ?? now;
    case 'completed':
      return session.endedAt ?? session.aliveAt;
    case 'cancelled':
      return null;
  }
}
