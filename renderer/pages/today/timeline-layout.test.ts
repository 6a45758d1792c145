import { expect, test } from 'vitest';
import type { DayView, EntryShape } from '#shared/contract/shapes.ts';
import { groupEntries } from './group-entries.ts';
import { layOutDay } from './timeline-layout.ts';

const at = (hhmm: string) => `2026-02-10T${hhmm}:00Z`;
const span = (from: string, to: string) => ({ startedAt: at(from), endedAt: at(to) });

const entry = (
  id: string,
  ticket: string | null,
  minutes: number,
  more: Partial<EntryShape> = {},
): EntryShape => ({
  id,
  ticket,
  project: null,
  minutes,
  rawMinutes: minutes,
  source: 'git',
  description: id,
  commits: [],
  unallocated: ticket === null,
  startedAt: null,
  endedAt: null,
  evidence: [],
  ...more,
});

const detail = (spans: DayView['details'][string]['spans'] = [], of: string | null = null) => ({
  state: 'proposed' as const,
  why: '',
  spans,
  correction: of === null ? null : { reason: 'wrong', of },
});

const commit = (time: string) => ({
  hash: time,
  at: at(time),
  subject: time,
  branch: null,
  repository: 'one',
  ticket: null,
});

const day = (entries: EntryShape[], more: Partial<DayView> = {}): DayView => ({
  day: {
    date: '2026-02-10',
    user: 'john',
    status: 'draft',
    entries,
    totals: { minutes: 0, target: 480, untracked: 0 },
    warnings: [],
  },
  zone: 'UTC',
  interval: { startedAt: '2026-02-10T00:00:00Z', endedAt: '2026-02-11T00:00:00Z' },
  details: Object.fromEntries(entries.map((one) => [one.id, detail()])),
  settledGaps: [],
  gaps: [],
  presence: [],
  events: [],
  spans: [],
  runs: [],
  commits: [],
  undo: null,
  redo: null,
  ...more,
});

test('a day has as many hours as its midnights are apart', () => {
  const long = { startedAt: '2026-10-24T22:00:00Z', endedAt: '2026-10-25T23:00:00Z' };
  expect(layOutDay(day([])).hours).toBe(24);
  expect(layOutDay(day([], { interval: long })).hours).toBe(25);
});

test('an empty day has no first thing; presence away from the machine is none either', () => {
  expect(layOutDay(day([])).first).toBeNull();
  expect(
    layOutDay(day([], { presence: [{ ...span('03:00', '04:00'), state: 'suspended' }] })).first,
  ).toBeNull();
  expect(layOutDay(day([], { presence: [{ ...span('08:30', '09:00'), state: 'active' }] })).first).toBe(8.5);
});

test('overlapping entries stand side by side, later ones have the whole width again', () => {
  const entries = [entry('a', 'TB-1', 60), entry('b', 'TB-2', 60), entry('c', 'TB-3', 60)];
  const details = {
    a: detail([span('09:00', '10:00')]),
    b: detail([span('09:30', '10:30')]),
    c: detail([span('10:30', '11:30')]),
  };
  const blocks = layOutDay(day(entries, { details })).blocks;
  expect(blocks.map((block) => [block.entry.id, block.column, block.columns])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 1],
  ]);
});

test('what reaches over midnight is cut there', () => {
  const gaps = [{ startedAt: '2026-02-09T23:00:00Z', endedAt: at('01:00'), minutes: 120 }];
  expect(layOutDay(day([], { gaps })).gaps[0]).toMatchObject({ from: 0, to: 1 });
});

test('commits close together share a mark', () => {
  const marks = layOutDay(day([], { commits: [commit('09:10'), commit('09:00'), commit('12:00')] })).marks;
  expect(marks.map((mark) => mark.commits.map((one) => one.subject))).toEqual([
    ['09:00', '09:10'],
    ['12:00'],
  ]);
});

test('entries without a ticket come first, each for itself; tickets by their time', () => {
  const groups = groupEntries(
    day([
      entry('a', 'TB-1', 30),
      entry('b', null, 15),
      entry('c', 'TB-2', 60),
      entry('d', 'TB-1', 45),
      entry('e', null, 5),
    ]),
  );
  expect(groups.open.map((group) => group.entries.map((one) => one.id))).toEqual([['b'], ['e']]);
  expect(groups.done.map((group) => [group.ticket, group.minutes])).toEqual([
    ['TB-1', 75],
    ['TB-2', 60],
  ]);
});

test('a correction stands behind what it corrects', () => {
  const entries = [
    entry('late', 'TB-1', 60, { startedAt: at('15:00') }),
    entry('early', 'TB-1', 60, { startedAt: at('09:00') }),
    entry('fix', 'TB-1', -30),
  ];
  const details = { late: detail(), early: detail(), fix: detail([], 'early') };
  expect(groupEntries(day(entries, { details })).done[0]?.entries.map((one) => one.id)).toEqual([
    'early',
    'fix',
    'late',
  ]);
});
