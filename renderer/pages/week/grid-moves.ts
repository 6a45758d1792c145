/** A cell of the grid: a row by its place (-1: the heads of the days), and a column by its place among those shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Where a key leads in a grid (ARIA's grid pattern); null: it does not move. At an edge it stays. */
export function moved(from: Place, key: string, isFar: boolean, { rows, columns }: Extent): Place | null {
  const at = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, -1), rows - 1),
    column: Math.min(Math.max(column, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return at(isFar ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return at(isFar ? rows - 1 : from.row + 1, from.column);
    case 'ArrowLeft':
      return at(from.row, isFar ? 0 : from.column - 1);
    case 'ArrowRight':
      return at(from.row, isFar ? columns - 1 : from.column + 1);
    case 'Home':
      return at(isFar ? 0 : from.row, 0);
    case 'End':
      return at(isFar ? rows - 1 : from.row, columns - 1);
    case 'PageUp':
      return at(from.row - 10 < 0 ? 0 : from.row - 10, from.column);
    case 'PageDown':
      return at(from.row + 10, from.column);
    default:
      return null;
  }
}
