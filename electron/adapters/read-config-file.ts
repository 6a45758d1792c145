import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigFiles } from '#shared/ports/configuration.ts';
import { said } from '#shared/values/said.ts';
import { trustedFolder } from './telemetry/trusted-folder.ts';

/** As `LARGEST_TEMPO_FILE`; not imported, for its reader is loaded only where there is a file. In bytes. */
const LARGEST = 128 * 1024;

type Read = ReturnType<ConfigFiles['read']>;

/** Reads a file of configuration; see `createConfigFiles` for what is trusted. Never throws. */
export async function readConfigFile(repository: string | null, path: string): Read {
  if (repository === null) return readText(path, 0);
  const { folder, leadsOut } = await trustedFolder(repository, '.tract');
  if (leadsOut) return refuse(said`Its folder is a link that leads out of the repository; it is not read.`);
  if (folder === null) return { text: null, refused: null };
  const found = await lstat(path).catch(() => null);
  if (found?.isSymbolicLink()) return refuse(said`It is a link; it is not read.`);
  return readText(join(folder, 'config.yaml'), constants.O_NOFOLLOW ?? 0);
}

const refuse = (why: string): Awaited<Read> => ({ text: null, refused: why });

async function readText(path: string, flags: number): Read {
  try {
    // Without blocking: a named pipe would be waited for until somebody writes.
    const file = await open(path, constants.O_RDONLY | flags | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) return refuse(said`It is no file; it is not read.`);
      const bytes = Buffer.alloc(LARGEST + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length);
        if (bytesRead === 0) break;
        length += bytesRead;
        if (length > LARGEST)
          return refuse(
            said`It is larger than ${LARGEST / 1024} KB, as no configuration is; it is not read.`,
          );
      }
      return {
        text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length)),
        refused: null,
      };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof TypeError) return refuse(said`It is no text; it is not read.`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { text: null, refused: null }
      : refuse(said`It cannot be read (${code}).`);
  }
}
