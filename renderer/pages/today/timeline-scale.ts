import type { Stretch } from './side-by-side.ts';

/** Pixels of an hour: a minute is one, and a quarter of an hour stays big enough for its words. */
export const HOUR_PX = 60;
/** Room above the first hour, for its words. */
export const TOP_PX = 8;
const SMALLEST_PX = 3;
const HOUR_MS = 3_600_000;

/** Where a stretch of hours since local midnight stands on the sheet. */
export const place = (stretch: Stretch) => ({
  top: TOP_PX + stretch.from * HOUR_PX,
  height: Math.max(SMALLEST_PX, (stretch.to - stretch.from) * HOUR_PX),
});

/** Pixels of so many milliseconds. The sheet counts elapsed time: days of 23 and 25 hours are shorter and longer. */
export const pxOf = (ms: number): number => (ms / HOUR_MS) * HOUR_PX;

/** Milliseconds of so many pixels. */
export const msOf = (px: number): number => (px / HOUR_PX) * HOUR_MS;

/** The instant at a height of the sheet, of a day that begins at `dayStart`; epoch milliseconds. */
export const instantAt = (px: number, dayStart: number): number => dayStart + msOf(px - TOP_PX);
