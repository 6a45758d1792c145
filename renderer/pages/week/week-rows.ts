import type { WeekShape } from '#shared/contract/shapes.ts';

export type WeekRow = WeekShape['tickets'][number];

/** A row's name: its ticket, or '' where there is none. */
export const rowKey = (row: Pick<WeekRow, 'ticket'>): string => row.ticket ?? '';

const emptyRow = (key: string): WeekRow => ({
  ticket: key === '' ? null : key,
  title: '',
  minutes: 0,
  days: [0, 0, 0, 0, 0, 0, 0],
  sources: [[], [], [], [], [], [], []],
});

/**
 * The rows in the order they were first seen in, new ones behind, those without a ticket last: a row that grows while
 * somebody types down a column must not move away beneath them. A ticket whose last minutes went stays, to be typed into.
 */
export function rowsInOrder(seen: readonly string[], tickets: readonly WeekRow[]): WeekRow[] {
  const byKey = new Map(tickets.map((row) => [rowKey(row), row]));
  const keys = [...new Set([...seen, ...byKey.keys()])];
  return [...keys.filter((key) => key !== ''), ...(byKey.has('') ? [''] : [])].map(
    (key) => byKey.get(key) ?? emptyRow(key),
  );
}

/** The week as it is once a cell has so many minutes; every sum with it, no other cell. */
export function withCell(week: WeekShape, key: string, index: number, minutes: number): WeekShape {
  const row = week.tickets.find((one) => rowKey(one) === key) ?? emptyRow(key);
  const more = minutes - (row.days[index] ?? 0);
  const after: WeekRow = {
    ...row,
    minutes: row.minutes + more,
    days: row.days.with(index, minutes),
    sources: row.sources[index]?.length === 0 ? row.sources.with(index, ['manual']) : row.sources,
  };
  const isKnown = week.tickets.includes(row);
  const total = week.totals.minutes + more;
  return {
    ...week,
    tickets: isKnown ? week.tickets.map((one) => (one === row ? after : one)) : [...week.tickets, after],
    days: week.days.map((day, at) => (at === index ? { ...day, minutes: day.minutes + more } : day)),
    totals: { ...week.totals, minutes: total, gap: Math.max(0, week.totals.target - total) },
  };
}
