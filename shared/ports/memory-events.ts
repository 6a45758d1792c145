import type { ChangeEvent, EventBus } from './world.ts';

/** An event bus that remembers what was published. */
export interface MemoryEvents extends EventBus {
  readonly published: ChangeEvent[];
}

export function memoryEvents(): MemoryEvents {
  const published: ChangeEvent[] = [];
  const listeners = new Set<(event: ChangeEvent) => void>();
  return {
    published,
    publish(event) {
      published.push(event);
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
