import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseLocalDay } from '../values/local-day.ts';
import { formatShort, formatTimesheet } from '../values/minutes.ts';
import { parseQuickAdd } from './quick-add.ts';

const today = parseLocalDay('2026-02-11')!;
const context = { today, zone: 'Europe/Berlin', workingHoursPerDay: 8, prefixes: [] };

const ticket = fc
  .tuple(fc.stringMatching(/^[A-Z][A-Z0-9]{1,5}$/), fc.integer({ min: 0, max: 99_999 }))
  .map(([prefix, number]) => `${prefix}-${number}`);

/** Minutes and a way to write them. */
const duration = fc
  .tuple(
    fc.integer({ min: 1, max: 1440 }),
    fc.constantFrom<(m: number) => string>(
      formatShort,
      formatTimesheet,
      (m) => `${m}min`,
      (m) => `${m} minutes`,
      (m) => `${m} Minuten`,
      (m) => `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}`,
      (m) => `${Math.floor(m / 60)} Std ${m % 60} Min`,
      (m) => `${Math.floor(m / 60)} hours and ${m % 60} minutes`,
    ),
  )
  .map(([minutes, write]) => ({ minutes, words: write(minutes) }));

const day = fc.constantFrom(
  ...(
    [
      ['today', 0],
      ['heute', 0],
      ['yesterday', -1],
      ['gestern', -1],
      ['vorgestern', -2],
      ['on Tuesday', -1],
      ['am Dienstag', -1],
      ['last friday', -5],
      ['letzten Freitag', -5],
      ['2026-02-10', -1],
      ['10.02.2026', -1],
    ] as const
  ).map(([words, days]) => ({ words, date: addDays(today, days) })),
);

/** Words that are nothing but words, in any script. */
const description = fc
  .array(
    fc.constantFrom(
      'review',
      'HR',
      'Doku',
      'couldn’t',
      'fix:',
      'naïve',
      'Straße',
      '套接字',
      '(again)',
      'v2',
      'and',
      'mit',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(' '))
  .filter((text) => !/[:)]$|^and|^mit/.test(text));

type Parts = Record<'t' | 'm' | 'd' | 'x', string>;
const template = fc.constantFrom<(parts: Parts) => string>(
  ({ t, m, d, x }) => `${m} on ${t} for ${x} ${d}`,
  ({ t, m, d, x }) => `Log ${m} on ${t} for ${x} ${d}`,
  ({ t, m, d, x }) => `I spent ${m} on ${t} — ${x}, ${d}`,
  ({ t, m, d, x }) => `Add ${m} to ${t} for ${x}, ${d}.`,
  ({ t, m, d, x }) => `${m} auf ${t} für ${x} ${d}`,
  ({ t, m, d, x }) => `Bitte buche ${d} ${m} auf ${t}: ${x}`,
  ({ t, m, d, x }) => `${d} ${m} ${t} ${x}`,
  ({ t, m, d, x }) => `${t}: ${x}, ${m}, ${d}`,
  ({ t, m, d, x }) => `${x} (${t}) ${m} ${d}`,
);

describe('quick add', () => {
  it('any ticket, duration, day and words in any template come back as they went in', () => {
    fc.assert(
      fc.property(ticket, duration, day, description, template, (t, m, d, x, write) => {
        const text = write({ t, m: m.words, d: d.words, x });
        expect({ text, ...parseQuickAdd(text, context) }).toEqual({
          text,
          kind: 'entry',
          ticket: t,
          minutes: m.minutes,
          date: d.date,
          startedAt: null,
          endedAt: null,
          description: x,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never falls over, and what it calls an entry is one', () => {
    const pieces = fc.constantFrom(
      ...[
        '2h',
        '-1h',
        '1:30',
        '9:00-',
        '-10:15',
        'from',
        '24:00',
        'TB-042',
        'tb-1',
        '—',
        'half',
        'an',
        'and a half',
      ],
      ...[
        'hour',
        'vor',
        '3',
        'days',
        'ago',
        'on',
        'am',
        'Mo',
        'letzten',
        '10.02.',
        '31.02.',
        'Feb',
        '(',
        '"',
        '\0',
        '½',
      ],
    );
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 20 }).map((words) => words.join(' ')),
      fc.array(pieces, { maxLength: 20 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(noise, fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'UTC'), (text, zone) => {
        const read = parseQuickAdd(text, { ...context, zone });
        if (read.kind === 'missing') {
          expect(read.sentence).not.toBe('');
        } else {
          expect(read.minutes).toBeGreaterThan(0);
          expect(read.minutes).toBeLessThanOrEqual(25 * 60);
          expect(read.description).toMatch(/[\p{L}\p{N}]/u);
          expect(read.description).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes ten times the text in about ten times the steps, not a hundred times', () => {
    const hostile = [
      '2h ',
      '1:30 ',
      'in ',
      'a ',
      '- ',
      '9:00 bis ',
      'A-1—',
      'and a half ',
      'vor 3 ',
      '(',
      '"',
      ',',
      '1.',
      'ß',
    ];
    for (const piece of hostile) {
      // Quadratic time over 300 kB would be minutes; the limit of the test runner is the measure.
      const text = `2h TB-1 ${piece.repeat(300_000 / piece.length)}`;
      expect(parseQuickAdd(text, context).ticket).toBe('TB-1');
    }
  });
});
