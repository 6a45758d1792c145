import { minuteTicks, scaleOf } from './scale.ts';

/** Two times of a day that are told apart: a person's attention and what agents worked. */
export interface DayPair {
  readonly date: string;
  readonly first: number;
  readonly second: number;
}

interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PairDrawing {
  readonly days: readonly (DayPair & {
    readonly x: number;
    readonly width: number;
    readonly columns: readonly [Column, Column];
    /** Its date is written: there is not room for all of them. */
    readonly isNamed: boolean;
  })[];
  readonly hours: readonly { readonly minutes: number; readonly y: number }[];
  readonly baseline: number;
}

export const PAIRS_ROOM = { top: 12, right: 4, bottom: 24, left: 48 } as const;
const WIDEST = 56;
const NAME_WIDTH = 52;

/** Two columns side by side for each day. */
export function drawPairs(
  pairs: readonly DayPair[],
  { width, height }: { readonly width: number; readonly height: number },
): PairDrawing {
  const most = Math.max(60, ...pairs.flatMap(({ first, second }) => [first, second]));
  const baseline = height - PAIRS_ROOM.bottom;
  const y = scaleOf(0, most, baseline, PAIRS_ROOM.top);
  const slot = (width - PAIRS_ROOM.left - PAIRS_ROOM.right) / Math.max(1, pairs.length);
  const wide = Math.min(WIDEST, slot * 0.76);
  const every = Math.max(1, Math.ceil(NAME_WIDTH / slot));
  return {
    baseline,
    hours: minuteTicks(0, most)
      .filter((tick) => tick <= most)
      .map((minutes) => ({ minutes, y: y(minutes) })),
    days: pairs.map((pair, at) => {
      const x = PAIRS_ROOM.left + at * slot + (slot - wide) / 2;
      const column = (value: number, left: number): Column => ({
        x: left,
        y: y(value),
        width: wide / 2,
        height: baseline - y(value),
      });
      return {
        ...pair,
        x,
        width: wide,
        columns: [column(pair.first, x), column(pair.second, x + wide / 2)],
        isNamed: at % every === 0,
      };
    }),
  };
}
