import type { OutboxRow, RemoteEntry, RemoteTimer } from '../../entries/booking.ts';
import type { Entry } from '../../entries/entry.ts';
import type { Mapping } from '../../entries/mapping.ts';
import type { DayStatus } from '../../review/day.ts';
import type { Settings } from '../../settings/catalogue.ts';
import type { Id } from '../../values/ids.ts';
import type { LocalDay, Zone } from '../../values/local-day.ts';
import type { Choice } from './decision.ts';
import type { Capabilities, Unit } from '../provider.ts';
import type { Quota } from '../quota.ts';

/** All that a plan is made from, gathered before. */
export interface PlanInput {
  readonly provider: { readonly name: string; readonly can: Capabilities };
  readonly settings: Pick<Settings, 'booking.note' | 'booking.billable'>;
  readonly include: Settings['booking.include'];
  readonly zone: Zone;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** All entries of the days, and of the days of the rows, deleted ones too. */
  readonly entries: readonly Entry[];
  /** Of all these days; a day that is not there is a draft. */
  readonly days: ReadonlyMap<LocalDay, DayStatus>;
  readonly mappings: readonly Mapping[];
  /** Null: they could not be read. */
  readonly units: readonly Unit[] | null;
  /** Rows of the days and their entries, and all that is not settled. */
  readonly rows: readonly OutboxRow[];
  /** Remote ids that rows outside of this plan stand for. */
  readonly claimed: ReadonlySet<string>;
  /** Null: the provider did not answer. */
  readonly remote: RemoteView | null;
  readonly timers: readonly RemoteTimer[];
  readonly quota: Quota | null;
  readonly wish: Wish;
}

/** What was seen at the provider. */
export interface RemoteView {
  /** Everything of these days, both included, and what was looked up besides. */
  readonly entries: readonly RemoteEntry[];
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** Ids that were looked up and are gone. */
  readonly gone: ReadonlySet<string>;
}

/** What the person says about this plan. */
export interface Wish {
  readonly choices: ReadonlyMap<Id, Choice>;
  readonly conflicts: 'mine' | 'theirs' | null;
  readonly deleteAll: boolean;
  /** Entries that were asked for by name: what was refused is tried again. */
  readonly retry: ReadonlySet<Id>;
}
