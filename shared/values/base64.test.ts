import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64OfBytes } from './base64.ts';

it('is what others make of the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(base64OfBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
