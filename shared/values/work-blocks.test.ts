import { describe, expect, it } from 'vitest';
import { formatInstant } from './instant.ts';
import type { LocalDay } from './local-day.ts';
import { blocksOn, endOfWork, parseWorkBlock, parseWorkBlocks, startOfWork } from './work-blocks.ts';

const day = (text: string) => text as LocalDay;
const BLOCKS = parseWorkBlocks(['09:00-12:00', '13:00-17:30'])!;
const read = (texts: string[]) => parseWorkBlocks(texts);

describe('working hours', () => {
  it.each([
    ['09:00-12:00', { from: 540, to: 720 }],
    [' 9:00 – 12:30 ', { from: 540, to: 750 }],
    ['22:00-24:00', { from: 1320, to: 1440 }],
    ['12:00-09:00', null],
    ['09:00-09:00', null],
    ['09:60-10:00', null],
    ['22:00-24:30', null],
    ['9-12', null],
  ])('%s', (text, block) => {
    expect(parseWorkBlock(text)).toEqual(block);
  });

  it('stand in order and apart', () => {
    expect(read([])).toEqual([]);
    expect(read(['09:00-12:00', '12:00-13:00'])).toHaveLength(2);
    expect(read(['09:00-12:00', '11:00-13:00'])).toBeNull();
    expect(read(['13:00-17:00', '09:00-12:00'])).toBeNull();
  });

  it('lie where the wall clock says, in the zone one is in', () => {
    const end = (date: string, zone: string) => formatInstant(endOfWork(BLOCKS, day(date), zone)!);
    expect(end('2026-02-10', 'Europe/Berlin')).toBe('2026-02-10T16:30:00.000Z');
    expect(end('2026-02-10', 'America/New_York')).toBe('2026-02-10T22:30:00.000Z');
    expect(formatInstant(startOfWork(BLOCKS, day('2026-07-01'), 'Europe/Berlin')!)).toBe(
      '2026-07-01T07:00:00.000Z',
    );
    expect(endOfWork([], day('2026-02-10'), 'UTC')).toBeNull();
    expect(startOfWork([], day('2026-02-10'), 'UTC')).toBeNull();
  });

  it('have an hour less or more on the days of the clock change, and none in an hour that does not exist', () => {
    const night = read(['01:00-04:00'])!;
    const hours = (date: string) =>
      blocksOn(night, day(date), 'Europe/Berlin').map(({ start, end }) => (end - start) / 3_600_000);
    expect(hours('2026-03-28')).toEqual([3]);
    expect(hours('2026-03-29')).toEqual([2]);
    expect(hours('2026-10-25')).toEqual([4]);
    expect(blocksOn(read(['02:00-03:00'])!, day('2026-03-29'), 'Europe/Berlin')).toEqual([]);
  });

  it('may end at midnight, of a long day too', () => {
    expect(formatInstant(endOfWork(read(['20:00-24:00'])!, day('2026-10-25'), 'Europe/Berlin')!)).toBe(
      '2026-10-25T23:00:00.000Z',
    );
  });
});
