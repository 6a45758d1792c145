import type { Cell, ColumnKind } from '../../reports/table.ts';
import { formatEstimate, formatTimesheet } from '../../values/minutes.ts';

/** A cell as people read it: `8h00m`, `2d4h`, `60.5%`, `1,234.50 EUR`; empty where nothing stands. */
export function cellText(cell: Cell, kind: ColumnKind, hoursPerDay: number): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return `${grouped((cell.cents / 100).toFixed(2))} ${cell.currency}`;
  if (typeof cell === 'string') return cell;
  if (kind === 'minutes') return formatTimesheet(cell);
  if (kind === 'estimate') return formatEstimate(cell, hoursPerDay);
  if (kind === 'percent') return `${cell.toFixed(1)}%`;
  return grouped(String(cell));
}

/** Commas between thousands. */
const grouped = (digits: string): string => digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** Such columns stand at their right edge. */
export const isNumeric = (kind: ColumnKind): boolean => kind !== 'text' && kind !== 'date';
