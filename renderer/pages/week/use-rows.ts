import { useMemo, useState } from 'react';
import type { WeekShape } from '#shared/contract/shapes.ts';
import type { WeekRow } from './week-rows.ts';
import { rowKey, rowsInOrder } from './week-rows.ts';

interface Seen {
  readonly week: string;
  readonly keys: readonly string[];
}

const NONE: readonly string[] = [];

/** The rows of the grid: those with time, those that had some while the week was open, and tickets the person added. */
export function useRows(data: WeekShape): {
  readonly rows: readonly WeekRow[];
  /** Adds a row for a ticket. @returns its place. */
  readonly add: (ticket: string) => number;
} {
  const [seen, setSeen] = useState<Seen>({ week: data.week, keys: [] });
  const known = seen.week === data.week ? seen.keys : NONE;
  const rows = useMemo(() => rowsInOrder(known, data.tickets), [known, data.tickets]);
  const keys = rows.map(rowKey);
  // Remembered while drawing, as React has it for what follows from what is shown.
  if (seen.week !== data.week || keys.length !== known.length) setSeen({ week: data.week, keys });
  return {
    rows,
    add: (ticket) => {
      if (!keys.includes(ticket)) setSeen({ week: data.week, keys: [...keys, ticket] });
      const at = keys.indexOf(ticket);
      // Those without a ticket stay last.
      return at >= 0 ? at : keys.includes('') ? keys.length - 1 : keys.length;
    },
  };
}
