import { expect, test } from 'vitest';
import { overlapsOf, withMove } from './moved-view.ts';
import { at, sampleEntry, sampleView } from './sample-view.ts';

const ms = (hhmm: string) => Date.parse(at(hhmm));
const to = (text: string) => {
  const [from, until] = text.split('-') as [string, string];
  return { start: ms(from), end: ms(until) };
};
const VIEW = sampleView([
  [sampleEntry('a', { minutes: 120 }), '09:00-10:00 11:00-12:00'],
  [sampleEntry('b', { source: 'manual', minutes: 30 }), ''],
  [sampleEntry('c', { ticket: null }), '10:00-11:00'],
]);
const shape = (view: typeof VIEW, id: string) => {
  const entry = view.day.entries.find((one) => one.id === id)!;
  const spans = view.details[id]!.spans.map(
    (one) => `${one.startedAt.slice(11, 16)}-${one.endedAt.slice(11, 16)}`,
  );
  return `${spans.join(' ')} ${entry.minutes}`;
};

test('a stretch is shown where it was put, with the minutes and the sum it will have', () => {
  const after = withMove(VIEW, { entry: 'a', stretch: ms('11:00'), span: to('13:00-14:30') });
  expect(shape(after, 'a')).toBe('09:00-10:00 13:00-14:30 150');
  expect(after.day.totals.minutes).toBe(240);
  expect(after.day.entries[0]).toMatchObject({ endedAt: at('14:30'), rawMinutes: 60 });
});

test('what had no time of day gets one', () => {
  const after = withMove(VIEW, { entry: 'b', stretch: null, span: to('13:00-13:30') });
  expect(shape(after, 'b')).toBe('13:00-13:30 30');
  expect(withMove(after, { entry: 'b', stretch: null, span: to('15:00-15:30') })).toBe(after);
});

test('a move that was written, or whose stretch is gone, changes nothing more', () => {
  const move = { entry: 'a', stretch: ms('11:00'), span: to('13:00-14:30') };
  const once = withMove(VIEW, move);
  expect(withMove(once, move)).toBe(once);
  const resized = { entry: 'a', stretch: ms('09:00'), span: to('09:00-10:30') };
  const twice = withMove(withMove(VIEW, resized), resized);
  expect(shape(twice, 'a')).toBe('09:00-10:30 11:00-12:00 150');
  expect(withMove(VIEW, { ...move, entry: 'gone' })).toBe(VIEW);
});

test('what lies under a stretch is named: what a proposal gives away, and what counts twice', () => {
  const settled = {
    ...VIEW,
    details: { ...VIEW.details, c: { ...VIEW.details['c']!, state: 'edited' as const } },
  };
  const under = overlapsOf(settled, 'b', to('09:30-10:15'));
  expect(under.map(({ entry, ms: time, isTaken }) => `${entry} ${time / 60_000} ${isTaken}`)).toEqual([
    'a 30 true',
    'c 15 false',
  ]);
  expect(overlapsOf(VIEW, 'a', to('09:30-10:00'))).toEqual([]);
  expect(overlapsOf(VIEW, 'b', to('12:00-13:00'))).toEqual([]);
});
