import type { PresenceGauge, World } from '#shared/ports/world.ts';
import type { Job } from './schedule.ts';

/** How presence is known in a host: the gauge everybody reads, and what keeps it going. */
export interface Presence extends PresenceGauge {
  /** The first heartbeat. */
  start(): Promise<void>;
  /** The last one: the running span ends here. */
  stop(): Promise<void>;
  readonly job: Job;
  /** The person gave a command. Tells something only where no sensor does. Never throws. */
  signOfLife(): Promise<void>;
}

export type PresenceNeeds = Pick<
  World,
  'clock' | 'ids' | 'settings' | 'machine' | 'stores' | 'events' | 'log'
>;
