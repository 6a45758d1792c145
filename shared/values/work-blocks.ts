import type { Instant } from './instant.ts';
import type { Interval } from './interval.ts';
import type { LocalDay, Zone } from './local-day.ts';
import { atClock, dayInterval } from './local-day.ts';

/** A stretch of the day in which somebody usually works, `09:00-12:00`; in minutes since midnight by the wall clock. */
export interface WorkBlock {
  readonly from: number;
  /** Exclusive; after `from`. */
  readonly to: number;
}

const BLOCK = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;
const DAY_MINUTES = 24 * 60;

/** Reads `09:00-12:00`; null when it is no stretch within one day. `24:00` may end one. */
export function parseWorkBlock(text: string): WorkBlock | null {
  const match = BLOCK.exec(text.trim());
  if (!match) return null;
  const [from, to] = [minuteOf(match[1], match[2]), minuteOf(match[3], match[4])];
  return from !== null && to !== null && from < to ? { from, to } : null;
}

/** Reads the blocks of a day; null when one of them is none, or two overlap or are out of order. */
export function parseWorkBlocks(texts: readonly string[]): WorkBlock[] | null {
  const blocks: WorkBlock[] = [];
  for (const text of texts) {
    const block = parseWorkBlock(text);
    if (block === null || block.from < (blocks.at(-1)?.to ?? 0)) return null;
    blocks.push(block);
  }
  return blocks;
}

/** The blocks of a day on the time line; where DST takes the hour of one away, it is left out. */
export function blocksOn(blocks: readonly WorkBlock[], day: LocalDay, zone: Zone): Interval[] {
  return blocks
    .map(({ from, to }) => ({ start: at(from, day, zone), end: at(to, day, zone) }))
    .filter(({ start, end }) => end > start);
}

/** When the last block of the day ends; null without blocks. */
export function endOfWork(blocks: readonly WorkBlock[], day: LocalDay, zone: Zone): Instant | null {
  const last = blocks.at(-1);
  return last === undefined ? null : at(last.to, day, zone);
}

/** When the first block of the day begins; null without blocks. */
export function startOfWork(blocks: readonly WorkBlock[], day: LocalDay, zone: Zone): Instant | null {
  const first = blocks[0];
  return first === undefined ? null : at(first.from, day, zone);
}

/** By the wall clock: 17:30 stays 17:30 on a day of 23 or 25 hours. */
function at(minute: number, day: LocalDay, zone: Zone): Instant {
  if (minute === DAY_MINUTES) return dayInterval(day, zone).end;
  return atClock(day, Math.floor(minute / 60), minute % 60, zone);
}

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const value = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && value <= DAY_MINUTES ? value : null;
}
