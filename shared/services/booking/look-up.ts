import type { Case } from '../../providers/outbox/decision.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import type { Sight } from '../../providers/outbox/sight.ts';
import { holds } from '../../providers/outbox/compare.ts';
import { compareTexts } from '../../values/order.ts';
import { Stopped } from '../../values/stop.ts';
import type { Work } from './booking-work.ts';
import { said } from '../../values/said.ts';

export type Seen =
  | { readonly kind: 'seen'; readonly sight: Sight; readonly several: boolean }
  | { readonly kind: 'failed'; readonly failure: ProviderFailure };

/** Sees by itself what stands there for one entry: by its id where that is known, else by our mark. */
export async function lookUp({ open }: Pick<Work, 'open'>, of: Case): Promise<Seen> {
  const { provider, api } = open;
  const remoteId = of.row?.remoteId ?? (of.sight.kind === 'seen' ? of.sight.remote.id : null);
  const draft = of.row?.draft ?? of.draft;
  try {
    if (remoteId !== null) {
      const remote = await provider.get(api, remoteId, draft?.zone ?? 'UTC');
      const sight: Sight =
        remote === null
          ? { kind: 'absent', lookedUp: true }
          : { kind: 'seen', by: of.sight.kind === 'seen' ? of.sight.by : 'id', remote };
      return { kind: 'seen', sight, several: false };
    }
    if (draft === null) return { kind: 'seen', sight: { kind: 'absent', lookedUp: true }, several: false };
    const found = (await provider.find(api, draft)).toSorted(
      (a, b) => Number(holds(b, draft)) - Number(holds(a, draft)) || compareTexts(a.id, b.id),
    );
    const remote = found[0];
    const sight: Sight = remote
      ? { kind: 'seen', by: 'reference', remote }
      : { kind: 'absent', lookedUp: true };
    return { kind: 'seen', sight, several: found.length > 1 };
  } catch (error) {
    if (error instanceof ProviderFailure) return { kind: 'failed', failure: error };
    // Called off while it waited for its turn: the run notices by itself.
    if (error instanceof Stopped)
      return { kind: 'failed', failure: new ProviderFailure('unreached', said`called off`) };
    return { kind: 'failed', failure: brokenBy(error, provider.name) };
  }
}

/** What no provider should throw: whatever was asked for may have been done. */
export const brokenBy = (error: unknown, name: string): ProviderFailure =>
  new ProviderFailure('uncertain', said`Something went wrong in speaking to ${name}.`, { cause: error });
