import type { CodeAuthor, CodeFinder, CodeFolder } from './code-finder.ts';

/** Folders and authors as a test tells them. */
export interface MemoryCode extends CodeFinder {
  readonly folders: CodeFolder[];
  readonly people: CodeAuthor[];
}

export function memoryCode(): MemoryCode {
  const folders: CodeFolder[] = [];
  const people: CodeAuthor[] = [];
  return {
    folders,
    people,
    suggest: async () => ({ folders, complete: true }),
    authors: async () => people,
  };
}
