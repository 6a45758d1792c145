import { describe, expect, it } from 'vitest';
import { containingBranches } from './branch-of.ts';
import type { RefTip } from './branch-of.ts';
import { CommitGraph } from './commit-graph.ts';

/** `c:b` is commit c with parent b; `m:b,x=topic` a merge whose subject names topic. */
function graphOf(story: string): { graph: CommitGraph; hashes: string[] } {
  const graph = new CommitGraph();
  const hashes = story.split(' ').map((text) => {
    const [, hash, parents, merged] = /^(\w+):?([\w,]*)=?(.*)$/.exec(text)!;
    graph.add(hash!, parents === '' ? [] : parents!.split(','), merged || null);
    return hash!;
  });
  return { graph, hashes };
}
const refs = (tips: Record<string, string>): RefTip[] =>
  Object.entries(tips).map(([ref, hash]) => ({ ref: `refs/${ref}`, hash }));
const told = (story: string, tips: RefTip[], defaults: string[] = []): Record<string, string> => {
  const { graph, hashes } = graphOf(story);
  return Object.fromEntries(containingBranches(graph, tips, defaults, hashes));
};

describe('containingBranches', () => {
  it('leaves to the trunk what is on it, though later branches contain it too', () => {
    expect(told('c:b b:a a', refs({ 'heads/main': 'b', 'heads/fix/TB-1': 'c' }))).toEqual({
      a: 'main',
      b: 'main',
      c: 'fix/TB-1',
    });
  });

  it('knows a default branch of any name from origin/HEAD', () => {
    const tips = refs({ 'remotes/origin/release': 'b', 'remotes/origin/fix/TB-1': 'c' });
    expect(told('c:b b:a a', tips, ['refs/remotes/origin/release'])).toEqual({
      a: 'release',
      b: 'release',
      c: 'fix/TB-1',
    });
  });

  it('prefers a branch that names a ticket, then a local one, then the shortest', () => {
    const one = (tips: Record<string, string>) => told('a', refs(tips))['a'];
    expect(one({ 'heads/x': 'a', 'heads/fix/TB-1': 'a' })).toBe('fix/TB-1');
    expect(one({ 'remotes/origin/ab': 'a', 'heads/abc': 'a' })).toBe('abc');
    expect(one({ 'heads/abc': 'a', 'heads/ab': 'a' })).toBe('ab');
  });

  it('gives each of two stacked branches its own commits', () => {
    expect(
      told('d:c c:b b:a a', refs({ 'heads/main': 'a', 'heads/TB-1': 'b', 'heads/TB-2-more': 'd' })),
    ).toEqual({
      a: 'main',
      b: 'TB-1',
      c: 'TB-2-more',
      d: 'TB-2-more',
    });
  });

  it('names a merged line whose branch is gone by its merge', () => {
    expect(told('m:b,y=fix/TB-1 y:x x:a b:a a', refs({ 'heads/main': 'm' }))).toEqual({
      a: 'main',
      b: 'main',
      m: 'main',
      x: 'fix/TB-1',
      y: 'fix/TB-1',
    });
  });

  it('takes whatever contains a side line that nothing names', () => {
    expect(told('m:b,y y:a b:a a', refs({ 'heads/main': 'm' }))['y']).toBe('main');
  });

  it('is no branch: a tag, HEAD of a remote, what points outside of the window', () => {
    expect(told('b:a a', refs({ 'tags/v1': 'b', 'remotes/origin/HEAD': 'b', 'heads/old': 'zz' }))).toEqual(
      {},
    );
  });

  it('keeps hostile names as they are', () => {
    expect(told('a', refs({ 'heads/--exec=🎉"\'': 'a' }))['a']).toBe('--exec=🎉"\'');
  });

  it('walks a long line without recursion', () => {
    const line = Array.from({ length: 50_000 }, (_, n) => `c${n}${n === 0 ? '' : `:c${n - 1}`}`).join(' ');
    expect(Object.keys(told(line, refs({ 'heads/main': 'c49999' })))).toHaveLength(50_000);
  });

  it('ends where the graph is a circle, which only a broken repository has', () => {
    expect(told('a:b b:a', refs({ 'heads/x': 'a' }))).toEqual({ a: 'x', b: 'x' });
  });
});
