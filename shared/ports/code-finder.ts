import type { Instant } from '../values/instant.ts';

/**
 * Looks for a person's code before anything is registered. It only looks: nothing is written, and nothing leaves the
 * machine. Bounded in depth and time, so that a huge home folder costs a moment and not a minute.
 */
export interface CodeFinder {
  /** Folders in which repositories lie, those that were worked in last first. */
  suggest(): Promise<CodeFolders>;
  /** Who wrote what in these repositories since then; most commits first. A repository that cannot be read is left out. */
  authors(paths: readonly string[], since: Instant): Promise<readonly CodeAuthor[]>;
}

export interface CodeFolders {
  readonly folders: readonly CodeFolder[];
  /** False: there was not time enough to look everywhere. */
  readonly complete: boolean;
}

export interface CodeFolder {
  /** Absolute. */
  readonly path: string;
  /** As people write it: `~/code`. */
  readonly shown: string;
  readonly repositories: number;
  /** Some of their names, those that were worked in last first. */
  readonly names: readonly string[];
  /** When something was last done in one of them; null: not known. */
  readonly usedAt: Instant | null;
}

export interface CodeAuthor {
  readonly email: string;
  readonly name: string;
  readonly commits: number;
}
