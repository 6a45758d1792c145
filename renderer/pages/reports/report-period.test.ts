import { describe, expect, it } from 'vitest';
import type { LocalDay } from '#shared/values/local-day.ts';
import { meantBy, neighbour, USUAL_PERIODS } from './report-period.ts';

const TODAY = '2026-02-12' as LocalDay;
const labelOf = (words: string) => meantBy(words, TODAY, 'week')?.label;
const steps = (words: string) => {
  const period = meantBy(words, TODAY, 'week')!;
  return [neighbour(period, -1), neighbour(period, 1)];
};

describe('days of a report', () => {
  it('that can be chosen with a press are all understood', () => {
    expect(USUAL_PERIODS.map(labelOf)).toEqual([
      '2026-02-12',
      '2026-02-11',
      '2026-W07',
      '2026-W06',
      '2026-02',
      '2026-01',
      '2026-Q1',
      '2025-Q4',
      '2026',
      '2025',
      '2026-01-14..2026-02-12',
      'all',
    ]);
  });

  it('have neighbours of their kind, over the edges of months and years', () => {
    expect(steps('2026-02-28')).toEqual(['2026-02-27', '2026-03-01']);
    expect(steps('2026-W53')).toEqual(['2026-W52', '2027-W01']);
    expect(steps('2026-01')).toEqual(['2025-12', '2026-02']);
    expect(steps('2026-12')).toEqual(['2026-11', '2027-01']);
    expect(steps('2026-Q1')).toEqual(['2025-Q4', '2026-Q2']);
    expect(steps('2026')).toEqual(['2025', '2027']);
    expect(steps('2026-02-10..2026-02-12')).toEqual(['2026-02-07..2026-02-09', '2026-02-13..2026-02-15']);
    expect(steps('all')).toEqual([null, null]);
  });

  it('are the usual ones where nothing is said, and none where words mean none', () => {
    expect(meantBy(null, TODAY, 'month')?.label).toBe('2026-02');
    expect(meantBy('someday', TODAY, 'month')).toBeNull();
  });
});
