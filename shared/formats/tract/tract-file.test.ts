import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes } from '../../values/minutes.ts';
import type { LocalDay } from '../../values/local-day.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import type { TimeRecord } from '../time-record.ts';
import { bareRecord } from '../time-record.ts';
import { readTractFile, writeTractFile } from './tract-file.ts';

const RULES = { zone: 'Europe/Berlin', workingHoursPerDay: 8, prefixes: [] };
const PLACE = { date: '2026-02-10', user: 'john' };
const DAY = '2026-02-10' as LocalDay;

/** The day of document 4 §1. */
const DOCUMENT = `# .tract/time/john/2026-02-10.yaml
date: 2026-02-10
user: john
status: draft          # draft | reviewed | submitted
entries:
  - ticket: TB-042
    duration: 2h30m
    source: git
    description: "Fix TCP_NODELAY on auction socket"
    commits:
      - abc1234
      - def5678

  - ticket: TINT-191
    duration: 1d2h
    source: manual
    description: "HR training session"

  - ticket: null
    duration: 30m
    source: calendar
    description: "All-hands standup"
    unallocated: true
`;

const recordsOf = (text: string) => {
  const { day, problem } = readTractFile(text, RULES, PLACE);
  if (day === null) throw new Error(problem);
  return day;
};

describe('reading a day', () => {
  it('reads the document’s file', () => {
    const { user, status, times } = recordsOf(DOCUMENT);
    expect([user, status]).toEqual(['john', 'draft']);
    expect(times.skipped).toEqual([]);
    expect(times.records).toMatchObject([
      { ticket: 'TB-042', minutes: 150, source: 'git', commits: ['abc1234', 'def5678'] },
      { ticket: 'TINT-191', minutes: 600, source: 'manual', description: 'HR training session' },
      { ticket: null, minutes: 30, source: 'calendar' },
    ]);
  });

  it('leaves out what is no time, and says so', () => {
    const { times } = recordsOf(
      'entries:\n  - {ticket: TB-1, duration: soon}\n  - {ticket: nonsense, duration: 5m}\n  - 7\n',
    );
    expect(times.records).toMatchObject([{ ticket: null, minutes: 5, date: '2026-02-10', user: 'john' }]);
    expect(times.skipped.map(({ place }) => place)).toEqual(['entries[0]', 'entries[1]', 'entries[2]']);
  });

  it('keeps commits that look like numbers as they are written', () => {
    const { times } = recordsOf(
      'entries:\n  - {ticket: TB-1, duration: 5m, commits: [0012345, 12e4567, "42"]}\n',
    );
    expect(times.records[0]?.commits).toEqual(['0012345', '12e4567', '42']);
  });

  it('names line and column of broken YAML, and swallows no bombs', () => {
    const broken = readTractFile('entries:\n  - ticket: "TB-1\n', RULES, PLACE);
    expect(broken.problem).toMatch(/^line \d+, column \d+: /);
    expect(readTractFile('a: &a [1]\nentries: [*a]\n', RULES, PLACE).day).toBeNull();
    expect(readTractFile('- 1\n', RULES, PLACE).day).toBeNull();
  });
});

const ticket = fc.option(
  fc
    .tuple(fc.constantFrom('TB', 'APP', 'X1'), fc.integer({ min: 0, max: 9999 }))
    .map(([p, n]) => `${p}-${n}`),
);
const record: fc.Arbitrary<TimeRecord> = fc
  .record({
    ticket,
    length: fc.integer({ min: -600, max: 1440 }),
    source: fc.constantFrom('git' as const, 'calendar' as const, 'manual' as const, 'ide' as const),
    description: fc.oneof(
      fc.string(),
      fc.constantFrom('yes', '~', '1e3', '- a: b', '# no comment', 'null', ' x '),
    ),
    commits: fc.array(fc.stringMatching(/^[0-9a-f]{7,12}$/), { maxLength: 3 }),
  })
  .map(({ ticket, length, ...rest }) => ({
    ...bareRecord(DAY, minutes(length)),
    ...rest,
    ticket: ticket as TicketId | null,
    user: 'john',
    status: 'reviewed',
  }));

describe('writing a day', () => {
  const wish = (records: readonly TimeRecord[]) => ({ ...PLACE, status: 'reviewed' as const, records });

  it('reads back what it wrote, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        expect(recordsOf(writeTractFile(null, wish(records), true)).times).toEqual({ records, skipped: [] });
      }),
    );
  });

  it('writing the same again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        const once = writeTractFile(null, wish(records), true);
        expect(writeTractFile(once, wish(records), true)).toBe(once);
      }),
    );
  });

  it('keeps the comments, keys and entries of a file made by hand', () => {
    const more = { ...bareRecord(DAY, minutes(45)), ticket: 'APP-7' as TicketId, description: 'Review' };
    const text = writeTractFile(`${DOCUMENT}\nmood: good # mine\n`, wish([more]), false);
    for (const kept of ['# .tract/time', '# draft | reviewed', 'duration: 1d2h', 'mood: good # mine'])
      expect(text).toContain(kept);
    expect(recordsOf(text).times.records).toHaveLength(4);
    expect(recordsOf(text).status).toBe('reviewed');
  });

  it('takes out what is no longer told only where the file is its own', () => {
    const first = recordsOf(DOCUMENT).times.records[0]!;
    expect(recordsOf(writeTractFile(DOCUMENT, wish([first]), true)).times.records).toHaveLength(1);
    expect(recordsOf(writeTractFile(DOCUMENT, wish([first]), false)).times.records).toHaveLength(3);
  });

  it('tells sources the document does not know as those it does', () => {
    const timer = { ...bareRecord(DAY, minutes(5)), source: 'timer' as const };
    const agent = { ...bareRecord(DAY, minutes(6)), source: 'agent' as const };
    const { records } = recordsOf(writeTractFile(null, wish([timer, agent]), true)).times;
    expect(records.map(({ source }) => source)).toEqual(['manual', 'ide']);
  });
});
