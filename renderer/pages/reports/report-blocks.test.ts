import { describe, expect, it } from 'vitest';
import type { ReportShape } from '#shared/contract/report-operations.ts';
import type { Cell } from '#shared/reports/table.ts';
import { blocksOf, isNothing } from './report-blocks.ts';
import type { ReportTable } from './report-blocks.ts';
import { figuresOf } from './report-figures.ts';

type Kind = ReportTable['columns'][number]['kind'];
const table = (
  id: string,
  columns: Readonly<Record<string, Kind>>,
  rows: readonly (readonly Cell[])[],
  total: readonly Cell[] | null = null,
): ReportTable => ({
  id,
  title: id,
  columns: Object.entries(columns).map(([key, kind]) => ({ key, title: key, kind })),
  rows: rows.map((row) => [...row]),
  total: total === null ? null : [...total],
  isDetail: id === 'details',
});
const report = (
  id: string,
  tables: readonly ReportTable[],
  more: Partial<ReportShape> = {},
): ReportShape => ({
  report: id,
  title: id,
  subject: '',
  period: { kind: 'week', label: '2026-W07', from: '2026-02-09', to: '2026-02-15' },
  data: {},
  tables: [...tables],
  main: '',
  meters: [],
  notes: [],
  hoursPerDay: 8,
  alarm: null,
  file: null,
  ...more,
});
const weekdays = { targetOf: (date: string) => (date < '2026-02-14' ? 480 : 0) };

const BY_DAY = table(
  'by_day',
  { date: 'date', time: 'minutes', status: 'text' },
  [
    ['2026-02-09', 300, 'draft'],
    ['2026-02-15', 60, 'draft'],
  ],
  ['Total', 360, null],
);
const DETAILS = table(
  'details',
  { user: 'text', date: 'date', ticket: 'text', title: 'text', time: 'minutes' },
  [
    ['ann', '2026-02-09', 'TB-1', 'Socket', 240],
    ['ann', '2026-02-09', null, '', 60],
    ['ann', '2026-02-15', 'TB-1', 'Socket', 60],
  ],
);
const BY_TICKET = table(
  'by_ticket',
  { ticket: 'text', title: 'text', time: 'minutes' },
  [
    ['TB-1', 'Socket', 300],
    ['unallocated', '', 60],
  ],
  ['Total', null, 360],
);

describe('a week', () => {
  const week = report('timesheet', [BY_DAY, BY_TICKET, DETAILS]);
  const [days, tickets] = blocksOf(week, weekdays) as [
    ReturnType<typeof blocksOf>[number],
    ReturnType<typeof blocksOf>[number],
  ];

  it('is a stack of its days; a free day is there when it holds time', () => {
    if (days.chart?.kind !== 'stack') throw new Error('no stack');
    expect(days.chart.dates).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-15',
    ]);
    expect(days.chart.parts).toEqual([
      { date: '2026-02-09', name: 'TB-1', minutes: 240 },
      { date: '2026-02-09', name: null, minutes: 60 },
      { date: '2026-02-15', name: 'TB-1', minutes: 60 },
    ]);
    expect(days.chart.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(360);
  });

  it('has bars in the cells of its tickets', () => {
    expect(tickets.chart).toBeNull();
    expect(tickets.bars).toEqual({ column: 2, shares: [1, 0.2], earlier: [0, 0], marks: [null, null] });
  });

  it('leads with its sum, its days and tickets, and what has none', () => {
    expect(figuresOf(week).map(({ word, title, cell }) => [word ?? title, cell])).toEqual([
      ['time', 360],
      ['days', 2],
      ['tickets', 1],
      ['noTicket', 60],
    ]);
  });
});

it('a month is a calendar, and all time one of the days that hold something', () => {
  const chartIn = (from: string, to: string) =>
    blocksOf(
      report('timesheet', [BY_DAY, DETAILS], { period: { kind: 'month', label: '', from, to } }),
      weekdays,
    )[0]!.chart;
  expect(chartIn('2026-02-01', '2026-02-28')).toMatchObject({
    kind: 'heat',
    from: '2026-02-01',
    to: '2026-02-28',
  });
  // Months on both sides without anything are not drawn.
  expect(chartIn('2026-01-01', '2026-12-31')).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  const far = report('timesheet', [
    table('by_day', { date: 'date', time: 'minutes' }, [
      ['2025-02-09', 300],
      ['2026-02-15', 60],
    ]),
  ]);
  const all = { ...far, period: { kind: 'all', label: 'all', from: '1900-01-01', to: '2999-12-31' } };
  expect(blocksOf(all, weekdays)[0]!.chart).toMatchObject({
    kind: 'heat',
    from: '2025-02-01',
    to: '2026-02-28',
  });
});

