import { describe, expect, it } from 'vitest';
import { assertNever, EXIT_CODES, Problem, problemJson } from './problem.ts';

describe('problems are for people', () => {
  it('says what happened and what to do, and keeps the cause for the log', () => {
    const cause = new Error('SQLITE_FULL');
    const problem = new Problem('failed', 'The disk is full.', 'Make room, then try again.', cause);
    expect(problemJson(problem)).toEqual({
      code: 'failed',
      message: 'The disk is full.',
      remedy: 'Make room, then try again.',
    });
    expect(problem).toBeInstanceOf(Error);
    expect(problem.cause).toBe(cause);
  });

  it.each([[new Error('boom')], ['boom']])('anything else thrown points to the doctor', (thrown) => {
    expect(problemJson(thrown)).toMatchObject({
      code: 'failed',
      message: 'boom',
      remedy: expect.stringContaining('stint doctor') as string,
    });
  });

  it('every problem has the exit code that scripts rely on', () => {
    expect(EXIT_CODES).toEqual({
      failed: 1,
      'not-found': 1,
      usage: 2,
      refused: 3,
      conflict: 4,
      offline: 5,
      unauthorised: 6,
    });
  });

  it('a branch that cannot be reached says what reached it', () => {
    expect(() => assertNever('moon' as never)).toThrow('"moon"');
  });
});
