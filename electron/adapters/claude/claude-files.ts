import { existsSync } from 'node:fs';
import type { ClaudeFiles, TranscriptPiece, TranscriptWishes } from '#shared/ports/claude-files.ts';
import type { Clock } from '#shared/ports/world.ts';
import { readSpoolLine, signOfHook, spoolLine } from '#shared/sources/claude-code/hook-sign.ts';
import { branchOfFolder } from './branch-of-folder.ts';
import { configFolders } from './config-folders.ts';
import { readSpool } from './read-spool.ts';
import type { ReadingWishes } from './read-transcripts.ts';
import { appendToSpool, spoolFiles } from './spool.ts';
import { readMarks, surveyTranscripts } from './survey.ts';

export interface ClaudeFilesOptions {
  /** The data folder, where hooks leave what they were told. */
  readonly home: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Many transcripts are read in a thread of their own: true: its file lies beside this one; a URL: that file. */
  readonly worker: boolean | URL;
}

/** More than this is read in the worker, in bytes. */
const MUCH = 2 * 1024 * 1024;
const PIECE = { alone: 512 * 1024, among: 128 * 1024 };
// Names in variables, so that the bundler leaves them alone.
const BUILT = './claude-worker.cjs';
const SOURCE = '../../claude-worker.ts';

/** What Claude Code leaves on this machine (port `ClaudeFiles`). Making one costs nothing. */
export function createClaudeFiles({ home, clock, worker }: ClaudeFilesOptions): ClaudeFiles {
  return {
    note: async (event) => {
      const at = clock.now();
      const sign = signOfHook(event, at, branchOfFolder);
      const line = sign === null ? '' : spoolLine(sign);
      return readSpoolLine(line) !== null && appendToSpool(home, line, at) !== null;
    },
    told: async (mark) => readSpool(home, mark),
    found: async (configDirs) => ({
      folders: configFolders(configDirs).length > 0,
      told: spoolFiles(home).length > 0,
    }),
    survey: async (configDirs, mark) => {
      const { files, keptDays } = await surveyTranscripts(configDirs, readMarks(mark), clock.now());
      const unread = files.filter((file) => file.isNew);
      return {
        files: files.length,
        unread: unread.length,
        atRisk: unread.filter((file) => file.isAtRisk).length,
        keptDays,
      };
    },
    read: (wishes) => read(wishes, clock, worker),
  };
}

async function* read(
  wishes: TranscriptWishes,
  clock: Pick<Clock, 'now'>,
  worker: boolean | URL,
): AsyncGenerator<TranscriptPiece> {
  const now = clock.now();
  const { files } = await surveyTranscripts(wishes.configDirs, readMarks(wishes.mark), now);
  const bytes = files.reduce((sum, file) => sum + (file.isNew ? file.size - file.from : 0), 0);
  if (!files.some((file) => file.isNew)) return;
  const { configDirs, mark, inactiveMs, titles } = wishes;
  const asked: ReadingWishes = { configDirs, mark, inactiveMs, titles, now, pieceBytes: PIECE.among };
  const file = bytes > MUCH ? workerFile(worker) : null;
  const pieces = file === null ? await readHere(asked) : await readThere(file, asked, wishes);
  for await (const piece of pieces) {
    yield piece;
    if (wishes.stop.asked) return;
  }
}

async function readHere(asked: ReadingWishes): Promise<AsyncIterable<TranscriptPiece>> {
  const { readTranscripts } = await import('./read-transcripts.ts');
  return readTranscripts(asked);
}

async function readThere(
  file: URL,
  asked: ReadingWishes,
  { stop }: Pick<TranscriptWishes, 'stop'>,
): Promise<AsyncIterable<TranscriptPiece>> {
  const { piecesOfWorker } = await import('./pieces-of-worker.ts');
  return piecesOfWorker(file, { ...asked, pieceBytes: PIECE.alone }, stop);
}

/** Where the worker is; null when the work is to be done in this thread. */
function workerFile(wanted: boolean | URL): URL | null {
  if (wanted instanceof URL) return wanted;
  if (!wanted) return null;
  const built = new URL(BUILT, import.meta.url);
  if (existsSync(built)) return built;
  const source = new URL(SOURCE, import.meta.url);
  return process.features.typescript && existsSync(source) ? source : null;
}
