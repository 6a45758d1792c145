import { existsSync, watch } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  FileNews,
  TelemetryFiles,
  TelemetryNews,
  TelemetryWishes,
} from '#shared/ports/telemetry-files.ts';
import { fileNameOf } from '#shared/ports/telemetry-files.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { readNews } from './read-news.ts';
import { namesIn, trustedFolder } from './trusted-folder.ts';

/** Where a work tree keeps the logs of tools (document 4 §2.3). */
const IN_REPOSITORY = join('.tract', 'time', '.telemetry');
/** So much is taken at once; what is left is taken right after. In bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Telemetry logs on this machine (port `TelemetryFiles`). @param home the data folder. */
export function createTelemetryFiles(home: string): TelemetryFiles {
  return {
    found: async (repositories) => repositories.filter((path) => existsSync(join(path, IN_REPOSITORY))),
    watch: (repository, changed) => watchPlace(home, repository, changed),
    read: (wishes) => readPlace(home, wishes),
    append: (user, day, line) => appendLine(home, `${fileNameOf(user)}-${day}.jsonl`, line),
  };
}

/** Where the logs of a work tree are, or those of the data folder: a root, and the way below it. */
const placeOf = (home: string, repository: string | null): readonly [root: string, inside: string] =>
  repository === null ? [home, 'telemetry'] : [repository, IN_REPOSITORY];

async function watchPlace(
  home: string,
  repository: string | null,
  changed: () => void,
): Promise<(() => void) | null> {
  const { folder } = await trustedFolder(...placeOf(home, repository));
  if (folder === null) return null;
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name === null || name.endsWith('.jsonl')) changed();
    });
    // The folder went away, or the system has no more to give.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return null;
  }
}

async function readPlace(
  home: string,
  { repository, user, since, marks }: TelemetryWishes,
): Promise<TelemetryNews> {
  const [root, inside] = placeOf(home, repository);
  const { folder, leadsOut } = await trustedFolder(root, inside);
  if (folder === null) {
    const refused = leadsOut
      ? [said`${join(root, inside)} is a link that leads elsewhere; it is not read.`]
      : [];
    return { files: [], refused, more: false };
  }
  const files: FileNews[] = [];
  const refused: string[] = [];
  let left = MOST_BYTES;
  for (const name of await namesIn(folder, fileNameOf(user), since)) {
    if (left <= 0) return { files, refused, more: true };
    const news = await readNews(join(folder, name), marks[name] ?? null, left);
    if (news === null) continue;
    if ('refused' in news) {
      refused.push(news.refused);
      continue;
    }
    files.push({ ...news.file, name });
    left -= news.bytes;
    if (news.more) return { files, refused, more: true };
  }
  return { files, refused, more: false };
}

const LINE_END = 0x0a;

/** One write a line, so that several tools at once do not mix theirs up. */
async function appendLine(home: string, name: string, line: string): Promise<void> {
  const folder = join(home, 'telemetry');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(join(folder, name), 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      // A power cut may have left half a line: what is whole shall not be spoilt by it.
      const isCut = size > 0 && last[0] !== LINE_END;
      await file.write(`${isCut ? '\n' : ''}${line}\n`);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new Problem(
      'failed',
      said`Nothing could be written to ${join(folder, name)}. The line is lost.`,
      said`Check the permissions of the folder, and whether the disk is full.`,
      cause,
    );
  }
}
