import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { Links } from './links.ts';

/** What the pointer or the focus is on, and what that rests on. Only those that change are drawn again. */
export interface Lit {
  /** Null: nothing. */
  readonly show: (key: string | null) => void;
  readonly current: () => string | null;
  readonly isLit: (key: string) => boolean;
  readonly isAny: () => boolean;
  readonly link: (links: Links) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createLit(): Lit {
  const listeners = new Set<() => void>();
  let links: Links = new Map();
  let shown: string | null = null;
  let lit: ReadonlySet<string> = new Set();
  const reckon = () => {
    lit = shown === null ? new Set() : new Set([shown, ...(links.get(shown) ?? [])]);
  };
  return {
    show(key) {
      if (key === shown) return;
      shown = key;
      reckon();
      for (const listener of listeners) listener();
    },
    current: () => shown,
    isLit: (key) => lit.has(key),
    isAny: () => shown !== null,
    link(next) {
      links = next;
      reckon();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const LitContext = createContext<Lit>(createLit());

/** What the pointer or the focus is on; null is nothing. */
export function useShown(): string | null {
  const lit = use(LitContext);
  return useSyncExternalStore(lit.subscribe, lit.current);
}

/** Is this thing, or one of these, lit? */
export function useIsLit(...keys: readonly string[]): boolean {
  const lit = use(LitContext);
  return useSyncExternalStore(lit.subscribe, () => keys.some(lit.isLit));
}

/** What a thing needs to light itself and what belongs to it, by pointer and by focus. */
export function useLights(key: string) {
  const lit = use(LitContext);
  return useMemo(() => {
    const on = () => lit.show(key);
    const off = () => {
      if (lit.current() === key) lit.show(null);
    };
    return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
  }, [lit, key]);
}
