import type { LocalDay } from '../values/local-day.ts';

/** Telemetry logs (document 4 §2.3): what tools appended, `{user}-{date}.jsonl`, in a repository or in the data folder. */
export interface TelemetryFiles {
  /** Those of these work trees that have such logs at all. A look at each. */
  found(repositories: readonly string[]): Promise<readonly string[]>;
  /**
   * Tells when a log of a work tree (null: of the data folder) is written. Null: there is no such folder to watch.
   * A system that tells nothing is no failure: whoever wants to be sure reads now and then.
   */
  watch(repository: string | null, changed: () => void): Promise<(() => void) | null>;
  /** Reads what is new since the marks. What is not to be trusted (links that lead out, no files, too large) is left. */
  read(wishes: TelemetryWishes): Promise<TelemetryNews>;
  /** Appends a line to the data folder's log of that day. @throws Problem `failed` when it cannot be written. */
  append(user: string, day: LocalDay, line: string): Promise<void>;
}

export interface TelemetryWishes {
  /** The work tree, absolute; null: the data folder. */
  readonly repository: string | null;
  readonly user: string;
  /** Logs of days before are left alone. */
  readonly since: LocalDay;
  /** How far each file was read, by name. */
  readonly marks: Readonly<Record<string, FileMark>>;
}

/** How far a file was read. */
export interface FileMark {
  /** Position behind the last whole line, in bytes. */
  readonly position: number;
  /** What stands before it, to see that it is still the same file. */
  readonly tail: string;
  /** How the file looked: when it looks the same, it is not opened. */
  readonly size: number;
  readonly changedMs: number;
}

export interface TelemetryNews {
  readonly files: readonly FileNews[];
  /** What was left out, in words for the person. */
  readonly refused: readonly string[];
  /** Is there more, which the next reading takes? */
  readonly more: boolean;
}

export interface FileNews {
  readonly name: string;
  /** Was it read from its start? Then what was counted before does not count. */
  readonly anew: boolean;
  readonly lines: readonly string[];
  /** Lines that are too long to be one. */
  readonly tooLong: number;
  /** Text behind the last end of line: half a line, or a whole one that a tool did not end. */
  readonly rest: string;
  readonly mark: FileMark;
}

/** A user as file names spell them: no folders, no hidden files. */
export const fileNameOf = (user: string): string =>
  user.replace(/[^\p{L}\p{N}._@+-]/gu, '_').replace(/^\.+/, '_');
