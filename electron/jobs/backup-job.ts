import type { Clock } from '#shared/ports/world.ts';
import type { StorageUpkeep } from '../storage/upkeep.ts';
import type { Job } from './schedule.ts';

/** The daily backup: looked after every hour, since a laptop is rarely awake at any given time of day. */
export function backupJob(upkeep: Pick<StorageUpkeep, 'backupIfDue'>, clock: Pick<Clock, 'now'>): Job {
  return {
    name: 'backup',
    everyMs: () => 3600_000,
    firstAfterMs: 10_000,
    run: async () => {
      await upkeep.backupIfDue(clock.now());
    },
  };
}
