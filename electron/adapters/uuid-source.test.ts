import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isId } from '#shared/values/ids.ts';
import { instant } from '#shared/values/instant.ts';
import { createUuidSource } from './uuid-source.ts';

it('makes UUIDv7 that begin with the instant', () => {
  const id = createUuidSource().next(instant(0x019c_0000_1234));
  expect(isId(id)).toBe(true);
  expect(id).toMatch(/^019c0000-1234-7[0-9a-f]{3}-[89ab]/);
});

it('sorts ids in the order they were made, whatever the wall clock did', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 44 }), { minLength: 2, maxLength: 200 }),
      (instants) => {
        const ids = createUuidSource();
        const made = instants.map((at) => ids.next(instant(at)));
        expect(made.toSorted()).toEqual(made);
        expect(new Set(made).size).toBe(made.length);
      },
    ),
  );
});

it('keeps the order within a millisecond, from the highest random start on', () => {
  const ids = createUuidSource((bytes) => new Uint8Array(bytes).fill(0xff));
  const made = Array.from({ length: 5000 }, () => ids.next(instant(1_700_000_000_000)));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(5000);
  expect(new Set(made.map((id) => id.slice(0, 13))).size).toBe(1);
});

it('gives two sources different ids for the same instant', () => {
  const at = instant(1_700_000_000_000);
  expect(createUuidSource().next(at)).not.toBe(createUuidSource().next(at));
});
