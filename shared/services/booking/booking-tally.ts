import type { SyncResult } from '../../contract/booking-shapes.ts';
import type { PlannedRow } from '../../providers/outbox/plan.ts';
import type { Id } from '../../values/ids.ts';

/** What became of the rows of a plan, counted while it is carried out. */
export class Tally {
  created = 0;
  updated = 0;
  deleted = 0;
  adopted = 0;
  skipped = 0;
  /** What held the rest up; the first reason stays. */
  problem: string | null = null;
  /** Something may stand there twice now. */
  doubtful = false;
  readonly failed = new Map<Id, SyncResult['failed'][number]>();
  readonly conflicts: PlannedRow[] = [];
  readonly waiting = new Set<Id>();

  fail(row: PlannedRow, reason: string): void {
    this.failed.set(row.entry, { entryId: row.entry, date: row.date, minutes: row.minutes, reason });
  }
}
