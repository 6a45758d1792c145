import { useSyncExternalStore } from 'react';

const KEPT_UNDER = 'stint.quick-add';

/** What stands in quick add, wherever it is shown. It outlives dialog, page and window: typed words are never lost. */
let draft = read();
const listeners = new Set<() => void>();

function read(): string {
  try {
    return window.localStorage.getItem(KEPT_UNDER) ?? '';
  } catch {
    // A browser may keep nothing; then the window's own memory has to do.
    return '';
  }
}

function keep(text: string): void {
  try {
    if (text === '') window.localStorage.removeItem(KEPT_UNDER);
    else window.localStorage.setItem(KEPT_UNDER, text);
  } catch {
    // As above.
  }
}

export function setDraft(text: string): void {
  if (text === draft) return;
  draft = text;
  keep(text);
  for (const listener of listeners) listener();
}

export const getDraft = (): string => draft;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDraft = (): string => useSyncExternalStore(subscribe, () => draft);
