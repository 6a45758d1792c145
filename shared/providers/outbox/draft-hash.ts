import type { BookingDraft } from '../../entries/booking.ts';
import { fnv1a64 } from '../../values/text-hash.ts';

/**
 * Tells whether two drafts say the same. Stays as it is for good: hashes are kept in outboxes, and other ones would make
 * everything that was ever booked look changed.
 */
export function draftHash(draft: BookingDraft): string {
  const { date, minutes, unit, task, note, billable, startedAt } = draft;
  return fnv1a64(JSON.stringify([date, minutes, unit, task, note, billable, startedAt]));
}
