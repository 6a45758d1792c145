import type { Instant } from '../values/instant.ts';
import { plusMinutes } from '../values/instant.ts';
import type { Zone } from '../values/local-day.ts';
import { addDays, atClock, dayOf, weekdayOf } from '../values/local-day.ts';
import type { WorkBlock } from '../values/work-blocks.ts';
import { startOfWork } from '../values/work-blocks.ts';

/** How long something is put off. */
export type Snooze = '1h' | 'tomorrow' | 'monday';

/** Until when: an hour on, or the beginning of work tomorrow or on the next Monday, by the wall clock. */
export function snoozeEnd(how: Snooze, now: Instant, zone: Zone, blocks: readonly WorkBlock[]): Instant {
  if (how === '1h') return plusMinutes(now, 60);
  const today = dayOf(now, zone);
  const day = addDays(today, how === 'tomorrow' ? 1 : 8 - weekdayOf(today));
  return startOfWork(blocks, day, zone) ?? atClock(day, 9, 0, zone);
}
