import { useSyncExternalStore } from 'react';
import { dropTypeAhead, keepTypeAhead } from './type-ahead.ts';

/** Dialogs that any part of the window may open; one at a time. */
export type DialogName = 'shortcuts' | 'palette' | 'quickAdd';

let open: DialogName | null = null;
/** What the dialog begins with: text in the palette. */
let begin = '';
/** How often a dialog was opened. */
let times = 0;
/** What had the focus before a dialog took it. */
let before: Element | null = null;
const listeners = new Set<() => void>();

export function openDialog(name: DialogName | null, text = ''): void {
  // Opened again while it still closes, the field of the dialog itself has the focus: what was before that counts.
  const focused = document.activeElement;
  if (open === null && name !== null && !focused?.closest('[role=dialog]')) before = focused;
  if (name === null) dropTypeAhead();
  else {
    times += 1;
    keepTypeAhead(() => openDialog(null));
  }
  open = name;
  begin = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDialog = (): DialogName | null => useSyncExternalStore(subscribe, () => open);

/** Which opening this is: each begins anew. */
export const dialogTurn = (): number => times;

/** What the open dialog was asked to begin with. */
export const dialogText = (): string => begin;

/** Gives the focus back to what had it, where that is still there. */
export function focusBefore(): void {
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
}
