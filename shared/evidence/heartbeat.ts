import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import { earliest, latest, plusMs } from '../values/instant.ts';
import type { Zone } from '../values/local-day.ts';
import type { PresenceSpan, PresenceState } from './presence.ts';

/**
 * Heartbeats become presence spans (design §2 "Presence"). Pictures, a character a minute, `^` the last input:
 *
 *     beats     |  |  |  |  |  |          working, then away since ^
 *     spans     [active^)[idle...)        the idle span begins at the last input, not when it was noticed
 *
 *     beats     |  |  |           |  |    the machine slept, or the clock was changed
 *     spans     [active)          [active no time is made of the gap
 */

/** What was seen at one moment. */
export interface Beat {
  /** By the wall clock, which may be changed. */
  readonly at: Instant;
  /** By a clock that nobody can change; it may or may not stand still while the machine sleeps. */
  readonly monotonicMs: number;
  /** Since the last input; null where that cannot be known. */
  readonly idleMs: number | null;
  readonly locked: boolean;
  /** The machine is about to sleep. */
  readonly suspended?: boolean;
}

/** The settings presence depends on, in milliseconds. */
export interface PresenceRules {
  readonly heartbeatMs: number;
  readonly idleMs: number;
}

/** Whose presence it is, and who tells. */
export interface PresenceSource {
  readonly user: string;
  readonly backend: string;
  readonly zone: Zone;
  newId(): Id;
}

/** How far wall clock and monotonic clock may drift apart between two beats: clocks are slewed, timers are late. */
const DRIFT_MS = 2_000;

/**
 * Takes a beat in. The spans to write, in order: the open one extended in place, or closed and a new one opened; none
 * when there is nothing new, as when a power event comes twice.
 * @param open the span that runs, or null.
 * @param last the beat before this one in the same run of the program, or null.
 */
export function foldBeat(
  open: PresenceSpan | null,
  beat: Beat,
  last: Pick<Beat, 'at' | 'monotonicMs'> | null,
  rules: PresenceRules,
  source: PresenceSource,
): PresenceSpan[] {
  const state = stateOf(beat, rules);
  if (!open?.open) return [begin(state, beat.at, beat.at, source)];
  if (clockMadeTime(open, beat, last, rules)) {
    return [closeAcrossGap(open, beat, rules), begin(state, beat.at, beat.at, source)];
  }
  // Clocks are set back by milliseconds all the time; a span never shrinks for that.
  const at = latest(beat.at, open.end);
  if (open.state === state && isFrom(open, source)) return at === open.end ? [] : [{ ...open, end: at }];
  const turn = turningPoint(open, state, { ...beat, at }, rules);
  // All of the span turned out to be the other state: it was none of the first.
  if (turn <= open.start && isFrom(open, source)) return [{ ...open, state, end: at }];
  return [{ ...open, end: turn, open: false }, begin(state, turn, at, source)];
}

/**
 * Ends the open span, as at shutdown: at the last heartbeat, or at `at` if the clock now shows less. Null when there
 * is nothing to write: no span, or it is closed already.
 */
export function closeOpen(open: PresenceSpan | null, at: Instant): PresenceSpan | null {
  if (!open?.open) return null;
  return { ...open, end: latest(open.start, earliest(open.end, at)), open: false };
}

function stateOf(beat: Beat, rules: PresenceRules): PresenceState {
  if (beat.suspended) return 'suspended';
  if (beat.locked) return 'locked';
  if (beat.idleMs === null) return 'unknown';
  return beat.idleMs >= rules.idleMs ? 'idle' : 'active';
}

const begin = (state: PresenceState, start: Instant, end: Instant, source: PresenceSource): PresenceSpan => ({
  id: source.newId(),
  user: source.user,
  state,
  backend: source.backend,
  zone: source.zone,
  start,
  end,
  open: true,
});

const isFrom = (span: PresenceSpan, source: PresenceSource): boolean =>
  span.zone === source.zone && span.backend === source.backend && span.user === source.user;

/**
 * Would extending the span make time nobody was seen? A gap of more than two beats is sleep, a hang or a crash; a
 * wall clock that moved otherwise than the monotonic one was changed, forward or back.
 */
function clockMadeTime(
  open: PresenceSpan,
  beat: Beat,
  last: Pick<Beat, 'at' | 'monotonicMs'> | null,
  rules: PresenceRules,
): boolean {
  const passed = beat.at - (last?.at ?? open.end);
  if (passed > 2 * rules.heartbeatMs || passed < -DRIFT_MS) return true;
  return last !== null && Math.abs(passed - (beat.monotonicMs - last.monotonicMs)) > DRIFT_MS;
}

/** Ends the span at its last beat. Only sleep lasts until the machine is back, and idle time is cut off as always. */
function closeAcrossGap(open: PresenceSpan, beat: Beat, rules: PresenceRules): PresenceSpan {
  if (open.state === 'suspended') return { ...open, end: latest(open.end, beat.at), open: false };
  const clockWentBack = beat.at < open.end;
  const end = open.state === 'active' && !clockWentBack ? endOfActive(open, beat, rules) : open.end;
  return { ...open, end, open: false };
}

/** Where the open span's state gave way to the new one. */
function turningPoint(open: PresenceSpan, state: PresenceState, beat: Beat, rules: PresenceRules): Instant {
  if (open.state === state) return open.end;
  if (open.state === 'active') return endOfActive(open, beat, rules);
  // Whoever is back was back when they touched something, if that was after the last beat that knew them away.
  if (state === 'active' && beat.idleMs !== null) return latest(open.end, plusMs(beat.at, -beat.idleMs));
  return open.end;
}

/** Active time ends at the last heartbeat, and at the last input once the idle threshold has passed since. */
function endOfActive(open: PresenceSpan, beat: Beat, rules: PresenceRules): Instant {
  if (beat.idleMs === null || beat.idleMs < rules.idleMs) return open.end;
  return latest(open.start, earliest(open.end, plusMs(beat.at, -beat.idleMs)));
}
