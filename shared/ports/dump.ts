/** What a dump says of itself before its tables. */
export interface DumpHead {
  /** When and by what it was written, and whose folder it was: the name days stand under where no setting says so. */
  readonly made: { readonly at: string; readonly by: string; readonly user: string };
  /** Settings that are not the default. Never tokens. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface DumpTold {
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
  readonly rows: number;
}

/** Everything the data folder keeps in one file, and back. Tokens are no part of it: they are kept elsewhere. */
export interface DataDump {
  /**
   * Writes what is there at this moment, whole or not at all, to a file only its owner can read.
   * @throws Problem `refused` or `failed` where the place cannot be written.
   */
  save(path: string, head: DumpHead): Promise<DumpTold>;
  /**
   * Puts a dump into an empty data folder, in one step: all of it or nothing.
   * @param accept looks at what the dump says of itself before anything is written; what it throws ends the restore.
   * @throws Problem `refused` when the folder is not empty or the dump is newer than this program; `usage` when the file
   * is no dump or damaged, with the line; `not-found`.
   */
  restore(path: string, accept: (head: DumpHead) => void): Promise<DumpTold>;
}
