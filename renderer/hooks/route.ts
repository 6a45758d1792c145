import { useSyncExternalStore } from 'react';

/** A page and what it is asked to show: `#/today/2026-02-10?log=1`. */
export interface Route {
  /** First part of the path; '' is read as `today`. */
  readonly page: string;
  /** Second part, such as a day or a week; null when the page decides. */
  readonly argument: string | null;
  readonly query: URLSearchParams;
}

/** Reads the part of an address after `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [page = '', argument] = path.split('/').filter((part) => part !== '');
  return {
    page: page === '' || page === undefined ? 'today' : page,
    argument: argument === undefined ? null : decodeURIComponent(argument),
    query: new URLSearchParams(query),
  };
}

let current = parseRoute(window.location.hash);
const listeners = new Set<() => void>();
window.addEventListener('hashchange', () => {
  current = parseRoute(window.location.hash);
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The route that is shown, live. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, () => current);

/**
 * Goes to a page, `/week/2026-W07`; `?log=1` asks something of the page that is shown. Going where one is still counts:
 * it is asked again.
 */
export function go(to: string): void {
  const here = window.location.hash.split('?', 1)[0] || '#/today';
  const hash = to.startsWith('?') ? `${here}${to}` : `#${to.startsWith('/') ? to : `/${to}`}`;
  if (window.location.hash === hash) window.dispatchEvent(new HashChangeEvent('hashchange'));
  else window.location.hash = hash;
}

/** Drops the query of the current route without leaving a step in the history, once it was obeyed. */
export function dropQuery(): void {
  const path = window.location.hash.split('?', 1)[0] ?? '';
  window.history.replaceState(
    window.history.state,
    '',
    `${window.location.pathname}${window.location.search}${path}`,
  );
  current = parseRoute(path);
  for (const listener of listeners) listener();
}
