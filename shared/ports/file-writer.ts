/** Files a person asked for, at a place they named. */
export interface FileWriter {
  /**
   * Writes a file whole or not at all, and makes the folders on the way; what stood there is replaced.
   * @throws Problem `refused` where the place is not writable, `failed` where the disk is full; the old file is still there then.
   */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** What tells the content of a file from any other content; null: there is none. @throws Problem `refused` where it cannot be read. */
  digest(path: string): Promise<string | null>;
}
