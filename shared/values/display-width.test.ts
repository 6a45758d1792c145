import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo, displayWidth, printable } from './display-width.ts';

describe('columns of a text', () => {
  it.each([
    ['TB-042 fix', 10],
    ['Grüße – „ja“ …', 14],
    ['█░─│┐', 5],
    ['套接字', 6],
    ['e\u0301', 1],
    ['😀', 2],
    ['', 0],
  ])('%j takes %i', (text, width) => expect(displayWidth(text)).toBe(width));

  it('are those of its letters, one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(displayWidth(text)).toBe([...text].reduce((sum, letter) => sum + displayWidth(letter), 0));
      }),
    );
  });

  it('are never more than there is room for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, room) => {
        expect(displayWidth(cutTo(text, room))).toBeLessThanOrEqual(room);
      }),
    );
  });
});

it('nothing is left that steers a terminal', () => {
  expect(printable('a\u001b[31m\u202eb\tc\u0085')).toBe('a[31mb c');
  expect(printable('plain – text')).toBe('plain – text');
});
