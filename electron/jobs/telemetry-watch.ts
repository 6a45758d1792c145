import type { World } from '#shared/ports/world.ts';
import type { ReadAll } from '#shared/services/sources/sources.ts';
import { OWN_TELEMETRY, telemetryKey } from '#shared/services/sources/telemetry-source.ts';
import { Stop } from '#shared/values/stop.ts';
import type { Job } from './schedule.ts';

const MINUTE_MS = 60_000;
/** A tool that writes several lines in a row is read once. */
const SETTLES_MS = 500;

/** Which folder, and what to read when something is written there. */
interface Place {
  readonly key: string;
  readonly repository: string | null;
}

/**
 * Reads a telemetry log as soon as a tool has written to it (document 4 §2.3). Folders that came or went are noticed
 * when the repositories change, and now and then; what the system does not tell is read by the job of local sources.
 * @param read reads sources; never called twice at once.
 */
export function watchTelemetry(
  world: World,
  read: (wish: ReadAll) => Promise<void>,
): { readonly job: Job; readonly end: () => void } {
  const stop = new Stop();
  const watched = new Map<string, () => void>();
  const written = new Set<string>();
  let settling: NodeJS.Timeout | null = null;
  let reading = false;

  const readWritten = async (): Promise<void> => {
    settling = null;
    if (reading) return;
    reading = true;
    try {
      // What is written meanwhile comes to the end of the set, and so is read too.
      for (const key of written) {
        if (stop.asked) return;
        written.delete(key);
        await read({ key, stop });
      }
    } catch (error) {
      world.log.error('job.telemetry.watch', error);
    } finally {
      reading = false;
    }
  };
  const soon = (key: string): void => {
    if (stop.asked || !world.settings.get()['editor.telemetry']) return;
    written.add(key);
    settling ??= setTimeout(() => void readWritten(), SETTLES_MS).unref();
  };

  const follow = async (): Promise<void> => {
    const places = await placesOf(world);
    for (const [key, end] of watched) {
      if (places.some((place) => place.key === key)) continue;
      end();
      watched.delete(key);
    }
    for (const { key, repository } of places) {
      if (watched.has(key) || stop.asked) continue;
      const end = await world.telemetry.watch(repository, () => soon(key));
      if (end === null) continue;
      // Two that follow at once have both watched: one is enough.
      if (watched.has(key) || stop.asked) end();
      else watched.set(key, end);
    }
  };
  const unsubscribe = world.events.subscribe(({ kind }) => {
    if (kind === 'repositories')
      follow().catch((error: unknown) => world.log.error('job.telemetry.watch', error));
  });
  return {
    job: {
      name: 'telemetry.watch',
      everyMs: () => world.settings.get()['git.scanMinutes'] * MINUTE_MS,
      firstAfterMs: 3500,
      run: follow,
    },
    end: () => {
      stop.now();
      unsubscribe();
      if (settling !== null) clearTimeout(settling);
      for (const end of watched.values()) end();
      watched.clear();
    },
  };
}

async function placesOf(world: World): Promise<Place[]> {
  const repositories = await world.stores.repositories.list();
  return [
    { key: OWN_TELEMETRY, repository: null },
    ...repositories.map(({ id, path }) => ({ key: telemetryKey(id), repository: path })),
  ];
}
