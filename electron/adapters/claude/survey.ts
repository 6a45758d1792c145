import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { configFolders, keptDaysOf } from './config-folders.ts';
import { crypto } from '../crypto.ts';

/** A transcript on the disk, and how far it was read. */
export interface TranscriptFile {
  readonly path: string;
  /** Short name that tells it from all others; stands in marks. */
  readonly key: string;
  /** The session its lines belong to when they do not say. */
  readonly session: string;
  readonly inode: number;
  readonly size: number;
  readonly mtimeMs: number;
  /** Where its new lines begin, in bytes. */
  readonly from: number;
  /** Something was written since it was read. */
  readonly isNew: boolean;
  /** Claude Code deletes it soon. */
  readonly isAtRisk: boolean;
}

/** Of each file: inode, size when it was read to its end (else 0), position behind the last line that was read, time of change. */
type Seen = readonly [inode: number, size: number, position: number, mtimeMs: number];
export type Marks = Map<string, Seen>;

/** Sub-agents lie a few folders deeper than sessions. */
const DEEPEST = 8;
/** Files looked at between two looks at other work: about 1 ms. */
const SLICE = 200;
/** What is deleted within so many days is at risk. */
const RISK_DAYS = 5;
const DAY_MS = 86_400_000;

/** Looks at every transcript, the one that was written to longest ago first: what others were copied from comes before the copies. */
export async function surveyTranscripts(
  configDirs: readonly string[],
  marks: Marks,
  now: number,
): Promise<{ files: TranscriptFile[]; keptDays: number }> {
  const files: TranscriptFile[] = [];
  const kept: number[] = [];
  for (const folder of configFolders(configDirs)) {
    const keptDays = keptDaysOf(folder);
    kept.push(keptDays);
    const deadline = now - (keptDays - RISK_DAYS) * DAY_MS;
    for (const path of transcriptsBelow(join(folder, 'projects'), 0)) {
      if (files.length % SLICE === SLICE - 1) await setImmediate();
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isFile() === true) files.push(fileOf(path, found, marks, deadline));
    }
  }
  files.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.path < b.path ? -1 : 1));
  return { files, keptDays: Math.min(...kept, Infinity) };
}

function* transcriptsBelow(folder: string, depth: number): Generator<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) yield* transcriptsBelow(path, depth + 1);
    else if (entry.name.endsWith('.jsonl')) yield path;
  }
}

function fileOf(
  path: string,
  found: { ino: number; size: number; mtimeMs: number },
  marks: Marks,
  deadline: number,
): TranscriptFile {
  const key = crypto().createHash('sha256').update(path).digest('base64url').slice(0, 12);
  const [inode, size, position, mtimeMs] = marks.get(key) ?? [0, 0, 0, 0];
  const changedAt = Math.trunc(found.mtimeMs);
  const isSame = inode === found.ino;
  const isNew = found.size > 0 && !(isSame && size === found.size && mtimeMs === changedAt);
  return {
    path,
    key,
    session: sessionOf(path),
    inode: found.ino,
    size: found.size,
    mtimeMs: changedAt,
    // Another file, or one that was written anew: from its first line.
    from: isSame && position <= found.size ? position : 0,
    isNew,
    isAtRisk: isNew && changedAt < deadline,
  };
}

/** `<session>.jsonl`, or `<session>/subagents/…/<agent>.jsonl`. */
const sessionOf = (path: string): string =>
  /[\\/]([^\\/]+)[\\/]subagents[\\/]/.exec(path)?.[1] ?? basename(path, '.jsonl');

/** Reads a mark; one of another version is none: everything is read again, and nothing counts twice. */
export function readMarks(mark: string | null): Marks {
  try {
    const value: unknown = JSON.parse(mark ?? 'null');
    if (typeof value !== 'object' || value === null || Reflect.get(value, 'v') !== 1) return new Map();
    return new Map(Object.entries(Reflect.get(value, 'files') as Record<string, Seen>));
  } catch {
    return new Map();
  }
}

/** The mark; files that are gone are not in it. */
export const writeMarks = (marks: Marks, there: ReadonlySet<string>): string =>
  JSON.stringify({ v: 1, files: Object.fromEntries([...marks].filter(([key]) => there.has(key))) });
