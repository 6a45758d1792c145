import type { World } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** What would ask or tell somebody outside, or take something in from there. */
const OUTSIDE =
  /^(booking\.sync|provider\.(connect|disconnect|status)|calendar\.(connect|disconnect|choose)|repository\.add|secret\.(set|remove)|import\..*|welcome\.(adopt|choose))$/;

/** Made-up data has no outside: what would reach for it is refused in words. @throws Problem `refused`. */
export function assertPossible(world: Pick<World, 'demo'>, path: readonly string[]): void {
  if (!world.demo.isDemo || !OUTSIDE.test(path.join('.'))) return;
  throw new Problem(
    'refused',
    said`This is made-up data: nothing is sent anywhere, and nothing is taken in.`,
    said`Leave the demo and do it with your own data.`,
  );
}
