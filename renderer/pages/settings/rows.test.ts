import { expect, test } from 'vitest';
import { rowsOf, rowsProblem, valueOf } from './rows.ts';

const COLUMNS = ['input', 'output', 'cacheRead'];

test.each([
  ['map' as const, { TB: 'Auction engine', 'Daily stand-up': 'TB-1' }],
  ['lists' as const, { research: ['story', 'epic'], admin: [] }],
  ['table' as const, { 'claude-x': { input: 3, output: 15.5 } }],
])('a %s is written as lines and read back', (kind, value) => {
  expect(valueOf(kind, rowsOf(kind, value, COLUMNS), COLUMNS)).toEqual(value);
});

test('what is not complete yet is not kept', () => {
  expect(rowsProblem('map', [{ name: 'TB', cells: [''] }])).toBe('half');
  expect(rowsProblem('map', [{ name: '', cells: ['Auction'] }])).toBe('half');
  expect(rowsProblem('lists', [{ name: 'admin', cells: [''] }])).toBeNull();
  expect(rowsProblem('map', [{ name: '', cells: [''] }])).toBeNull();
});

test('a name stands there once, and numbers are numbers', () => {
  const twice = [
    { name: 'TB', cells: ['a'] },
    { name: ' TB ', cells: ['b'] },
  ];
  expect(rowsProblem('map', twice)).toBe('twice');
  expect(rowsProblem('table', [{ name: 'x', cells: ['three'] }])).toBe('number');
  expect(rowsProblem('table', [{ name: 'x', cells: ['3,5'] }])).toBeNull();
  expect(valueOf('table', [{ name: 'x', cells: ['3,5', '', '1'] }], COLUMNS)).toEqual({
    x: { input: 3.5, cacheRead: 1 },
  });
});
