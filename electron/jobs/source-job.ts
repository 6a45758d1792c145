import type { World } from '#shared/ports/world.ts';
import type { ReadAll } from '#shared/services/sources/sources.ts';
import { Stop } from '#shared/values/stop.ts';
import type { Job } from './schedule.ts';

const MINUTE_MS = 60_000;

/** Reads sources; a parameter so that the way to the tray does not load what only reading needs. */
type Read = (wish: ReadAll) => Promise<void>;

/**
 * Reads sources by itself: what lies on this machine as often as repositories are looked at, those outside every
 * `calendar.pollMinutes`; and once more when the settings changed, for a calendar that was just added is wanted now.
 */
export function sourceJobs(
  world: World,
  read: Read,
): {
  readonly jobs: readonly Job[];
  /** Calls off what is being read. */
  readonly end: () => void;
} {
  const stop = new Stop();
  const pollMs = (): number => world.settings.get()['calendar.pollMinutes'] * MINUTE_MS;
  let running = false;
  let again = false;

  /** Never twice at once; settings that change meanwhile are followed right after. */
  const follow = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again && !stop.asked) {
        again = false;
        await read({ freshMs: pollMs(), stop });
      }
    } catch (error) {
      world.log.error('job.sources', error);
    } finally {
      running = false;
    }
  };
  const unsubscribe = world.events.subscribe(({ kind }) => {
    if (kind === 'settings') void follow();
  });
  return {
    jobs: [
      {
        name: 'sources.local',
        everyMs: () => world.settings.get()['git.scanMinutes'] * MINUTE_MS,
        // The start of the program belongs to the tray.
        firstAfterMs: 3000,
        run: () => read({ way: 'local', stop }),
      },
      {
        name: 'sources.remote',
        // Not all at the full hour.
        everyMs: () => pollMs() * (0.9 + 0.2 * world.random()),
        firstAfterMs: 5000,
        run: () => read({ way: 'remote', freshMs: pollMs() / 2, stop }),
      },
    ],
    end: () => {
      unsubscribe();
      stop.now();
    },
  };
}
