import type { ForeignFile, ImportFormat } from '../../formats/import-formats.ts';
import type { World } from '../../ports/world.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';

/** Ten years of a busy person in one table are less. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Ten years of a team of twenty, a file a day, are less. */
const MOST_FILES = 100_000;

/** A file that was named, or the folder of files that was, one after the other: not all of them are held at once. */
export async function* foreignFiles(
  world: World,
  format: ImportFormat,
  path: string,
): AsyncGenerator<ForeignFile & { readonly path: string }> {
  let count = 0;
  for (const folder of await foldersOf(world, format, path)) {
    for (const file of await world.files.list(folder.path)) {
      // A file that was named is what the person says it is.
      if (file.path !== path && !format.fits.test(file.name)) continue;
      count += 1;
      if (count > MOST_FILES)
        throw new Problem(
          'usage',
          said`There are more than ${MOST_FILES} files below ${path}.`,
          said`Nothing more was taken in. Import the folders below it one by one.`,
        );
      const text = await world.files.read(file.path, MOST_BYTES);
      yield { path: file.path, name: file.name, text: text.replace(/^\uFEFF/, ''), folder: folder.name };
    }
  }
  if (count === 0)
    throw new Problem(
      'not-found',
      said`There are no files of ${format.title} at ${path}.`,
      said`Name the file, or the folder they lie in. Nothing was changed.`,
    );
}

/** Where the files lie: the folder itself; for files by person the folders of people, wherever above them was named. */
async function foldersOf(world: World, format: ImportFormat, path: string) {
  const here = { path, name: path.split(/[\\/]/).findLast((part) => part !== '') ?? '' };
  if (!format.byPerson) return [here];
  for (const steps of [['.tract', 'time'], ['time'], []]) {
    const root = await descend(world, path, steps);
    const people = root === null ? [] : await world.files.folders(root);
    // Telemetry lies beside the people (`.telemetry`).
    const named = people.filter(({ name }) => !name.startsWith('.'));
    if (root !== null && named.length > 0 && (steps.length > 0 || !named.some(({ name }) => name === 'time')))
      return named;
  }
  return [here];
}

async function descend(world: World, path: string, steps: readonly string[]): Promise<string | null> {
  let at = path;
  for (const step of steps) {
    const below = (await world.files.folders(at)).find(({ name }) => name === step);
    if (below === undefined) return null;
    at = below.path;
  }
  return at;
}
