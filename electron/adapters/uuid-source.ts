import { v7 } from 'uuid';
import type { IdSource } from '#shared/ports/world.ts';
import type { Id } from '#shared/values/ids.ts';
import { crypto } from './crypto.ts';

/**
 * UUIDv7 of the instant given. Each sorts after the one before it, within a millisecond too, and also when the wall clock
 * was set back meanwhile. (uuid's own counter follows its own clock, so the counter is kept here.)
 */
export function createUuidSource(
  random: (bytes: number) => Uint8Array = (bytes) => crypto().randomBytes(bytes),
): IdSource {
  let msecs = -Infinity;
  let seq = 0;
  return {
    next(at) {
      if (at > msecs) {
        msecs = at;
        // The top bit stays free, so that a millisecond has room for 2^31 more.
        seq = Buffer.from(random(4)).readUInt32BE() >>> 1;
      } else {
        seq += 1;
      }
      return v7({ msecs, seq, random: random(16) }) as Id;
    },
    secret: () => crypto().randomUUID(),
  };
}
