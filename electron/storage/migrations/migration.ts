import type { Db } from '../sqlite.ts';

/** One step from the tables of one version to the next. Runs in a transaction of its own. */
export interface Migration {
  /** What `user_version` is afterwards: one more than before. */
  readonly version: number;
  up(db: Db): void;
}
