import { expect, test } from 'vitest';
import { changesOf } from './replay-changes.ts';

const day = (date: string, before: [string | null, number][], after: [string | null, number][]) => {
  const times = (list: [string | null, number][]) => list.map(([ticket, minutes]) => ({ ticket, minutes }));
  const sum = (list: [string | null, number][]) => list.reduce((total, [, minutes]) => total + minutes, 0);
  return {
    date,
    before: times(before),
    after: times(after),
    total: { before: sum(before), after: sum(after) },
  };
};

test('only days that would change are told, the newest first', () => {
  const changes = changesOf([
    day('2026-02-09', [['TB-1', 60]], [['TB-1', 45]]),
    day('2026-02-10', [['TB-1', 60]], [['TB-1', 60]]),
    day('2026-02-11', [['TB-1', 60]], [['TB-2', 60]]),
  ]);
  expect(changes.map(({ date }) => date)).toEqual(['2026-02-11', '2026-02-09']);
});

test('what a ticket gains another one may lose', () => {
  const [change] = changesOf([
    day(
      '2026-02-10',
      [
        ['TB-1', 60],
        [null, 30],
      ],
      [
        ['TB-1', 75],
        ['TB-2', 15],
      ],
    ),
  ]);
  expect(change?.tickets).toEqual([
    { ticket: null, by: -30 },
    { ticket: 'TB-1', by: 15 },
    { ticket: 'TB-2', by: 15 },
  ]);
  expect(change?.total).toEqual({ before: 90, after: 90 });
});
