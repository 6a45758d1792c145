import { useSyncExternalStore } from 'react';

/** Dialogs that any part of the window may open; one at a time. */
export type DialogName = 'shortcuts' | 'palette';

let open: DialogName | null = null;
const listeners = new Set<() => void>();

export function openDialog(name: DialogName | null): void {
  open = name;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDialog = (): DialogName | null => useSyncExternalStore(subscribe, () => open);
