import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/values/problem.ts';
import { requireUsableBinding } from './sqlite.ts';
import { problemOf } from './storage-problem.ts';
import { problemIn, temporaryHome } from './temporary-home.ts';

describe('loading SQLite', () => {
  it('is refused in words where the prebuilt binary would end the process', async () => {
    const problem = await problemIn(() => requireUsableBinding(9, false));
    expect(problem.message).toContain('Node 22.14, Node 24 or newer');
    expect(problem.remedy).toContain('npx stint');
    expect(() => requireUsableBinding(9, true)).not.toThrow();
    expect(() => requireUsableBinding(10, false)).not.toThrow();
  });
});

describe('errors in words', () => {
  const cases: [string, string, string][] = [
    ['SQLITE_FULL', 'failed', 'is full'],
    ['ENOSPC', 'failed', 'is full'],
    ['SQLITE_READONLY_DIRECTORY', 'failed', 'cannot write'],
    ['SQLITE_CANTOPEN', 'failed', 'cannot write'],
    ['EROFS', 'failed', 'cannot write'],
    ['SQLITE_BUSY_SNAPSHOT', 'conflict', 'Another program'],
    ['SQLITE_IOERR_FSYNC', 'failed', 'disk did not answer'],
    ['SQLITE_CORRUPT_VTAB', 'failed', 'damaged'],
    ['SQLITE_NOTADB', 'failed', 'damaged'],
  ];
  for (const [code, kind, words] of cases) {
    it(`${code}: what happened, what it means, what to do`, () => {
      const problem = problemOf(Object.assign(new Error('raw'), { code }), temporaryHome());
      expect(problem).toBeInstanceOf(Problem);
      expect(problem).toMatchObject({ code: kind });
      expect(problem instanceof Problem && problem.message).toContain(words);
      expect(problem instanceof Problem && problem.remedy).toMatch(/\w{3,}.*\.$/);
    });
  }

  it('leaves other errors as they are', () => {
    const bug = new TypeError('a bug');
    expect(problemOf(bug, temporaryHome())).toBe(bug);
  });
});