it('R&D is a share, and what qualifies adds up to the tenth', () => {
  const rd = report('rd', [
    table(
      'by_category',
      { category: 'text', qualifies: 'text', time: 'minutes', percentage: 'percent' },
      [
        ['Research and development', 'yes', 70, 70.1],
        ['Experiments', 'yes', 20, 20.2],
        ['Unclassified', 'no', 10, 9.7],
      ],
      ['Total', null, 100, 100],
    ),
  ]);
  const chart = blocksOf(rd, weekdays)[0]!.chart;
  if (chart?.kind !== 'share') throw new Error('no share');
  expect(chart.shares.map(({ percent, isOpen }) => [percent, isOpen])).toEqual([
    [70.1, false],
    [20.2, false],
    [9.7, true],
  ]);
  expect(figuresOf(rd).map(({ word, cell }) => [word, cell])).toEqual([
    ['share', 90.3],
    [null, 100],
  ]);
});

it('a budget with a course is a burn-down; several have none to lead with', () => {
  const columns = {
    name: 'text',
    available: 'minutes',
    used: 'minutes',
    left: 'minutes',
    runs_out: 'date',
  } as const;
  const row = ['Auction', 2400, 1200, 1200, '2026-03-01'];
  const course = table('burndown', { date: 'date', used: 'minutes', left: 'minutes' }, [
    ['2026-02-09', 600, 1800],
    ['2026-02-10', 1200, 1200],
  ]);
  const one = report('budget', [table('budgets', columns, [row]), course], { data: { as_of: '2026-02-12' } });
  expect(blocksOf(one, weekdays)[0]!.chart).toEqual({
    kind: 'burn-down',
    name: 'Auction',
    course: {
      points: [
        { date: '2026-02-09', used: 600 },
        { date: '2026-02-10', used: 1200 },
      ],
      available: 2400,
      runsOut: '2026-03-01',
      asOf: '2026-02-12',
    },
  });
  expect(figuresOf(one).map(({ cell }) => cell)).toEqual([2400, 1200, 1200, '2026-03-01']);
  expect(figuresOf(report('budget', [table('budgets', columns, [row, row])]))).toEqual([]);
});

it('estimates stand as marks beside what was logged, and earlier time comes first', () => {
  const sprint = report('sprint', [
    table(
      'tickets',
      {
        ticket: 'text',
        status: 'text',
        estimate: 'estimate',
        logged: 'minutes',
        earlier: 'minutes',
        remaining: 'estimate',
      },
      [
        ['TB-1', null, 480, 120, 60, 300],
        ['TB-2', null, null, 240, 0, null],
      ],
      ['Total', null, 480, 360, 60, 300],
    ),
  ]);
  const [block] = blocksOf(sprint, weekdays) as [ReturnType<typeof blocksOf>[number]];
  // Nobody knows a status: that column is not there.
  expect(block.table.columns.map(({ key }) => key)).toEqual([
    'ticket',
    'estimate',
    'logged',
    'earlier',
    'remaining',
  ]);
  expect(block.table.total).toEqual(['Total', 480, 360, 60, 300]);
  expect(block.bars).toEqual({ column: 2, shares: [0.375, 0.5], earlier: [0.125, 0], marks: [1, null] });
  expect(figuresOf(sprint).map(({ word, title, cell }) => [word ?? title, cell])).toEqual([
    ['logged', 360],
    ['estimate', 480],
    ['remaining', 300],
    ['accuracy', 75],
  ]);
});

it('a report nobody here knows leads with its sums, and an empty one is nothing', () => {
  const unknown = report(
    'sessions',
    [table('main', { name: 'text', time: 'minutes' }, [['a', 5]], ['Total', 5])],
    {
      main: 'main',
    },
  );
  expect(figuresOf(unknown).map(({ title, cell }) => [title, cell])).toEqual([['time', 5]]);
  expect(isNothing(unknown)).toBe(false);
  const empty = report('timesheet', [table('by_day', { date: 'date', time: 'minutes' }, [])]);
  expect([isNothing(empty), blocksOf(empty, weekdays), figuresOf(empty)]).toEqual([true, [], []]);
});
