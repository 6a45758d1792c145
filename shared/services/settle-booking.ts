import type { RemoteEntry } from '../entries/booking.ts';
import { ProviderFailure } from '../providers/failure.ts';
import type { PlanInput } from '../providers/plan.ts';
import { planBookings } from '../providers/plan.ts';
import { Stopped } from '../values/stop.ts';
import type { Work } from './booking-work.ts';
import { listPatiently } from './gather-booking.ts';
import type { Person } from './person.ts';

/**
 * Removes second copies that requests of our own made: the only thing that is ever deleted without being asked for, and
 * only where it is the same as what is kept. What does not work is left to the next run, which finds it again.
 */
export async function removeDoubles(
  { open, tally, run }: Work,
  doubles: readonly { readonly remote: RemoteEntry }[],
): Promise<void> {
  for (const { remote } of doubles) {
    if (run.stop.asked) return;
    try {
      await open.provider.remove(open.api, remote.id);
      tally.deleted += 1;
    } catch (error) {
      if (!(error instanceof ProviderFailure) && !(error instanceof Stopped)) throw error;
      if (error instanceof Stopped || error.kind === 'limited' || error.kind === 'unauthorised') return;
    }
  }
}

/** After a run with answers that were lost: looks once more whether anything stands there twice. */
export async function settle(work: Work, person: Person, input: PlanInput): Promise<void> {
  const { world, open } = work;
  if (input.remote === null) return;
  const { from, to } = input.remote;
  let entries: readonly RemoteEntry[];
  try {
    entries = await listPatiently(world, person, open, { from, to });
  } catch (error) {
    // The next run looks again.
    if (error instanceof ProviderFailure || error instanceof Stopped) return;
    throw error;
  }
  const rows = await world.stores.outbox.ofEntries(
    open.of,
    planBookings(input).rows.map(({ entry }) => entry),
  );
  const { doubles } = planBookings({ ...input, rows, remote: { from, to, entries, gone: new Set() } });
  await removeDoubles(work, doubles);
}
