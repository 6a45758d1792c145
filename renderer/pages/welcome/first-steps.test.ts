import { expect, test } from 'vitest';
import { tickedAtFirst } from './people.ts';
import { firstStep, readChosen } from './progress.ts';
import { sumOf, ticketRows } from './week-times.ts';

const person = (email: string, name: string, configured = false) => ({ email, name, configured });
const PEOPLE = [
  person('max@example.com', 'Max', true),
  person('ann@example.com', 'Ann'),
  person('max@users.noreply.example.com', 'max '),
];

test('the addresses git is set up with are ticked, and others of the same name', () => {
  expect(tickedAtFirst(PEOPLE, 'Max', [])).toEqual(['max@example.com', 'max@users.noreply.example.com']);
  expect(tickedAtFirst([person('ann@example.com', 'Ann')], null, undefined)).toEqual([]);
});

test('who said before whom they are is asked for no other', () => {
  expect(tickedAtFirst(PEOPLE, 'Max', ['old@example.com'])).toEqual(['old@example.com']);
});

test.each([
  [null, []],
  ['{', []],
  ['"text"', []],
  ['{"folders":["~/code",7]}', ['~/code']],
])('what the window kept as %s is read as %j', (text, folders) => {
  expect(readChosen(text)).toEqual({ folders, emails: null, added: [] });
});

test('a restart goes on where it was', () => {
  expect(['start', 'week', 'day', 'done', undefined].map(firstStep)).toEqual([
    'code',
    'week',
    'day',
    'code',
    'code',
  ]);
});

test('a week is summed by ticket in both ways, what has none last', () => {
  const days = [
    {
      date: '2026-02-03',
      after: [
        { ticket: 'TB-1', minutes: 90 },
        { ticket: null, minutes: 200 },
      ],
      before: [{ ticket: 'TB-2', minutes: 120 }],
    },
    { date: '2026-02-04', after: [{ ticket: 'TB-1', minutes: 15 }], before: [] },
  ];
  expect(ticketRows(days)).toEqual([
    { ticket: 'TB-2', after: 0, before: 120 },
    { ticket: 'TB-1', after: 105, before: 0 },
    { ticket: null, after: 200, before: 0 },
  ]);
  expect([sumOf(days, 'after'), sumOf(days, 'before')]).toEqual([305, 120]);
});
