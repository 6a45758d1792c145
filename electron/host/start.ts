import type { AnyRouter } from '@orpc/server';
import type { PresenceSensor, World } from '#shared/ports/world.ts';
import type { ReadAll } from '#shared/services/sources/sources.ts';
import { backupJob } from '../jobs/backup-job.ts';
import { bookAfterSubmit } from '../jobs/booking-job.ts';
import { followSession } from '../jobs/live-timers-job.ts';
import { monthlyJob } from '../jobs/monthly-job.ts';
import type { Tell } from '../jobs/reminder-job.ts';
import { scanJob } from '../jobs/scan-job.ts';
import { schedule } from '../jobs/schedule.ts';
import { sourceJobs } from '../jobs/source-job.ts';
import { watchTelemetry } from '../jobs/telemetry-watch.ts';
import type { Storage } from '../storage/open-storage.ts';
import { bookingRoom, finishBooking } from './booking-room.ts';
import type { HostOptions } from './host-options.ts';
import type { Presence } from '../jobs/presence.ts';
import type { Serving } from './serving.ts';
import { openDoors } from './serving.ts';

interface Starting {
  readonly home: string;
  readonly kind: HostOptions['kind'];
  readonly world: World;
  readonly router: () => Promise<AnyRouter>;
  readonly presence: Presence;
  readonly storage: Storage;
  readonly port: number | null;
  readonly tell: Tell | null;
  readonly sensor: PresenceSensor | null;
}

/** Opens the doors and starts what runs by itself; what it begins is ended by `ends`, in reverse. */
export async function startHost(start: Starting, ends: (() => void | Promise<void>)[]): Promise<Serving> {
  const { home, kind, world, router, presence, storage } = start;
  if (kind === 'command') throw new Error('a command serves nobody');

  await presence.start();
  ends.push(() => presence.stop());

  const read = async (wish: ReadAll): Promise<void> =>
    (await import('#shared/services/sources/sources.ts')).readAll(world, wish);
  const sources = sourceJobs(world, read);
  const telemetry = watchTelemetry(world, read);
  // Loaded here: the way to the tray has no time for it.
  const { reminding } = await import('../jobs/reminder-job.ts');
  const makeDue = async () => (await import('#shared/services/monthly/make-monthly.ts')).makeDue(world);
  const reminders = reminding(world, start.tell);
  const { watchTriggers } = await import('../jobs/trigger-watch.ts');
  const triggers = watchTriggers(world);
  const stopJobs = schedule(
    [
      presence.job,
      scanJob(world),
      backupJob(storage.upkeep, world.clock),
      ...sources.jobs,
      telemetry.job,
      reminders.job,
      triggers.job,
      monthlyJob(world, makeDue),
    ],
    world.log,
  );
  // What is being read is called off first, then waited for.
  ends.push(stopJobs, sources.end, telemetry.end, reminders.end, triggers.end);
  const booking = bookAfterSubmit(world, async () => (await bookingRoom()).syncBooking(world, {}));
  ends.push(booking.end, followSession(world));
  // A machine that wakes up may have its network back: what waits need not wait any longer.
  if (start.sensor !== null) {
    const { ask } = booking;
    ends.push(start.sensor.onPower((event) => event === 'resume' && ask()));
  }

  const signOfLife = (): void => void presence.signOfLife();
  const serving = await openDoors({
    home,
    kind,
    world,
    router: await router(),
    signOfLife,
    port: start.port,
  });
  ends.push(() => serving.close());
  // First of all: a door waits for the answers it owes, and a booking may take minutes.
  ends.push(() => finishBooking(world));
  world.log.info('host.started', { kind, pid: process.pid });
  return serving;
}
