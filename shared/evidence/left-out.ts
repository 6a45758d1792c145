import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import { clip, subtract, union } from '../values/interval.ts';
import type { Session } from './session.ts';
import { workedIntervals } from './session-time.ts';

// Time that a session counted although nobody was there: made a pause of it, and given back to it by undo.

/** The session without these stretches, as far as it counted them: they are pauses of it now. */
export const withoutStretches = <S extends Session>(
  session: S,
  stretches: readonly Interval[],
  now: Instant,
): S => ({
  ...session,
  pauses: union([...session.pauses, ...clip(workedIntervals(session, now), stretches)]),
});

/** What was made a pause between two states of a session: exactly what giving back takes. */
export const leftOutBetween = (before: Session, after: Session): Interval[] =>
  subtract(after.pauses, before.pauses);

/** The session with these stretches counted again; whatever else became of it meanwhile stays. */
export const withStretches = <S extends Session>(session: S, stretches: readonly Interval[]): S => ({
  ...session,
  pauses: subtract(session.pauses, stretches),
});
