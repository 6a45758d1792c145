import { useSyncExternalStore } from 'react';

/** Is the list of what waits open, and which card of it was asked for? It outlives pages: nobody closes it but the person. */
export interface PromptPanel {
  readonly isOpen: boolean;
  /** Key of the card to go to; `all`: the first; null: none, the focus stays where it is. */
  readonly asked: string | null;
}

let panel: PromptPanel = { isOpen: false, asked: null };
const listeners = new Set<() => void>();

export function setPromptPanel(next: PromptPanel): void {
  panel = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePromptPanel = (): PromptPanel => useSyncExternalStore(subscribe, () => panel);
