import type { World } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { AnyContractProcedure } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { isOfPerson } from './operation-meta.ts';
import { HTTP_STATUS, problemOf } from './problem-of.ts';

/** What every call through a door passes, on its way in and out. */
export interface CallWatch {
  readonly log: World['log'];
  /** A call that writes was answered: the person, or something acting for them, is there. */
  readonly signOfLife: () => void;
}

interface Call {
  readonly path: readonly string[];
  readonly procedure: AnyContractProcedure;
  readonly next: () => Promise<unknown>;
  readonly context: { readonly byAgent?: boolean };
}

/**
 * Interceptor for the RPC and REST handlers: errors leave in the shape the contract declares, so that a client
 * sees a typed error with a remedy also when a schema refused the input; unexpected ones are logged, by name only.
 */
export function watched(watch: CallWatch): (call: Call) => Promise<unknown> {
  return async (call) => {
    try {
      const answer = await call.next();
      if (call.context.byAgent !== true && isOfPerson(call.procedure)) watch.signOfLife();
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      // A declared FAILED was logged where it happened; what is left are answers that break the contract.
      const isDeclared = error instanceof ORPCError && error.code === 'FAILED';
      if (problem.code === 'failed' && !isDeclared) {
        watch.log.error(`call.${call.path.join('.')}`, error);
        throw contractError(
          new Problem('failed', said`Stint could not do that; a bug stopped it.`, problem.remedy, error),
        );
      }
      throw contractError(problem);
    }
  };
}

/** The problem as an error the contract declares (shared/contract/operation.ts `ERRORS`). */
export function contractError(problem: Problem): ORPCError<string, { remedy: string }> {
  return new ORPCError(problem.code.toUpperCase().replaceAll('-', '_'), {
    defined: true,
    status: HTTP_STATUS[problem.code],
    message: problem.message,
    data: { remedy: problem.remedy },
    cause: problem.cause,
  });
}
