import type { Db } from './sqlite.ts';

/** What a store is made of: the two connections of `Database`, who writes, and how an answer leaves. */
export interface Connections {
  readonly durable: Db;
  readonly light: Db;
  /** The installation that rows written here come from. */
  readonly origin: string;
  /** Does the work at once and wraps the outcome: SQLite answers synchronously, the ports do not promise it. Errors come out in words. */
  answer<T>(work: () => T): Promise<T>;
}
