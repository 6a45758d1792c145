import type { OutboxRow, RemoteEntry } from '../../entries/booking.ts';
import type { Api } from '../../providers/api.ts';
import { ProviderFailure } from '../../providers/failure.ts';
import { afterFailure, confirmed } from '../../providers/outbox/outbox-rules.ts';
import { Stopped } from '../../values/stop.ts';
import type { Work } from './booking-work.ts';
import { brokenBy } from './look-up.ts';

export type Told =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly row: OutboxRow; readonly failure: ProviderFailure }
  /** Called off before anything was told. */
  | { readonly kind: 'stopped' };

/**
 * One call. The row says `sending` on the disk before it, and what became of it after; whoever dies in between leaves a
 * row that says that nobody knows.
 * @throws whatever the store throws: without it nothing may be told.
 */
export async function perform(
  { world, open }: Pick<Work, 'world' | 'open'>,
  call: 'create' | 'update' | 'delete',
  row: OutboxRow,
): Promise<Told> {
  const { outbox } = world.stores;
  await outbox.put([row]);
  const watched = watch(open.api);
  let remote: RemoteEntry | null;
  try {
    remote = await tell(open, watched.api, call, row);
  } catch (error) {
    const now = world.clock.now();
    if (error instanceof Stopped) {
      const state = watched.wrote() ? 'unknown' : 'pending';
      await outbox.put([{ ...row, state, updatedAt: now }]);
      return { kind: 'stopped' };
    }
    const failure = error instanceof ProviderFailure ? error : brokenBy(error, open.provider.name);
    if (call === 'delete' && failure.kind === 'missing') {
      await outbox.remove(row.id);
      return { kind: 'done' };
    }
    const after = afterFailure(row, failure, now);
    await outbox.put([after]);
    return { kind: 'failed', row: after, failure };
  }
  if (remote === null) await outbox.remove(row.id);
  else await outbox.put([confirmed(row, remote, world.clock.now())]);
  return { kind: 'done' };
}

async function tell(
  { provider }: Work['open'],
  api: Api,
  call: 'create' | 'update' | 'delete',
  row: OutboxRow,
): Promise<RemoteEntry | null> {
  switch (call) {
    case 'create':
      return provider.create(api, row.draft);
    case 'update':
      return provider.update(api, row.remoteId!, row.draft);
    case 'delete':
      await provider.remove(api, row.remoteId!);
      return null;
  }
}

/** Knows whether anything that writes has left: only then what was called off may have been done. */
function watch(api: Api): { api: Api; wrote: () => boolean } {
  let wrote = false;
  return {
    wrote: () => wrote,
    api: {
      ...api,
      async call(request) {
        try {
          const answer = await api.call(request);
          wrote ||= request.method !== 'GET';
          return answer;
        } catch (error) {
          wrote ||= request.method !== 'GET' && !(error instanceof Stopped);
          throw error;
        }
      },
    },
  };
}
