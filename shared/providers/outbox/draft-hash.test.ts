import { describe, expect, it } from 'vitest';
import { aDraft } from '../../ports/sample-booking.ts';
import { minutes } from '../../values/minutes.ts';
import { draftHash } from './draft-hash.ts';

describe('the hash of a draft', () => {
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
