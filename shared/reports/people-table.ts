import type { Minutes } from '../values/minutes.ts';
import { said } from '../values/said.ts';
import type { ColumnOf, Table } from './table.ts';
import { tableOf } from './table.ts';

/** Somebody, and the time they have in a report. */
interface PersonsTime {
  readonly user: string;
  readonly minutes: Minutes;
}

/**
 * Who has how much time, one person a line; what else is told of them stands before their time, or behind it.
 * @param nameOf a person's name, as people are called in this report.
 */
export function peopleTable<Row extends PersonsTime>(
  rows: readonly Row[],
  total: Minutes,
  nameOf: (user: string) => string,
  { before = [], behind = [] }: { before?: readonly ColumnOf<Row>[]; behind?: readonly ColumnOf<Row>[] } = {},
): Table {
  return tableOf<Row>(
    'people',
    said`People`,
    [
      {
        key: 'person',
        title: said`Person`,
        kind: 'text',
        of: ({ user }) => nameOf(user),
        total: said`Total`,
      },
      ...before,
      { key: 'time', title: said`Time`, kind: 'minutes', of: ({ minutes }) => minutes, total },
      ...behind,
    ],
    rows,
  );
}
