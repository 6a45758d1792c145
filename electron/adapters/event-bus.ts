import type { ChangeEvent, EventBus, Log } from '#shared/ports/world.ts';

/** Tells everybody who listens in this process. One listener that fails does not keep the event from the others. */
export function createEventBus(log: Pick<Log, 'error'>): EventBus {
  const listeners = new Set<(event: ChangeEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          log.error(`event.${event.kind}`, error);
        }
      }
    },
    subscribe(listener) {
      // A wrapper of its own, so that one function may listen twice and stop once.
      const entry = (event: ChangeEvent): void => listener(event);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
