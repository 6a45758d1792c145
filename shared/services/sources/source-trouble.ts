import type { World } from '../../ports/world.ts';

/** Sources that are to be read and could not be, with the reason in words: what they know is missing from the days. */
export async function troubledSources(
  world: Pick<World, 'stores'>,
): Promise<{ key: string; name: string; problem: string }[]> {
  return (await world.stores.sources.list()).flatMap(({ key, name, paused, problem }) =>
    paused || problem === null ? [] : [{ key, name, problem }],
  );
}
