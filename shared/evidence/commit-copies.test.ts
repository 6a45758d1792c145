import { describe, expect, it } from 'vitest';
import type { Id } from '../values/ids.ts';
import { instant } from '../values/instant.ts';
import type { Commit } from './commit.ts';
import { countOnce } from './commit-copies.ts';
import { readStory } from './git-story.ts';

const [original] = readStory('10:00 [main] fix it').commits as [Commit];
const later = (at: number): Partial<Commit> => ({ committedAt: instant(original.committedAt + at) });
const copy = (hash: string, change: Partial<Commit>): Commit => ({ ...original, hash, ...change });
const hashes = (...commits: Commit[]): string[] => countOnce(commits, []).map((commit) => commit.hash);

describe('countOnce', () => {
  it('counts a rebased or amended commit once: the first one made', () => {
    expect(hashes(copy('c9', later(60_000)), original)).toEqual(['c1']);
  });

  it('prefers the copy whose branch names a ticket', () => {
    expect(hashes(original, copy('c9', { ...later(60_000), branch: 'fix/TB-042-it' }))).toEqual(['c9']);
  });

  it('does not mind how the author e-mail is written', () => {
    expect(hashes(original, copy('c9', { authorEmail: 'Ann@Example.ORG', ...later(1) }))).toEqual(['c1']);
  });

  it('counts the same change once, whatever became of its words', () => {
    const first = copy('a', { patchId: 'p' });
    const reworded = copy('b', {
      patchId: 'p',
      subject: 'another word',
      authoredAt: instant(original.authoredAt + 5_000),
      ...later(5_000),
    });
    expect(hashes(reworded, first)).toEqual(['a']);
  });

  it('takes a copy of a copy for a copy', () => {
    const amended = copy('b', { patchId: 'p', ...later(1) });
    const picked = copy('c', { patchId: 'p', subject: 'picked', ...later(2) });
    expect(hashes(picked, original, amended)).toEqual(['c1']);
  });

  it('takes no two changes for one because their patch is unknown or empty', () => {
    const other = { subject: 'something else' };
    expect(hashes(original, copy('c2', other))).toHaveLength(2);
    expect(hashes(copy('a', { patchId: '' }), copy('b', { patchId: '', ...other }))).toHaveLength(2);
  });

  it('counts a commit that two clones have once, always the same one', () => {
    const clone = { ...original, repository: 'another' as Id };
    expect(countOnce([original, clone], [])).toEqual(countOnce([clone, original], []));
    expect(countOnce([original, clone], [])).toHaveLength(1);
  });

  it('leaves merges out', () => {
    expect(hashes(copy('m', { isMerge: true, subject: 'merge' }), original)).toEqual(['c1']);
  });

  it('sorts by author time, then by commit time, then by hash', () => {
    const b = copy('b', { subject: 'b' });
    const a = copy('a', { subject: 'a' });
    const first = copy('z', { subject: 'z', authoredAt: instant(original.authoredAt - 1) });
    expect(hashes(b, a, first)).toEqual(['z', 'a', 'b']);
  });
});
