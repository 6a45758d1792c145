import type { World } from '#shared/ports/world.ts';
import { personOf } from '#shared/services/person.ts';
import type { Job } from './schedule.ts';

/** A day begins at midnight, also for a machine that is never off; and so often what did not work is tried again. */
const EVERY_MS = 15 * 60_000;
/** The start of the program belongs to the person. */
const FIRST_MS = 45_000;

/**
 * Makes the reports of the past month once their day has come (setting `reports.monthly`): on the first working day, or at
 * the next start after it. What did not work is tried again; a day on which nothing is left to do costs no look at the
 * database.
 * @param makeDue makes what is due. @returns whether nothing is left to do today.
 */
export function monthlyJob(
  world: Pick<World, 'settings' | 'clock' | 'machine'>,
  makeDue: () => Promise<boolean>,
): Job {
  let quiet = '';
  return {
    name: 'monthly',
    firstAfterMs: FIRST_MS,
    everyMs: () => EVERY_MS,
    run: async () => {
      const { settings, today, user } = personOf(world);
      if (!settings['reports.monthly']) return;
      const state = JSON.stringify([
        user,
        today,
        settings['time.workingDays'],
        settings['reports.monthlyFolder'],
      ]);
      if (state === quiet) return;
      if (await makeDue()) quiet = state;
    },
  };
}
