import type { OutboxRow } from '../../entries/booking.ts';
import type { World } from '../../ports/world.ts';
import type { Id } from '../../values/ids.ts';
import type { BookingRun } from './booking-run.ts';
import type { Tally } from './booking-tally.ts';
import type { OpenProvider } from '../connections/open-provider.ts';
import type { Trouble } from './trouble.ts';

/** Everything one run works with. */
export interface Work {
  readonly world: World;
  readonly run: BookingRun;
  readonly open: OpenProvider;
  readonly tally: Tally;
  readonly trouble: Trouble;
  /** When the provider's entries were listed. */
  readonly listedAt: number;
  /** Rows as they wait to be told. */
  readonly queued: ReadonlyMap<Id, OutboxRow>;
}
