import type { ProviderCache } from '#shared/ports/booking-stores.ts';
import type { Instant } from '#shared/values/instant.ts';
import type { Connections } from './connections.ts';

/** Answers of providers that are kept for a while. On the light connection: what is lost is asked for again. */
export function providerCacheStore({ durable, light, origin, answer }: Connections): ProviderCache {
  const get = durable.prepare<[string, string, string, string], { value: string; at: Instant }>(
    'SELECT value, at FROM provider_cache WHERE user = ? AND provider = ? AND account = ? AND kind = ?',
  );
  const put = light.prepare(
    `INSERT INTO provider_cache (user, provider, account, kind, origin, value, at)
     VALUES (@user, @provider, @account, @kind, @origin, @value, @at)
     ON CONFLICT DO UPDATE SET origin = excluded.origin, value = excluded.value, at = excluded.at`,
  );
  const clear = light.prepare('DELETE FROM provider_cache WHERE user = ? AND provider = ? AND account = ?');
  return {
    get: ({ user, provider, account }, kind) =>
      answer(() => {
        const row = get.get(user, provider, account, kind);
        return row ? { value: JSON.parse(row.value) as unknown, at: row.at } : null;
      }),
    put: ({ user, provider, account }, kind, value, at) =>
      answer(() => void put.run({ user, provider, account, kind, origin, value: JSON.stringify(value), at })),
    clear: ({ user, provider, account }) => answer(() => void clear.run(user, provider, account)),
  };
}
