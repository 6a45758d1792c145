import { useSyncExternalStore } from 'react';

/**
 * How the window stands to its host:
 * `connecting` – first contact, nothing shown yet; `ready`; `lost` – it answered once and does not now;
 * `unauthorised` – it answers, but not to us (the browser has no valid cookie).
 */
export type ConnectionState = 'connecting' | 'ready' | 'lost' | 'unauthorised';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

export const connectionState = (): ConnectionState => state;

/** Tells the whole window; repeating the same state wakes nobody. */
export function setConnectionState(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state of the connection, live. */
export const useConnection = (): ConnectionState => useSyncExternalStore(subscribe, connectionState);
