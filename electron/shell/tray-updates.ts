import type { World } from '#shared/ports/world.ts';
import { personOf } from '#shared/services/person.ts';
import { glanceAtWhatWaits, readTrayView } from './read-tray-view.ts';
import type { TrayView } from './tray-view.ts';

/** The tooltip counts minutes, so a minute is as fine as it needs to be. */
const TICK_MS = 60_000;

/** Keeps the tray true: after every change, and once a minute for what moves by itself. */
export interface TrayUpdates {
  /** Reads again now, unless a reading is under way; then once more after it. */
  refresh(): void;
  stop(): void;
}

/**
 * Watches the host. Changes that come in a burst are answered with one reading.
 * @param show called with each new view. @param first the view that is shown already.
 * @param glance looks what waits for the person.
 */
export function followForTray(
  world: World,
  first: TrayView,
  show: (view: TrayView) => void,
  glance = glanceAtWhatWaits,
): TrayUpdates {
  let view = first;
  let day = personOf(world).today;
  let reading = false;
  let again = false;
  let stopped = false;
  // What waits is looked at when there is word that it changed, not every minute.
  let mayWait = true;

  const refresh = (): void => {
    if (stopped) return;
    again = reading;
    if (reading) return;
    reading = true;
    const known = view.attention.prompts;
    const look = mayWait ? glance : async () => known;
    mayWait = false;
    void readTrayView(world, look)
      .then(
        (read) => {
          view = read;
          if (!stopped) show(view);
        },
        (error: unknown) => {
          mayWait = true;
          world.log.error('tray.refresh', error);
        },
      )
      .finally(() => {
        reading = false;
        if (again) refresh();
      });
  };
  const stopListening = world.events.subscribe((event) => {
    // Presence is written every half minute and shows nowhere in the tray.
    if (event.kind === 'prompts') mayWait = true;
    if (event.kind !== 'presence') refresh();
  });
  const timer = setInterval(() => {
    const today = personOf(world).today;
    if (view.session?.state !== 'running' && today === day) return;
    day = today;
    refresh();
  }, TICK_MS);

  return {
    refresh,
    stop() {
      stopped = true;
      clearInterval(timer);
      stopListening();
    },
  };
}
