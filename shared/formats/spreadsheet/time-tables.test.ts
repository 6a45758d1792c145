import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../../values/local-day.ts';
import { minutes } from '../../values/minutes.ts';
import { RULES, sampleRecords, sumsOf } from '../sample-records.ts';
import { bareRecord } from '../time-record.ts';
import { readDate, readLength } from './clock-columns.ts';
import { readCsv, writeCsv } from './csv.ts';
import type { TableFormat } from './time-tables.ts';
import { readTimeTable, writeTimeTable } from './time-tables.ts';

const ANN = { name: 'Ann Example', email: 'ann@example.com' };
const FORMATS: readonly TableFormat[] = ['toggl-csv', 'clockify-csv', 'harvest-csv'];

describe.each(FORMATS)('%s, there and back', (format) => {
  it('keeps every minute of every ticket on its day, and the words', () => {
    fc.assert(
      fc.property(fc.integer().map(sampleRecords), (all) => {
        const { text, skipped } = writeTimeTable(format, all, RULES.zone, ANN);
        const read = readTimeTable(format, text, RULES);
        expect(skipped).toEqual([]);
        expect(read?.skipped).toEqual([]);
        expect(sumsOf(read?.records ?? [])).toEqual(sumsOf(all));
        const words = (list: typeof all) => list.map(({ description }) => description).toSorted();
        expect(words([...(read?.records ?? [])])).toEqual(words(all));
      }),
    );
  });

  it('is no other table', () => {
    expect(readTimeTable(format, 'Name,Colour\na,b\n', RULES)).toBeNull();
  });
});

describe('tables', () => {
  it('reads an export of Toggl with a byte order mark, semicolons and seconds', () => {
    const text =
      '\uFEFFUser;Email;Project;Description;Start date;Start time;End date;End time;Duration\r\n' +
      'Ann;ann@example.com;Portal;TB-042: Review;2026-02-10;09:00:00;2026-02-10;10:29:31;01:29:31\r\n' +
      'Ann;;;"a;b";10/02/2026;;;;0:15:00\r\nAnn;;;x;never;;;;1\r\nAnn;;;y;2026-02-11;;;;soon\r\n';
    const { records: read, skipped } = readTimeTable('toggl-csv', text, RULES)!;
    expect(read).toMatchObject([
      { user: 'ann@example.com', ticket: 'TB-042', project: 'Portal', description: 'Review', minutes: 90 },
    ]);
    expect(skipped.map(({ place }) => place)).toEqual(['line 3', 'line 4', 'line 5']);
  });

  it('takes the order of dates from the row that tells it', () => {
    const text =
      'Start Date,Start Time,Duration (h)\n03/04/2026,9:00 AM,01:00:00\n03/31/2026,1:30 PM,00:30:00\n';
    const { records: read } = readTimeTable('clockify-csv', text, RULES)!;
    expect(read.map(({ date, startedAt }) => [date, new Date(startedAt!).toISOString()])).toEqual([
      ['2026-03-04', '2026-03-04T08:00:00.000Z'],
      ['2026-03-31', '2026-03-31T11:30:00.000Z'],
    ]);
  });

  it('never writes a formula, and leaves negative amounts alone', () => {
    const text = writeCsv(
      ['a', 'b'],
      [
        ['=1+1', '-1.5'],
        ['@x', '-cmd'],
        ['+49', 'say "hi", you'],
      ],
    );
    expect(text).toBe('a,b\r\n"\'=1+1",-1.5\r\n"\'@x","\'-cmd"\r\n"\'+49","say ""hi"", you"\r\n');
    expect(readCsv(text).rows).toHaveLength(3);
  });

  it('writes what their importers ask for', () => {
    const record = { ...bareRecord('2026-02-10' as LocalDay, minutes(90)), description: 'Review' };
    expect(writeTimeTable('toggl-csv', [record], RULES.zone, ANN).text).toBe(
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,Duration,Tags\r\n' +
        'Ann Example,ann@example.com,,,,Review,No,2026-02-10,09:00:00,01:30:00,\r\n',
    );
    expect(writeTimeTable('harvest-csv', [record], RULES.zone, ANN).text).toContain(
      '2026-02-10,,,,Review,1.5,Ann,Example',
    );
  });

  it.each([
    ['1.5', 90],
    ['1,25', 75],
    ['00:45:29', 45],
    ['-0:30', -30],
    ['1h', null],
  ])('a length of %s is %s minutes', (text, value) => {
    expect(readLength(text)).toBe(value);
  });

  it.each([
    ['2026-02-10', 'auto', '2026-02-10'],
    ['10.02.2026', 'auto', '2026-02-10'],
    ['2/13/2026', 'auto', '2026-02-13'],
    ['02/10/2026', 'auto', null],
    ['02/10/2026', 'mdy', '2026-02-10'],
    ['31.02.2026', 'auto', null],
  ] as const)('the date %s (%s) is %s', (text, order, day) => {
    expect(readDate(text, order)).toBe(day);
  });
});
