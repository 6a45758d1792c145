import { useLayoutEffect, useRef, useState } from 'react';
import type { Place } from './grid-moves.ts';
import { moved } from './grid-moves.ts';
import type { Wanted } from './use-cell-edit.ts';

/** What is going on in the active cell. */
export type Mode =
  | { readonly is: 'walk' }
  /** `typed` null: with what is in it, selected. */
  | { readonly is: 'edit'; readonly typed: string | null; readonly problem?: string }
  /** `typed` null: with what is proposed. */
  | {
      readonly is: 'words';
      readonly needs: 'description' | 'reason';
      readonly wanted: Wanted;
      readonly typed?: string | null;
      readonly problem?: string | null;
    }
  | { readonly is: 'entries'; readonly wanted: number | null };

interface State {
  readonly place: Place;
  /** The row it is, wherever that moves to; null: the heads, or one that is still to come. */
  readonly key: string | null;
  readonly mode: Mode;
}

const cellAt = (table: HTMLTableElement | null, { row, column }: Place): HTMLElement | null =>
  table?.querySelector<HTMLElement>(
    `${row < 0 ? 'thead' : `tbody tr:nth-child(${row + 1})`} [data-column="${column}"]`,
  ) ?? null;

const WALK: Mode = { is: 'walk' };

/**
 * Where the focus is in the grid, and what is being done there. The grid is one tab stop; arrows move inside it.
 * @param keys of the rows, from top to bottom.
 */
export function useGrid(keys: readonly string[], columns: number) {
  const extent = { rows: keys.length, columns };
  const table = useRef<HTMLTableElement>(null);
  const [state, setState] = useState<State>({ place: { row: 0, column: 0 }, key: null, mode: WALK });
  const wantsFocus = useRef(false);
  const { place, mode } = state;
  // Rows come, go and move; the tab stop stays on its own, and is always on one that is there.
  const known = state.key === null ? -1 : keys.indexOf(state.key);
  const row = known >= 0 ? known : Math.min(place.row, keys.length - 1);
  const column = Math.min(place.column, Math.max(0, columns - 1));
  const here: Place = { row, column };
  useLayoutEffect(() => {
    if (!wantsFocus.current || mode.is !== 'walk') return;
    wantsFocus.current = false;
    const cell = cellAt(table.current, here);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  /** Goes to a cell and takes the focus along. @param key of its row, where that is still to come. */
  const walkTo = (to: Place, key = keys[to.row]): void => {
    wantsFocus.current = true;
    setState({ place: to, key: key ?? null, mode: WALK });
  };
  return {
    table,
    here,
    mode,
    walkTo,
    /** @returns whether the key was one that moves. */
    walk: (key: string, isFar: boolean): boolean => {
      const to = moved(here, key, isFar, extent);
      if (to !== null) walkTo(to);
      return to !== null;
    },
    enter: (to: Place, next: Mode): void => setState({ place: to, key: keys[to.row] ?? null, mode: next }),
    /** Is the focus elsewhere already, and neither in the active cell nor in its panel? */
    isLeft: (): boolean => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body || focused.closest('[data-cell-panel]')) return false;
      return focused.closest('[data-column]') !== cellAt(table.current, here);
    },
    /** What was going on in the active cell is done with, and the person is elsewhere already: the focus stays there. */
    settle: (): void => setState((now) => (now.mode === mode ? { ...now, mode: WALK } : now)),
    /** The focus came to a cell by itself. */
    came: (to: Place): void => setState((now) => ({ place: to, key: keys[to.row] ?? null, mode: now.mode })),
  };
}
