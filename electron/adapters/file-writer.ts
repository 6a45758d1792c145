import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileWriter } from '#shared/ports/file-writer.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { crypto } from './crypto.ts';

export function createFileWriter(): FileWriter {
  return {
    write: async (path, content) => writeWhole(path, await modeOf(path), (file) => file.writeFile(content)),
    digest: digestOf,
  };
}

async function digestOf(path: string): Promise<string | null> {
  try {
    return crypto()
      .createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    if (code === 'ENOENT') return null;
    throw unwritable(path, error);
  }
}

/**
 * Writes beside the place first, then puts the new file where the old one was: nobody ever sees half of it.
 * @param fill writes what is to stand there.
 * @throws Problem `refused`, `failed` where nothing can be written; and what `fill` was refused with.
 */
export async function writeWhole(
  path: string,
  mode: number,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${crypto().randomUUID().slice(0, 8)}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx', mode);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error instanceof Problem ? error : unwritable(path, error);
  }
}

/** A file that is replaced keeps who may read it. */
const modeOf = (path: string): Promise<number> =>
  stat(path).then(
    (found) => found.mode & 0o777,
    () => 0o666,
  );

function unwritable(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem(
      'failed',
      said`There is no room for ${path}.`,
      said`Nothing was changed there. Make room and try again.`,
      error,
    );
  return new Problem(
    'refused',
    said`${path} cannot be written (${code}).`,
    said`Nothing was changed there. Name a place where you may write.`,
    error,
  );
}
