import type { CallLog } from '#shared/ports/booking-stores.ts';
import { CALLS_KEPT_MS } from '#shared/ports/store-rules.ts';
import type { Clock } from '#shared/ports/world.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

/**
 * When providers were called. On the light connection: a note is made for every request, and what a power cut takes
 * away is older than the start of the machine.
 */
export function callStore({ durable, light, answer }: Connections, clock: Pick<Clock, 'now'>): CallLog {
  const since = durable
    .prepare<[string, string, number], Instant>(
      'SELECT at FROM calls WHERE provider = ? AND bucket = ? AND at >= ? ORDER BY at',
    )
    .pluck();
  const insert = light.prepare('INSERT INTO calls (provider, bucket, at) VALUES (?, ?, ?)');
  const answered = light.prepare(
    `UPDATE calls SET at = ?
      WHERE rowid = (SELECT rowid FROM calls WHERE provider = ? AND bucket = ? AND at = ? LIMIT 1)`,
  );
  const prune = light.prepare('DELETE FROM calls WHERE provider = ? AND bucket = ? AND at < ?');
  const held = durable
    .prepare<[string, string, number], Instant>(
      'SELECT until FROM holds WHERE provider = ? AND bucket = ? AND until > ?',
    )
    .pluck();
  const hold = light.prepare(
    `INSERT INTO holds (provider, bucket, until) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET until = excluded.until`,
  );
  const release = light.prepare('DELETE FROM holds WHERE provider = ? AND bucket = ?');
  const add = light.transaction((provider: string, bucket: string, at: Instant): void => {
    prune.run(provider, bucket, at - CALLS_KEPT_MS);
    insert.run(provider, bucket, at);
  });
  return {
    since: (provider, bucket, from) => answer(() => since.all(provider, bucket, from)),
    add: (provider, bucket, at) => answer(() => add.immediate(provider, bucket, at)),
    answered: (provider, bucket, left, at) => answer(() => void answered.run(at, provider, bucket, left)),
    heldUntil: (provider, bucket) => answer(() => held.get(provider, bucket, clock.now()) ?? null),
    hold: (provider, bucket, until) =>
      answer(() => void (until === null ? release.run(provider, bucket) : hold.run(provider, bucket, until))),
  };
}
