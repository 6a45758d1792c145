import { describe, expect, it } from 'vitest';
import { CommitGraph } from './commit-graph.ts';

describe('CommitGraph', () => {
  it('tells commits from parents that were only mentioned', () => {
    const graph = new CommitGraph();
    graph.add('b', ['a'], null);
    expect(graph.size).toBe(1);
    expect(graph.span).toBe(2);
    expect(graph.find('b')).toBe(0);
    expect(graph.find('a')).toBeNull();
    expect(graph.has(1)).toBe(false);
    expect(graph.parents(1)).toEqual([]);
    graph.add('a', [], null);
    expect(graph.find('a')).toBe(1);
    expect(graph.parents(0)).toEqual([1]);
    expect(graph.order).toEqual([0, 1]);
  });

  it('takes a commit once, as it came first', () => {
    const graph = new CommitGraph();
    graph.add('b', ['a'], null);
    graph.add('b', ['x', 'y'], 'topic');
    expect(graph.size).toBe(1);
    expect(graph.parents(0)).toEqual([1]);
    expect(graph.merged.size).toBe(0);
  });

  it('remembers what a merge brought in, and of nothing else', () => {
    const graph = new CommitGraph();
    graph.add('m', ['a', 'b'], 'topic');
    graph.add('b', ['a'], 'no merge');
    expect([...graph.merged]).toEqual([[0, 'topic']]);
  });
});
