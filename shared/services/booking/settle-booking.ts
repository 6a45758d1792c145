import type { RemoteEntry } from '../../entries/booking.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { PlanInput } from '../../providers/outbox/plan-input.ts';
import type { Sights } from '../../providers/outbox/sight.ts';
import type { Id } from '../../values/ids.ts';
import { planBookings } from '../../providers/outbox/plan.ts';
import { Stopped } from '../../values/stop.ts';
import type { Work } from './booking-work.ts';
import { listPatiently } from './gather-booking.ts';
import type { Person } from '../person.ts';

/**
 * Removes second copies that requests of our own made: the only thing that is ever deleted without being asked for, and
 * only where it is the same as what is kept. What does not work is left to the next run, which finds it again as long
 * as the other one stays as it is.
 * @returns the entries that still stand there twice, so that they must not be changed now.
 */
export async function removeDoubles(
  { open, tally, run }: Work,
  doubles: Sights['doubles'],
): Promise<ReadonlySet<Id>> {
  const left = new Set<Id>();
  let over = false;
  for (const { entry, remote } of doubles) {
    if (over || run.stop.asked) {
      left.add(entry);
      continue;
    }
    try {
      await open.provider.remove(open.api, remote.id);
      tally.deleted += 1;
    } catch (error) {
      if (!(error instanceof ProviderFailure) && !(error instanceof Stopped)) throw error;
      // What is refused now is refused tomorrow: that is no reason to hold the other one back.
      const isFinal = !(error instanceof Stopped) && (error.kind === 'refused' || error.kind === 'missing');
      if (!isFinal) left.add(entry);
      over = error instanceof Stopped || error.kind === 'limited' || error.kind === 'unauthorised';
    }
  }
  return left;
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
