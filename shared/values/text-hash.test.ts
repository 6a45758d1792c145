import { describe, expect, it } from 'vitest';
import { fnv1a64 } from './text-hash.ts';

describe('the hash of a text', () => {
  it('is FNV-1a of 64 bits, by its published vectors', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar')).toBe('85944171f73967e8');
  });

  it('counts characters beyond ASCII as UTF-8', () => {
    expect(fnv1a64('你')).toBe(fnv1a64Bytes([0xe4, 0xbd, 0xa0]));
  });
});

/** The same with big integers, straight from the definition. */
function fnv1a64Bytes(bytes: readonly number[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
