import { expect, it } from 'vitest';
import { showLines } from './show.fixture.ts';

const imported = {
  entries: 4,
  known: 0,
  days: ['2026-02-09'],
  users: ['max'],
  others: [] as string[],
  skipped: [],
};

it('your own time is taken in without a word about whose it is', () => {
  expect(showLines('exchange.importTimes', imported)).toEqual(['✓ 4 entries taken in on 1 day']);
});

it('a team’s time tells whose it is', () => {
  const of = { users: ['max', 'sarah'], others: ['sarah'] };
  expect(showLines('exchange.importTimes', { ...imported, ...of })).toEqual([
    '✓ 4 entries taken in on 1 day, of max, sarah',
  ]);
});

it('time under a name that is not known to be yours says so, and what to do if it is', () => {
  const of = { users: ['max@example.org'], others: ['max@example.org'] };
  const [first, ...rest] = showLines('exchange.importTimes', { ...imported, ...of });
  expect(first).toBe('✓ 4 entries taken in on 1 day, of max@example.org');
  expect(rest.join(' ')).toMatch(/None of it is yours.*stint undo.*identity\.emails.*import again/);
  const again = showLines('exchange.importTimes', { ...imported, ...of, entries: 0, known: 4 });
  expect(again).toEqual(['✓ 0 entries taken in, of max@example.org  4 there already']);
});

it('a file of which every line is left out is no success', () => {
  const of = { entries: 0, days: [], users: [], skipped: ['week.csv: it is not of this format'] };
  expect(showLines('exchange.importTimes', { ...imported, ...of })).toEqual([
    '⚠ Nothing was taken in',
    '⚠ Left out:',
    '  week.csv: it is not of this format',
  ]);
});
