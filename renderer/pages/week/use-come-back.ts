import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { sayFailed } from '../../hooks/change.ts';
import type { Column } from './GridRow.tsx';
import type { Mode, useGrid } from './use-grid.ts';

/** A cell that was not written as it was typed, and what is wanted of the person there. */
export interface Unwritten {
  /** Of its row. */
  readonly key: string;
  readonly date: string;
  readonly mode: Mode;
  /** What is said where the person is elsewhere: what was not written, and why. */
  readonly title: string;
  readonly message: string;
}

/**
 * Whoever typed into a cell goes on at once. Where it could not be written, they are led back to it as soon as nothing
 * is being typed in another cell; who left the grid, or the week, is told and keeps the focus.
 * @returns what is called with each such cell, at any time, also when the grid is gone.
 */
export function useComeBack(
  grid: ReturnType<typeof useGrid>,
  keys: readonly string[],
  columns: readonly Column[],
): (cell: Unwritten) => void {
  const [waiting, setWaiting] = useState<readonly Unwritten[]>([]);
  const untold = useRef<readonly Unwritten[]>(waiting);
  useLayoutEffect(() => {
    untold.current = waiting;
    const [first, ...rest] = waiting;
    if (!first || grid.mode.is !== 'walk') return;
    setWaiting(rest);
    const place = {
      row: keys.indexOf(first.key),
      column: columns.findIndex(({ date }) => date === first.date),
    };
    if (grid.isLeft() || place.row < 0 || place.column < 0) tell(first);
    else grid.enter(place, first.mode);
  }, [waiting, grid, keys, columns]);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      untold.current.forEach(tell);
    };
  }, []);
  return (cell) => (isThere.current ? setWaiting((others) => [...others, cell]) : tell(cell));
}

const tell = ({ title, message }: Unwritten): void => sayFailed(title, message);
