import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ifMissing } from './gone.ts';
import { ProviderFailure } from './failure.ts';
import { readAnswer } from './read-answer.ts';

const answer = (json: unknown) => ({ status: 200, headers: {}, body: '', json });

describe('an answer of the provider', () => {
  it('in the shape it should have comes back', () => {
    expect(readAnswer('Toggl Track', answer({ id: 1, more: 2 }), z.object({ id: z.number() }))).toEqual({
      id: 1,
    });
  });

  it('in any other shape may mean anything: the failure names fields, never what stands in them', () => {
    const read = () => readAnswer('Toggl Track', answer({ id: 'secret' }), z.object({ id: z.number() }));
    expect(read).toThrow(ProviderFailure);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ kind: 'uncertain', status: 200, cause: { message: 'id: invalid_type' } });
      expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain('secret');
    }
  });
});

describe('what is gone', () => {
  it('is no failure where something else will do; every other failure still is', () => {
    expect(ifMissing(null)(new ProviderFailure('missing', 'gone'))).toBeNull();
    const refused = new ProviderFailure('refused', 'no');
    expect(() => ifMissing(null)(refused)).toThrow(refused);
    expect(() => ifMissing(null)(new RangeError('bug'))).toThrow(RangeError);
  });
});
