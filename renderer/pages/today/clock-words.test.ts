import { expect, test } from 'vitest';
import { dayInterval, formatClock, parseLocalDay } from '#shared/values/local-day.ts';
import { formatInstant, instant } from '#shared/values/instant.ts';
import { clockOfDay } from './clock-words.ts';
import { layOutDay } from './timeline-layout.ts';
import { sampleEntry, sampleView } from './sample-view.ts';

const BERLIN = 'Europe/Berlin';
const HOUR = 3_600_000;
const dayOf = (date: string) => {
  const { start, end } = dayInterval(parseLocalDay(date)!, BERLIN);
  return {
    start,
    view: { zone: BERLIN, interval: { startedAt: formatInstant(start), endedAt: formatInstant(end) } },
  };
};
const clockIn = (date: string) => {
  const { start, view } = dayOf(date);
  const say = clockOfDay(view, (at, zone) => formatClock(instant(at), zone));
  return (hours: number) => say(start + hours * HOUR);
};

test('the hour that stands twice is told apart, and only that one', () => {
  const say = clockIn('2026-10-25');
  expect([1.5, 2.5, 3.5, 4].map(say)).toEqual(['01:30', '02:30 CEST', '02:30 CET', '03:00']);
});

test('other days, short ones too, say the time alone', () => {
  expect([1.5, 2, 3].map(clockIn('2026-03-29'))).toEqual(['01:30', '03:00', '04:00']);
  expect([1.5, 2.5].map(clockIn('2026-02-10'))).toEqual(['01:30', '02:30']);
});

test('an entry over the double hour stands there as long as it took', () => {
  const { start, view: day } = dayOf('2026-10-25');
  const times = { startedAt: formatInstant(start), endedAt: formatInstant(instant(start + 4 * HOUR)) };
  const view = sampleView([[sampleEntry('night'), '']], day);
  const layout = layOutDay({
    ...view,
    details: { night: { state: 'edited', why: '', spans: [times], correction: null } },
  });
  expect(layout.hours).toBe(25);
  expect(layout.blocks[0]).toMatchObject({ from: 0, to: 4, key: 'night:0', isOnly: true });
  expect(layout.shelf).toEqual([]);
});
