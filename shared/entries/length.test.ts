import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../values/instant.ts';
import { coveredMs } from '../values/interval.ts';
import { formatClock } from '../values/local-day.ts';
import { minutes, minutesOfMs } from '../values/minutes.ts';
import { applyEdit } from './edit.ts';
import type { Entry } from './entry.ts';
import { moveStretch } from './length.ts';
import { clock, sampleEntry, stretch } from './sample-entry.ts';

const now = clock('18:00');
const show = (at: number) => formatClock(instant(at), 'Europe/Berlin');
const shape = (entry: Entry) =>
  `${entry.spans.map((span) => `${show(span.start)}-${show(span.end)}`).join(' ')} ${entry.minutes}m`;
const moved = (entry: Entry, from: string, to: string) => {
  const { start, end } = stretch(to);
  return applyEdit(entry, { stretch: clock(from), startedAt: start, endedAt: end }, now);
};

describe('one stretch of an entry', () => {
  const morning = sampleEntry('morning', '09:00-10:00 11:00-12:30', { minutes: minutes(165) });
  const short = sampleEntry('short', '09:00-09:53', { minutes: minutes(60), rawMinutes: minutes(53) });

  it('is moved: the others stay, and so do the minutes, rounded as they are', () => {
    const after = moved(morning, '11:00', '13:00-14:30');
    expect([shape(after), show(after.endedAt!), after.rawMinutes]).toEqual([
      '09:00-10:00 13:00-14:30 165m',
      '14:30',
      150,
    ]);
    expect(shape(moved(short, '09:00', '10:00-10:53'))).toBe('10:00-10:53 60m');
  });

  it('is made longer or shorter: the entry by as much', () => {
    expect(shape(moved(morning, '09:00', '09:00-10:30'))).toBe('09:00-10:30 11:00-12:30 195m');
    expect(shape(moved(morning, '11:00', '12:00-12:30'))).toBe('09:00-10:00 12:00-12:30 105m');
  });

  it('is the only one: the entry is then as long as it', () => {
    expect(shape(moved(short, '09:00', '09:00-09:45'))).toBe('09:00-09:45 45m');
  });

  it('of an entry made by hand: what was observed is what was typed', () => {
    const typed = sampleEntry('typed', '09:00-10:00', { source: 'manual' });
    expect(moved(typed, '09:00', '09:00-10:15').rawMinutes).toBe(75);
  });

  it('reaches into its sibling: they become one, and nothing counts twice', () => {
    expect(shape(moved(morning, '09:00', '09:00-11:30'))).toBe('09:00-12:30 225m');
  });

  it('is not there any more: a conflict, and nothing is changed', () => {
    expect(() => moved(morning, '09:30', '10:00-10:30')).toThrow('not there any more');
  });

  it('stays on its day', () => {
    const start = clock('00:00') - 60_000;
    expect(() =>
      applyEdit(
        morning,
        { stretch: clock('09:00'), startedAt: instant(start), endedAt: clock('01:00') },
        now,
      ),
    ).toThrow('not on 2026-02-10');
  });

  it('on its own is always as long as its entry, whatever it is dragged to', () => {
    const place = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a !== b);
        const next = {
          start: instant(clock('00:00') + Math.min(a, b) * 60_000),
          end: instant(clock('00:00') + Math.max(a, b) * 60_000),
        };
        const { spans, minutes: length } = moveStretch(
          { spans: short.spans, minutes: 53 },
          clock('09:00'),
          next,
        );
        expect(spans).toEqual([next]);
        expect(length).toBe(minutesOfMs(coveredMs(spans)));
      }),
    );
  });
});
