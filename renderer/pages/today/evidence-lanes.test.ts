import { expect, test } from 'vitest';
import type { DayView } from '#shared/contract/shapes.ts';
import { lanesOf, leftOut } from './evidence-lanes.ts';

const DAY = '2026-02-10';
const at = (clock: string) => `${DAY}T${clock}:00Z`;
const span = (from: string, to: string) => ({ startedAt: at(from), endedAt: at(to) });
const hour = (iso: string) => (Date.parse(iso) - Date.parse(at('00:00'))) / 3_600_000;
const place = ({ startedAt, endedAt }: { startedAt: string; endedAt: string }) => ({
  from: hour(startedAt),
  to: hour(endedAt),
});

const meeting = (
  id: string,
  from: string,
  to: string,
  more: Partial<DayView['events'][number]> = {},
): DayView['events'][number] => ({
  ...span(from, to),
  id,
  source: 'ics:1',
  series: null,
  title: id,
  ticket: null,
  allDay: false,
  attended: null,
  counts: true,
  ...more,
});

const view = (more: Partial<DayView>): DayView => ({
  day: {
    date: DAY,
    user: 'max',
    status: 'draft',
    entries: [],
    totals: { minutes: 0, target: 480, untracked: 0 },
    warnings: [],
  },
  zone: 'UTC',
  interval: { startedAt: at('00:00'), endedAt: '2026-02-11T00:00:00Z' },
  details: {},
  settledGaps: [],
  gaps: [],
  presence: [],
  commits: [],
  events: [],
  spans: [],
  runs: [],
  undo: null,
  redo: null,
  ...more,
});

test('an empty day has no lanes', () => {
  expect(lanesOf(view({}), place)).toEqual([]);
});

test('a run is light, and the time the person was there stands out in it', () => {
  const run = { ...span('10:00', '12:00'), source: 'claude-code', id: 'r', title: '', ticket: 'TB-1' };
  const [lane] = lanesOf(
    view({ runs: [{ ...run, ended: null, attention: [span('10:00', '10:30')] }] }),
    place,
  );
  expect(lane?.source).toBe('agent');
  expect(lane?.blocks[0]).toMatchObject({
    from: 10,
    to: 12,
    title: 'claude-code',
    isLight: true,
    attention: [{ from: 10, to: 10.5 }],
  });
});

test('a meeting that does not count is light and opens its own row', () => {
  const [lane] = lanesOf(view({ events: [meeting('guild', '09:00', '10:00', { counts: false })] }), place);
  expect(lane?.blocks[0]).toMatchObject({ isLight: true, opens: 'guild' });
});

test('runs at the same time stand side by side', () => {
  const run = (id: string, from: string, to: string) => ({
    ...span(from, to),
    source: 'claude-code',
    id,
    title: id,
    ticket: null,
    ended: null,
    attention: [],
  });
  const [lane] = lanesOf(view({ runs: [run('a', '10:00', '11:00'), run('b', '10:30', '11:30')] }), place);
  expect(lane?.blocks.map(({ column, columns }) => `${column}/${columns}`)).toEqual(['0/2', '1/2']);
});

test('the same meeting in two calendars is one; whole days are none', () => {
  const events = [
    meeting('a', '09:00', '10:00', { title: 'Sync', counts: false }),
    meeting('b', '09:00', '10:00', { title: 'Sync', source: 'google:x' }),
    meeting('holiday', '00:00', '23:00', { allDay: true, counts: false }),
    meeting('absent', '11:00', '12:00', { attended: false, counts: false }),
  ];
  expect(lanesOf(view({ events }), place)[0]?.blocks.map(({ key }) => key)).toEqual([
    'google:x b',
    'ics:1 absent',
  ]);
  expect(leftOut(view({ events })).map(({ id }) => id)).toEqual(['absent']);
});
