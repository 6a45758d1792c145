import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { IdSource } from './world.ts';

/** Ids that look like UUIDv7, sort by time, and are the same in every run: a counter stands for the random part. */
export function memoryIds(): IdSource {
  let count = 0;
  let secrets = 0;
  return {
    next(at: Instant): Id {
      count += 1;
      const time = Math.max(0, at).toString(16).padStart(12, '0');
      const tail = count.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}` as Id;
    },
    secret() {
      secrets += 1;
      return `00000000-0000-4000-8000-${secrets.toString(16).padStart(12, '0')}`;
    },
  };
}
