import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTicketId, parseTicketId, prefixOf } from './ticket-id.ts';

describe('tickets as people type them', () => {
  it.each([
    ['TB-042', 'TB-042'],
    ['tb-042', 'TB-042'],
    [' App-45678 ', 'APP-45678'],
    ['A1-1', 'A1-1'],
  ])('%s is %s', (text, expected) => {
    expect(parseTicketId(text)).toBe(expected);
  });

  it.each([
    ['', 'nothing'],
    ['TB', 'no number'],
    ['TB-', 'no number after the dash'],
    ['T-1', 'one letter is no prefix'],
    ['1B-1', 'a prefix begins with a letter'],
    ['TB-1-2', 'two numbers'],
    ['TB 42', 'no dash'],
    ['TB–42', 'a long dash'],
    ['straße-1', 'ß must not become SS'],
    ['tıb-1', 'a dotless ı must not become I'],
    ['TB-٤٢', 'digits of another script'],
    ['TB-1\nrm -rf', 'a second line'],
    ["TB-1'; DROP TABLE entry", 'somebody trying'],
    ['../TB-1', 'a path'],
  ])('"%s" is none: %s', (text) => {
    expect(parseTicketId(text)).toBeNull();
  });

  it('the prefix is what stands before the number', () => {
    expect(prefixOf('APP-45678')).toBe('APP');
  });
});

describe('tickets in branches, subjects and titles', () => {
  it.each([
    ['fix/TB-042-socket-config', 'TB-042'],
    ['TB-042: disable Nagle', 'TB-042'],
    ['[TB-042] disable Nagle', 'TB-042'],
    ['feature/APP-19_TB-42', 'APP-19'],
    ['Merge #TB-042', 'TB-042'],
    ['release (TB-042), then rest', 'TB-042'],
    ['für TB-042.', 'TB-042'],
  ])('%s names %s', (text, expected) => {
    expect(findTicketId(text, [])).toBe(expected);
  });

  it.each([
    ['', 'nothing'],
    ['main', 'no ticket'],
    ['fix/tb-042', 'lower case in running text is too often a word'],
    ['XTB-042x', 'the name goes on'],
    ['ÄTB-042', 'a letter stands before it'],
    ['TB-042ä', 'a letter follows it'],
    ['X-TB-042', 'part of a longer name'],
    ['TB - 042', 'spaces'],
  ])('"%s" names none: %s', (text) => {
    expect(findTicketId(text, [])).toBeNull();
  });

  it('known prefixes narrow it, and the first known one counts', () => {
    expect(findTicketId('UTF-8 in TB-042', ['TB'])).toBe('TB-042');
    expect(findTicketId('UTF-8 everywhere', ['TB'])).toBeNull();
    expect(findTicketId('UTF-8 everywhere', [])).toBe('UTF-8');
    expect(findTicketId('TBX-1 TB-2', ['TB'])).toBe('TB-2');
  });

  it('what is found in hostile text is always a ticket', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'AZaz09-_/# ßıÄ٤\n\0\u202e'), maxLength: 60 });
    fc.assert(
      fc.property(hostile, (text) => {
        const found = findTicketId(text, []);
        expect(found === null || (parseTicketId(found) === found && text.includes(found))).toBe(true);
      }),
    );
  });

  it('a megabyte of almost-tickets is read as fast as anything else', () => {
    for (const piece of ['A', 'A-', 'AA-', 'A1', '-1', 'AA1-']) {
      expect(findTicketId(`${piece.repeat(300_000)} `, ['TB'])).toBeNull();
    }
  });
});
