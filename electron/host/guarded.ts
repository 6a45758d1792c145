import type { World } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { assertPossible } from './demo/made-up-only.ts';

/**
 * Runs an operation as it must be run behind every door.
 * @throws Problem, and nothing else: a bug of ours goes into the log, and the person gets words that give nothing away.
 */
export async function guarded<T>(
  world: Pick<World, 'log' | 'demo' | 'configuration'>,
  path: readonly string[],
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    assertPossible(world, path);
    // A file of a repository that was changed just now counts from now on.
    await world.configuration.refresh();
    return await run();
  } catch (error) {
    if (error instanceof Problem) throw error;
    world.log.error(`operation.${path.join('.')}`, error);
    throw new Problem(
      'failed',
      said`Stint could not do that (${path.join(' ')}). Nothing was changed.`,
      said`Run \`stint doctor\`; the log in the data folder has the details.`,
      error,
    );
  }
}
