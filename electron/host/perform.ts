import type { AnyProcedure } from '@orpc/server';
import { call, getRouter, isProcedure } from '@orpc/server';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { isOfPerson } from '../doors/call.ts';
import { problemOf } from '../doors/problem-of.ts';
import type { StintRouter } from './handlers.ts';

/**
 * Carries out operations by name, without a wire. A write is a sign of life, as it is through the doors.
 * @throws (the function made) Problem as the operation answers; `not-found` for an unknown operation.
 */
export function performer(router: StintRouter, signOfLife: () => Promise<void>) {
  return async (operation: readonly string[], input: unknown): Promise<unknown> => {
    const procedure = getRouter(router, operation);
    if (!isProcedure(procedure)) {
      throw new Problem(
        'not-found',
        said`There is no operation ${operation.join('.')}.`,
        said`See \`stint --help\`.`,
      );
    }
    try {
      const answer: unknown = await call(procedure as AnyProcedure, input);
      if (isOfPerson(procedure)) await signOfLife();
      return answer;
    } catch (error) {
      throw problemOf(error);
    }
  };
}
