import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { sampleEntry, sampleView, span } from './sample-view.ts';
import { tableRows } from './table-rows.ts';

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as unknown as TFunction;

test('everything on the clock is a row, by its time; what has none stands last', () => {
  const view = sampleView(
    [
      [sampleEntry('shelf', { source: 'manual', minutes: 30 }), ''],
      [sampleEntry('work', { minutes: 120, rawMinutes: 118 }), '09:00-10:00 11:00-12:00'],
    ],
    {
      gaps: [{ ...span('10:00-10:30'), minutes: 30 }],
      settledGaps: [{ ...span('10:30-11:00'), id: 'g', minutes: 30, verdict: 'break' }],
      presence: [{ ...span('09:00-12:00'), state: 'active' }],
    },
  );
  expect(tableRows(view, t).map((row) => [row.what, row.minutes, row.rawMinutes])).toEqual([
    ['source.git: TB-042 work', 120, 118],
    ['timeline.presence.active', null, null],
    ['timeline.gap 30m', 30, null],
    ['gap.break', 30, null],
    ['source.git: TB-042 work', null, null],
    ['source.manual: TB-042 shelf', 30, 60],
  ]);
  expect(new Set(tableRows(view, t).map((row) => row.key)).size).toBe(6);
});
