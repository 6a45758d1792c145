import type { Id } from '../values/ids.ts';
import type { Interval } from '../values/interval.ts';
import type { Zone } from '../values/local-day.ts';

/** When the person was at the machine. `unknown` where idle cannot be asked (design §2 "Presence"). */
export type PresenceState = 'active' | 'idle' | 'locked' | 'suspended' | 'unknown';

/** One stretch of one state, made of heartbeats. The newest span may be open: it is extended in place. */
export interface PresenceSpan extends Interval {
  readonly id: Id;
  readonly user: string;
  readonly state: PresenceState;
  /** What told us: `electron` (system idle time), `cli` (signs of life of the headless host), `import:…`. */
  readonly backend: string;
  readonly zone: Zone;
  readonly open: boolean;
}
