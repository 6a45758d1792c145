import { readDuration } from '../entries/quick-add-duration.ts';

/**
 * The minutes a cell of the week is to have, from what was typed into it: a duration (`1h30m`, `90m`, `1:30`, `1.5h`;
 * a bare number means minutes), or one with a sign, which is added to or taken from what the cell has (`+15m`, `-10m`).
 * @param have minutes the cell has now.
 * @returns null when it is no duration. Less than zero when more is taken than there is: for the caller to refuse.
 */
export function readCellText(text: string, have: number, hoursPerDay: number): number | null {
  const typed = text.trim().toLowerCase().replace('−', '-');
  const sign = /^[+-]/.exec(typed)?.[0];
  const size = readSize(sign === undefined ? typed : typed.slice(1).trim(), hoursPerDay);
  if (size === null || size < 0) return null;
  if (sign === undefined) return size;
  return sign === '+' ? have + size : have - size;
}

function readSize(typed: string, hoursPerDay: number): number | null {
  if (/^\d{1,4}$/.test(typed)) return Number(typed);
  // A fraction of a number without a unit can only be hours.
  const word = /^\d{1,2}[.,]\d{1,2}$/.test(typed) ? `${typed}h` : typed;
  const words = word.split(/\s+/);
  const read = /^\d/.test(word) ? readDuration(words, 0, hoursPerDay) : null;
  return read !== null && read.length === words.length ? read.minutes : null;
}
