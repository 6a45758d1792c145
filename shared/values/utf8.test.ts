import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Of } from './utf8.ts';

it('gives what the platform gives for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      expect(utf8Of(text)).toEqual(Uint8Array.from(new TextEncoder().encode(text)));
    }),
  );
  expect(utf8Of('a\uD800b')).toEqual(Uint8Array.from(new TextEncoder().encode('a\uD800b')));
});
