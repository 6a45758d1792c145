import type { RemoteTimer } from '../entries/booking.ts';
import type { Session } from '../evidence/session.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** What is to be done next about the timers of a provider, so that they follow the session that runs here. */
export type TimerStep =
  /** None runs for it yet. */
  | { readonly kind: 'start'; readonly session: Session }
  /** It was paused; its entry goes on. */
  | {
      readonly kind: 'restart';
      readonly session: Session;
      readonly timer: RemoteTimer;
      readonly entry: string;
    }
  /** A start was asked for and no answer came: did it happen? */
  | {
      readonly kind: 'look-up';
      readonly session: Session | null;
      readonly timer: RemoteTimer;
      readonly isWanted: boolean;
    }
  | { readonly kind: 'stop'; readonly timer: RemoteTimer; readonly at: Instant };

export interface TimerSituation {
  /** The open session here, running or paused. */
  readonly session: Session | null;
  /** Its timer at the provider, whatever became of it. */
  readonly own: RemoteTimer | null;
  /** Timers that are not known to be over, oldest first. */
  readonly open: readonly RemoteTimer[];
  /** Sessions of those. */
  readonly sessions: ReadonlyMap<Id, Session>;
  /** The person wants timers to be started (setting `booking.timers`). What was started is stopped in any case. */
  readonly isOn: boolean;
  /** An entry that was stopped can be gone on with. */
  readonly canRestart: boolean;
  readonly now: Instant;
}

/**
 * The next step, or null when all is as it should be. What runs for another session is ended before anything is begun.
 *
 * One session is one entry at the provider. Where an entry can be gone on with, a pause stops its timer and resuming
 * lets it run on. Where not (`canRestart` false), it stays stopped after the first pause: a second entry would have to
 * be deleted when the session is booked, and the booking puts the minutes of the first one right anyway.
 */
export function nextTimerStep(situation: TimerSituation): TimerStep | null {
  const { session, own, open, sessions, isOn, canRestart, now } = situation;
  const running = session?.status === 'active' ? session : null;
  for (const timer of open) {
    const of = sessions.get(timer.session) ?? null;
    const isWanted = timer.session === running?.id;
    switch (timer.state) {
      case 'starting':
        return { kind: 'look-up', session: of, timer, isWanted: isWanted && isOn };
      case 'stopping':
        return { kind: 'stop', timer, at: endOf(of, now) };
      case 'running':
        if (!isWanted) return { kind: 'stop', timer, at: endOf(of, now) };
        break;
      case 'stopped':
      case 'failed':
        break;
    }
  }
  if (running === null || !isOn) return null;
  if (own === null) return { kind: 'start', session: running };
  if (own.state !== 'stopped') return null;
  if (own.remoteId === null) return { kind: 'start', session: running };
  return canRestart ? { kind: 'restart', session: running, timer: own, entry: own.remoteId } : null;
}

/** When work on a session ended, so far. */
function endOf(session: Session | null, now: Instant): Instant {
  return session?.endedAt ?? session?.pausedAt ?? session?.pauses.at(-1)?.start ?? now;
}
