import { describe, expect, it } from 'vitest';
import { formatsOf } from './formats.ts';

const de = formatsOf('de-DE');
const en = formatsOf('en-GB');
/** Intl parts some things with blanks that only look like one. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

describe('formats of a language', () => {
  it('write days as the language does', () => {
    expect([de.longDay('2026-02-10'), en.longDay('2026-02-10')]).toEqual([
      'Dienstag, 10. Februar 2026',
      'Tuesday, 10 February 2026',
    ]);
    expect([de.shortDay('2026-02-10'), de.weekday('2026-02-10')]).toEqual(['Di., 10. Feb.', 'Di']);
    expect(plain(de.dayRange('2026-02-09', '2026-02-15'))).toBe('9.–15. Februar 2026');
    expect([de.weekdayNumber(1), en.weekdayNumber(7)]).toEqual(['Mo', 'Sun']);
  });

  it('write numbers and money with the comma where it belongs', () => {
    expect([de.decimal(1234.5), en.decimal(1234.5)]).toEqual(['1234,5', '1234.5']);
    expect([de.count(3982), en.count(3982)]).toEqual(['3.982', '3,982']);
    expect([plain(de.money(1150, 'EUR')), en.money(1150, 'EUR')]).toEqual(['1.150,00 €', '€1,150.00']);
    expect(de.money(1.5, null)).toBe('1,5');
  });

  it('tell the clock in 24 hours of the zone, and how long ago in words', () => {
    const at = '2026-02-10T08:15:00Z';
    expect([de.clock(at, 'Europe/Berlin'), en.clock(at, 'America/New_York')]).toEqual(['09:15', '03:15']);
    const now = Date.parse('2026-02-10T08:20:00Z');
    expect([de.ago(at, now), en.ago(at, now)]).toEqual(['vor 5 Minuten', '5 minutes ago']);
  });
});
