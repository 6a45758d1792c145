import type { World } from '#shared/ports/world.ts';
import type * as services from './booking-services.ts';

let room: Promise<typeof services> | null = null;

/**
 * The services of booking, loaded when one of them is first asked for: they bring every provider along, which neither
 * the way to the tray nor `stint day` has time for.
 */
export const bookingRoom = () => (room ??= import('./booking-services.ts'));

/** How long the end of a host waits for a call that is out. What it cuts off is looked up by the next one. */
const PATIENCE_MS = 3000;

/** Calls off the booking that runs and waits a moment for it, so that its last answer is written down. */
export async function finishBooking(world: World): Promise<void> {
  if (room === null) return;
  const { bookingProgress, cancelBooking } = await room;
  if (!(await cancelBooking(world, {})).running) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE_MS);
    const look = async (): Promise<void> => {
      if (!(await bookingProgress(world, {})).running) end();
    };
    const unsubscribe = world.events.subscribe(({ kind }) => {
      if (kind === 'booking') void look();
    });
    void look();
  });
}
