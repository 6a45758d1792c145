import type { ProviderShape } from '../../contract/booking-shapes.ts';
import type { World } from '../../ports/world.ts';
import type { Account, Provider } from '../../providers/provider.ts';
import { tightest } from '../../providers/quota.ts';
import { formatInstant, instant } from '../../values/instant.ts';

/** Shorter windows are waited for without anybody noticing: what is left of them tells a person nothing. */
const WORTH_TELLING_MS = 60_000;

/**
 * Requests left in the tightest window of a provider, by our own count and by what it told. Windows of seconds count
 * only where there are no longer ones. Null: it has no limits.
 */
export async function quotaOf(
  { stores, clock }: Pick<World, 'stores' | 'clock'>,
  provider: Provider,
  account: Pick<Account, 'plan'> | null,
): Promise<ProviderShape['quota']> {
  const now = clock.now();
  const buckets = await Promise.all(
    Object.entries(provider.limits(account)).map(async ([bucket, limits]) => {
      const longest = Math.max(0, ...limits.map((limit) => limit.perMs));
      const calls = await stores.calls.since(provider.id, bucket, instant(Math.max(0, now - longest)));
      return { limits, calls, heldUntil: await stores.calls.heldUntil(provider.id, bucket) };
    }),
  );
  const found = tightest(buckets, now, WORTH_TELLING_MS) ?? tightest(buckets, now, 0);
  return found && { ...found, resetsAt: found.resetsAt === null ? null : formatInstant(found.resetsAt) };
}
