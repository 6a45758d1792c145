import { gitProblem } from './git-problem.ts';

/** What a diff comes to. */
export interface Numstat {
  files: number;
  binaryFiles: number;
  linesAdded: number;
  linesRemoved: number;
}

/** A path longer than this is none, in bytes: what begins like one and never ends fills no memory. */
const LONGEST = 1_048_576;
const HEAD = /^(\d+|-)\t(\d+|-)\t(.*)$/s;

/**
 * Adds up `git diff --numstat -z` as it comes, without keeping it: `added TAB removed TAB path NUL`, of a renamed file
 * `added TAB removed TAB NUL old NUL new NUL`, of a binary one `-` for both numbers.
 */
export function numstatReader(folder: string): {
  take(chunk: Buffer): boolean;
  end(): Numstat;
} {
  const sum: Numstat = { files: 0, binaryFiles: 0, linesAdded: 0, linesRemoved: 0 };
  let rest = '';
  let paths = 0;
  const field = (text: string): void => {
    if (paths > 0) {
      paths -= 1;
      return;
    }
    const [, added, removed, path] = HEAD.exec(text) ?? [];
    if (added === undefined || removed === undefined)
      throw gitProblem(folder, 'git diff gave an answer that is no list of changes');
    sum.files += 1;
    if (added === '-') sum.binaryFiles += 1;
    else {
      sum.linesAdded += Number(added);
      sum.linesRemoved += Number(removed);
    }
    if (path === '') paths = 2;
  };
  return {
    take(chunk) {
      // One byte a character: numbers are ASCII, and a path is only passed over.
      const fields = (rest + chunk.toString('latin1')).split('\0');
      rest = fields.pop() ?? '';
      if (rest.length > LONGEST) throw gitProblem(folder, 'git diff named a path without an end');
      fields.forEach(field);
      return true;
    },
    end: () => sum,
  };
}
