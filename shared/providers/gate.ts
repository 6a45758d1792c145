import type { CallLog } from '../ports/booking-stores.ts';
import type { Clock } from '../ports/world.ts';
import type { Instant } from '../values/instant.ts';
import { formatInstant, instant } from '../values/instant.ts';
import { said } from '../values/said.ts';
import type { ProviderId } from '../values/provider-id.ts';
import { ProviderFailure } from './failure.ts';
import type { Limit } from './limits.ts';
import { nextCallAt } from './limits.ts';
import type { Stop } from '../values/stop.ts';

/** What every request to a provider passes: it waits until no limit is broken. */
export interface Gate {
  /**
   * Waits for its turn in every bucket, and counts itself there.
   * @returns to be called when the answer is there, or none will come.
   * @throws ProviderFailure `limited` when the turn is more than `patienceMs` away.
   */
  pass(buckets: readonly string[], stop?: Stop): Promise<() => Promise<void>>;
  /** The provider asked for quiet. */
  hold(bucket: string, until: Instant): Promise<void>;
}

export interface GateNeeds {
  readonly provider: { readonly id: ProviderId; readonly name: string };
  readonly limits: Readonly<Record<string, readonly Limit[]>>;
  readonly calls: CallLog;
  readonly clock: Clock;
  /** A longer wait is not waited for but told. */
  readonly patienceMs: number;
}

/** Who waits last, for each provider: gates that count in the same log take turns. */
const lines = new WeakMap<CallLog, Map<ProviderId, Promise<void>>>();

/** One in a while is a pace, which a bucket with a little room keeps; only of many at once the last may be one too many. */
const isCounted = (rules: readonly Limit[]): boolean => rules.some(({ requests }) => requests > 1);

/** A gate of one provider. Counts are kept by the call log, so that they hold over restarts. */
export function openGate({ provider, limits, calls, clock, patienceMs }: GateNeeds): Gate {
  const line = lines.get(calls) ?? new Map<ProviderId, Promise<void>>();
  lines.set(calls, line);
  const turnOf = async (bucket: string): Promise<Instant> => {
    const rules = limits[bucket] ?? [];
    const now = clock.now();
    const longest = Math.max(0, ...rules.map((rule) => rule.perMs));
    // A little more than the longest window: windows are kept longer than documented.
    const made = await calls.since(provider.id, bucket, instant(Math.max(0, now - longest * 1.1)));
    return nextCallAt(rules, made, await calls.heldUntil(provider.id, bucket), now);
  };
  const take = async (buckets: readonly string[], stop?: Stop): Promise<Instant> => {
    for (;;) {
      stop?.check();
      const turns = await Promise.all(buckets.map(turnOf));
      const wait = Math.max(0, ...turns) - clock.now();
      if (wait <= 0) break;
      if (wait > patienceMs) {
        const at = instant(clock.now() + wait);
        throw new ProviderFailure(
          'limited',
          said`${provider.name} allows no more requests until ${formatInstant(at)}.`,
          {
            retryAt: at,
          },
        );
      }
      await clock.wait(wait, stop);
    }
    const left = clock.now();
    for (const bucket of buckets) await calls.add(provider.id, bucket, left);
    return left;
  };
  // The provider counts a call when it comes, which may be long after it left; never after it was answered.
  const answered = async (buckets: readonly string[], left: Instant): Promise<void> => {
    for (const bucket of buckets)
      if (isCounted(limits[bucket] ?? [])) await calls.answered(provider.id, bucket, left, clock.now());
  };
  return {
    pass(buckets, stop) {
      // One after the other: two that look at the same count would both think it is their turn.
      const mine = (line.get(provider.id) ?? Promise.resolve()).then(() => take(buckets, stop));
      line.set(
        provider.id,
        mine.then(
          () => undefined,
          () => undefined,
        ),
      );
      return mine.then((left) => () => answered(buckets, left));
    },
    hold: (bucket, until) => calls.hold(provider.id, bucket, until),
  };
}
