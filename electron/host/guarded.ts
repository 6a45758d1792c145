import type { ImplementerInternalWithMiddlewares } from '@orpc/server';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { ERRORS } from '#shared/contract/operation.ts';
import type { World } from '#shared/ports/world.ts';
import type { ProblemCode } from '#shared/values/problem.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { assertPossible } from './demo/made-up-only.ts';

/** `not-found` → `NOT_FOUND`: the codes of the contract's errors. */
const errorCode = (code: ProblemCode) => code.toUpperCase().replaceAll('-', '_') as keyof typeof ERRORS;

type NoContext = Record<never, never>;
/** Named, for the compiler gives up writing it out. */
export type Guarded = ImplementerInternalWithMiddlewares<typeof contract, NoContext, NoContext>;

/** The contract to be implemented; whatever a service throws leaves it as an error the contract declares. */
export function guarded(world: Pick<World, 'log' | 'demo' | 'configuration'>): Guarded {
  return implement(contract).use(async ({ next, path }) => {
    try {
      assertPossible(world, path);
      // A file of a repository that was changed just now counts from now on.
      await world.configuration.refresh();
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      if (error instanceof Problem) {
        const { message, remedy } = error;
        const code = errorCode(error.code);
        throw new ORPCError(code, {
          status: ERRORS[code].status,
          message,
          data: { remedy },
          cause: error,
        });
      }
      // A bug of ours: the log gets the stack, the person gets words that give nothing away.
      world.log.error(`operation.${path.join('.')}`, error);
      throw new ORPCError('FAILED', {
        status: 500,
        message: said`Stint could not do that (${path.join(' ')}). Nothing was changed.`,
        data: { remedy: said`Run \`stint doctor\`; the log in the data folder has the details.` },
        cause: error,
      });
    }
  });
}
