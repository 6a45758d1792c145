import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../ports/memory-world.ts';
import { logWords } from './add-entry.ts';
import { lastDayOf } from './last-day.ts';

describe('the last day of a ticket', () => {
  it('is the newest with time on it, however long ago', async () => {
    const world = memoryWorld('2026-02-10T09:00:00+01:00', 'Europe/Berlin');
    await logWords(world, { text: '1h on TB-042 for planning', date: '2026-02-03' });
    await logWords(world, { text: '1h on TB-042 for planning', date: '2026-01-20' });
    await logWords(world, { text: '1h on APP-7 for review', date: '2022-05-02' });
    expect(await lastDayOf(world, { ticket: 'tb-042' })).toEqual({ ticket: 'TB-042', date: '2026-02-03' });
    expect(await lastDayOf(world, { ticket: 'APP-7' })).toEqual({ ticket: 'APP-7', date: '2022-05-02' });
    expect(await lastDayOf(world, { ticket: 'TB-1' })).toEqual({ ticket: 'TB-1', date: null });
  });
});
