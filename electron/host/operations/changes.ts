import { changesOperation } from '#shared/contract/change-operations.ts';
import type { ChangeEvent, World } from '#shared/ports/world.ts';
import { noun } from './noun.ts';

/** What happened, as it happens. */
export const operations = noun(changesOperation, (world) => (_input, signal) => changesUntil(world, signal));

/** The events of the bus as a stream, until the listener goes away. */
async function* changesUntil(
  world: World,
  signal: AbortSignal | undefined,
): AsyncGenerator<ChangeEvent | { kind: 'listening' }> {
  const waiting: (ChangeEvent | { kind: 'listening' })[] = [{ kind: 'listening' }];
  let wake = (): void => undefined;
  const stop = world.events.subscribe((event) => {
    waiting.push(event);
    wake();
  });
  signal?.addEventListener('abort', () => wake());
  try {
    while (!signal?.aborted) {
      while (waiting.length > 0) yield waiting.shift()!;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || signal?.aborted) resolve();
      });
    }
  } finally {
    stop();
  }
}
