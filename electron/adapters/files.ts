import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileReader } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/** Files of this machine that a person named. */
export function createFileReader(): FileReader {
  return {
    async list(path) {
      const found = await stat(path).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      if (!found.isDirectory()) return [{ path, name: basename(path) }];
      const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      const files = await Promise.all(
        entries.map(async (entry) => {
          const at = join(path, entry.name);
          const isFile = entry.isSymbolicLink()
            ? await stat(at).then(
                (one) => one.isFile(),
                () => false, // a link that leads nowhere
              )
            : entry.isFile();
          return isFile ? [{ path: at, name: entry.name }] : [];
        }),
      );
      return files.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    async folders(path) {
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ path: join(path, name), name }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    read: (path, limit) => readText(path, limit),
  };
}

async function readText(path: string, limit: number): Promise<string> {
  // Without blocking: a named pipe would be waited for until somebody writes.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    const found = await file.stat();
    if (!found.isFile())
      throw new Problem('usage', said`${path} is no file.`, said`Name a file, or the folder it lies in.`);
    // One byte more than allowed: what grows while it is read, or has no size (/proc), is caught too.
    const bytes = Buffer.alloc(Math.min(found.size, limit) + 1);
    const text: Buffer[] = [];
    let total = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes);
      if (bytesRead === 0) break;
      total += bytesRead;
      if (total > limit) throw tooLarge(path, limit);
      text.push(Buffer.from(bytes.subarray(0, bytesRead)));
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof TypeError)
      throw new Problem('usage', said`${path} is no text.`, said`Nothing was read from it.`);
    throw unreadable(path, error);
  } finally {
    await file.close();
  }
}

const tooLarge = (path: string, limit: number): Problem =>
  new Problem('usage', said`${path} is larger than ${limit} bytes.`, said`Nothing was read from it.`);

function unreadable(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new Problem('not-found', said`There is no ${path}.`, said`Check how it is spelled.`, error)
    : new Problem('failed', said`${path} cannot be read (${code}).`, said`Check its permissions.`, error);
}
