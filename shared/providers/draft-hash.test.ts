import { describe, expect, it } from 'vitest';
import { aDraft } from '../ports/sample-booking.ts';
import { minutes } from '../values/minutes.ts';
import { draftHash, fnv1a64 } from './draft-hash.ts';

describe('the hash of a draft', () => {
  it('is FNV-1a of 64 bits, by its published vectors', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    expect(fnv1a64('a')).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar')).toBe('85944171f73967e8');
  });

  it('counts characters beyond ASCII as UTF-8', () => {
    expect(fnv1a64('你')).toBe(fnv1a64Bytes([0xe4, 0xbd, 0xa0]));
  });

  it('stays as it is for good', () => {
    expect(draftHash(aDraft())).toMatchInlineSnapshot(`"65deea2a57b88357"`);
  });

  it('differs when anything that is sent differs, and not for the zone', () => {
    const plain = aDraft();
    const changed = [
      { minutes: minutes(91) },
      { date: '2026-02-11' as typeof plain.date },
      { unit: '2' },
      { task: '3' },
      { note: 'other' },
      { billable: true },
      { startedAt: null },
    ].map((change) => draftHash({ ...plain, ...change }));
    expect(new Set([draftHash(plain), ...changed]).size).toBe(8);
    expect(draftHash({ ...plain, zone: 'UTC' })).toBe(draftHash(plain));
  });

  it('does not take a text apart elsewhere', () => {
    expect(draftHash(aDraft({ unit: '1', task: '23' }))).not.toBe(
      draftHash(aDraft({ unit: '12', task: '3' })),
    );
  });
});

/** The same with big integers, straight from the definition. */
function fnv1a64Bytes(bytes: readonly number[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
