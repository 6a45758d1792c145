import { expect, it } from 'vitest';
import { instant, plusMs } from '../values/instant.ts';
import type { MonthlyState } from './monthly-notes.ts';
import { monthlyDetail, monthlyKey, monthlyPrompts, readMonthly } from './monthly-notes.ts';
import type { PromptNote } from './prompt.ts';
import { notesByKey } from './prompt.ts';

const AT = instant(Date.parse('2026-02-02T08:00:00Z'));
const DAY = 86_400_000;
const made: MonthlyState = {
  folder: '/r',
  files: { 'rd.pdf': { name: 'rd-2026-01.pdf', digest: 'x' } },
  isDone: true,
  trouble: null,
};
const note = (key: string, given: Partial<PromptNote> = {}): PromptNote => ({
  user: 'max',
  key,
  saidAt: null,
  snoozedUntil: null,
  answer: null,
  detail: null,
  span: null,
  at: AT,
  ...given,
});
const told = (state: MonthlyState, days: number): (string | null)[] =>
  monthlyPrompts(
    notesByKey([note(monthlyKey('2026-01'), { detail: monthlyDetail(state) })]),
    plusMs(AT, days * DAY),
  ).map(({ key }) => key);

it('a note says what it was given, and one that nobody can read says nothing', () => {
  expect(readMonthly(note('k', { detail: monthlyDetail(made) }))).toEqual(made);
  expect(readMonthly(note('k', { detail: '{"folder":' }))).toBeNull();
  expect(readMonthly(note('k'))).toBeNull();
  expect(readMonthly(undefined)).toBeNull();
});

it('good news are told for a week, trouble until it is over', () => {
  expect(told(made, 6)).toEqual(['monthly-made:2026-01']);
  expect(told(made, 7)).toEqual([]);
  expect(told({ ...made, isDone: false, trouble: 'no-room' }, 20)).toEqual(['monthly-no-room:2026-01']);
});
