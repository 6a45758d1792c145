import type { World } from '../../ports/world.ts';
import { disagreements, placeText } from '../../settings/layers.ts';
import { said } from '../../values/said.ts';

interface Check {
  name: string;
  ok: boolean;
  detail: string;
  remedy: string | null;
}

/** More lines than this tell nobody anything. */
const MOST_LINES = 30;

/**
 * What is wrong in configuration files, with line and column. A value that is not allowed, and repositories that do not
 * agree, are faults: something else counts than somebody meant. A key nobody knows is only named.
 */
export async function configurationChecks(world: World): Promise<Check[]> {
  await world.configuration.refresh();
  const layers = world.configuration.layers();
  const files = [layers.own, ...layers.repositories].filter((one) => one !== null);
  const problems = files.flatMap((file) => file.problems);
  const refused = problems.filter(({ kind }) => kind === 'refused');
  const unknown = problems.filter(({ kind }) => kind === 'unknown');
  const disputes = disagreements(layers);
  const checkOf = (detail: string, ok: boolean, remedy: string): Check => ({
    name: 'configuration',
    ok,
    detail,
    remedy,
  });
  return [
    ...refused
      .slice(0, MOST_LINES)
      .map((one) => checkOf(`${placeText(one)}: ${one.message}`, false, said`Correct the file.`)),
    ...disputes.map(({ key, told }) =>
      checkOf(
        said`Repositories say different things about ${key}, so your own value counts: ${told.map(({ at }) => placeText(at)).join(', ')}`,
        false,
        said`Let them say the same, or leave it to one of them.`,
      ),
    ),
    ...unknown
      .slice(0, MOST_LINES)
      .map((one) =>
        checkOf(`⚠ ${placeText(one)}: ${one.message}`, true, said`Correct the key, or leave it.`),
      ),
    ...(files.length > 0 && problems.length + disputes.length === 0
      ? [
          checkOf(
            said`Read: ${files.map(({ file }) => file).join(', ')}`,
            true,
            said`Where a value comes from: stint config explain KEY`,
          ),
        ]
      : []),
  ];
}
