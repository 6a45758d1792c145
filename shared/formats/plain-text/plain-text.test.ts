import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { RULES, sampleRecords, sumsOf } from '../sample-records.ts';
import { bareRecord } from '../time-record.ts';
import { readKlog, writeKlog } from './klog.ts';
import { readTimeclock, writeTimeclock } from './timeclock.ts';
import { readTimewarrior, writeTimewarrior } from './timewarrior.ts';

const ZONE = RULES.zone;
const DAY = '2026-02-10' as LocalDay;
const onTicket = (length: number, description = '') => ({
  ...bareRecord(DAY, minutes(length)),
  ticket: 'TB-042' as TicketId,
  description,
});

/** A format of lines, there and back. */
const ROUND_TRIPS = {
  timeclock: (all: Parameters<typeof writeTimeclock>[0]) =>
    readTimeclock(writeTimeclock(all, ZONE).text, RULES),
  klog: (all: Parameters<typeof writeKlog>[0]) =>
    readKlog(
      writeKlog(all, ZONE, () => minutes(480)),
      RULES,
    ),
  timewarrior: (all: Parameters<typeof writeTimewarrior>[0]) => {
    const texts = writeTimewarrior(all, ZONE).files.map(({ text }) => text);
    return readTimewarrior(texts.join(''), RULES);
  },
};

describe.each(Object.entries(ROUND_TRIPS))('%s, there and back', (_, through) => {
  it('keeps every minute of every ticket on its day, also where clocks change', () => {
    fc.assert(
      fc.property(fc.integer().map(sampleRecords), (all) => {
        const { records: read, skipped } = through(all);
        expect(skipped).toEqual([]);
        expect(sumsOf(read)).toEqual(sumsOf(all));
      }),
    );
  });

  it('keeps the words', () => {
    fc.assert(
      fc.property(fc.integer().map(sampleRecords), (all) => {
        const words = (list: typeof all) => list.map(({ description }) => description).toSorted();
        expect(words([...through(all).records])).toEqual(words(all));
      }),
    );
  });
});

describe('timeclock', () => {
  it('writes accounts two blanks before the words, and takes corrections out of what they correct', () => {
    const { text, skipped } = writeTimeclock(
      [{ ...onTicket(90, 'Review'), project: 'Portal' }, onTicket(-30)],
      ZONE,
    );
    expect(text.split('\n').slice(1, 3)).toEqual([
      'i 2026-02-10 09:00:00 Portal:TB-042  Review',
      'o 2026-02-10 10:30:00',
    ]);
    expect(skipped).toEqual([{ place: DAY, reason: expect.stringContaining('30 minutes') as string }]);
    expect(writeTimeclock([onTicket(90), onTicket(-30)], ZONE).text).toContain('o 2026-02-10 10:00:00');
  });

  it('names what never ended and what never began', () => {
    const { records: read, skipped } = readTimeclock(
      'o 2026-02-10 08:00:00\ni 2026-02-10 09:00:00 TB:TB-042  a\ni 2026/02/10 10:00 x\no 2026/02/10 10:30\ni 2026-02-10 11:00 y\n',
      RULES,
    );
    expect(read).toMatchObject([{ minutes: 30, project: 'x' }]);
    expect(skipped.map(({ place }) => place)).toEqual(['line 1', 'line 2', 'line 5']);
  });
});

describe('klog', () => {
  it('reads what its specification shows', () => {
    const { records: read, skipped } = readKlog(
      '2026-02-10 (8h!)\nA day #tag\n    9:00 - 10:15 Review #TB-042\n        and more\n    <23:00-1:00 night\n    1:00pm - 2:30pm x\n    -45m break\n    +1h30m\n    12:00 - ?\n    what\n',
      RULES,
    );
    expect(read.map(({ minutes: value, ticket }) => [value, ticket])).toEqual([
      [75, 'TB-042'],
      [120, null],
      [90, null],
      [-45, null],
      [90, null],
    ]);
    expect(read[0]?.description).toBe('Review and more');
    expect(skipped.map(({ place }) => place)).toEqual(['line 9', 'line 10']);
  });

  it('writes minutes where the clock would tell another length', () => {
    const startedAt = Date.parse('2026-02-10T08:00:00Z') as never;
    const endedAt = Date.parse('2026-02-10T09:07:00Z') as never;
    const text = writeKlog([{ ...onTicket(75, 'Review'), startedAt, endedAt }, onTicket(-10)], ZONE, () =>
      minutes(0),
    );
    expect(text).toBe('2026-02-10\n    1h15m Review #TB-042\n    -10m #TB-042\n');
  });
});

describe('timewarrior', () => {
  it('writes UTC, a file a month, nothing on top of each other', () => {
    const late = { ...onTicket(60, 'say "hi"'), date: '2026-03-01' as LocalDay };
    expect(writeTimewarrior([onTicket(60), onTicket(30), late], ZONE).files).toEqual([
      {
        name: '2026-02.data',
        text: 'inc 20260210T080000Z - 20260210T090000Z # TB-042\ninc 20260210T090000Z - 20260210T093000Z # TB-042\n',
      },
      { name: '2026-03.data', text: 'inc 20260301T080000Z - 20260301T090000Z # TB-042 # "say \\"hi\\""\n' },
    ]);
  });

  it('reads its export, splits at midnight, and leaves out what runs', () => {
    const { records: read, skipped } = readTimewarrior(
      JSON.stringify([
        {
          id: 2,
          start: '20260210T220000Z',
          end: '20260211T000000Z',
          tags: ['TB-042', 'Portal'],
          annotation: 'late',
        },
        { id: 1, start: '20260211T080000Z', tags: [] },
        { id: 3, start: 'soon' },
      ]),
      RULES,
    );
    expect(read.map(({ date, minutes: value, project }) => [date, value, project])).toEqual([
      ['2026-02-10', 60, 'Portal'],
      ['2026-02-11', 60, 'Portal'],
    ]);
    expect(skipped.map(({ place }) => place)).toEqual(['[1]', '[2]']);
  });
});
