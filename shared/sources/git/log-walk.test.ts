import { describe, expect, it } from 'vitest';
import { instant } from '../../values/instant.ts';
import { emailSet } from './log-record.ts';
import { LogWalk, TIP_LIMIT } from './log-walk.ts';
import { possibleCopies } from './possible-copies.ts';

const hash = (n: number): string => n.toString(16).padStart(40, '0');
const ANN = 'ann@example.org';
const newWalk = (known: string[] = []): LogWalk => new LogWalk(emailSet([ANN]), instant(0), known);
const take = (walk: LogWalk, n: number, parents: number[], subject = 'x', email = ANN): void =>
  walk.take([hash(n), parents.map(hash).join(' '), email, '60', '60', 'Ann', subject]);

describe('LogWalk', () => {
  it('keeps the person’s own commits and the shape of all', () => {
    const walk = newWalk();
    take(walk, 3, [2]);
    take(walk, 2, [1], 'x', 'bob@example.org');
    take(walk, 1, []);
    walk.take(['garbage']);
    expect([...walk.own.keys()]).toEqual([hash(3), hash(1)]);
    expect(walk.graph.order.map((n) => [3, 2, 1].find((c) => walk.graph.find(hash(c)) === n))).toEqual([
      3, 2, 1,
    ]);
    expect([...walk.tips]).toEqual([hash(3)]);
  });

  it('knows the tips, also where a parent comes before its child', () => {
    const walk = newWalk([hash(1)]);
    take(walk, 2, [1]);
    take(walk, 4, [3]);
    walk.reached(hash(4));
    expect([...walk.tips].sort()).toEqual([hash(2), hash(4)]);
    take(walk, 5, [2, 4]);
    expect([...walk.tips]).toEqual([hash(5)]);
  });

  it('keeps which refs point at the commits', () => {
    const walk = newWalk();
    walk.take([
      hash(1),
      '',
      ANN,
      '60',
      '60',
      'Ann',
      'x',
      'HEAD -> refs/heads/main, refs/remotes/origin/main',
    ]);
    expect(walk.refs).toEqual([
      { ref: 'refs/heads/main', hash: hash(1) },
      { ref: 'refs/remotes/origin/main', hash: hash(1) },
    ]);
  });

  it('tells when the tips are too many', () => {
    const walk = newWalk();
    for (let n = 1; n <= TIP_LIMIT + 50; n += 1) take(walk, n, []);
    expect(walk.tips.size).toBe(TIP_LIMIT + 1);
  });

  it.each([
    ["Merge branch 'fix/TB-1' into main", 'fix/TB-1'],
    ["Merge branch 'fix/TB-1'", 'fix/TB-1'],
    ["Merge remote-tracking branch 'origin/fix/TB-1'", 'fix/TB-1'],
    ['Merge pull request #7 from ann/fix/TB-1', 'fix/TB-1'],
    ['Merge it all', null],
    ["Merge branch 'two words'", null],
  ])('reads which branch %j brought in', (subject, merged) => {
    const walk = newWalk();
    take(walk, 3, [1, 2], subject);
    take(walk, 4, [1], subject);
    expect([...walk.graph.merged]).toEqual(merged === null ? [] : [[walk.graph.find(hash(3)), merged]]);
  });
});

describe('possibleCopies', () => {
  const copies = (tell: (walk: LogWalk) => void): number[] => {
    const walk = newWalk();
    tell(walk);
    return possibleCopies([...walk.own.values()], walk.graph).map((h) => parseInt(h, 16));
  };

  it('are none in an unbroken chain', () => {
    expect(
      copies((walk) => {
        for (let n = 90; n > 0; n -= 1) take(walk, n, n === 1 ? [] : [n - 1]);
      }),
    ).toEqual([]);
  });

  it('are those on two lines', () => {
    expect(
      copies((walk) => {
        take(walk, 4, [1]);
        take(walk, 3, [2]);
        take(walk, 2, [1]);
        take(walk, 1, []);
      }),
    ).toEqual([4, 3, 2]);
  });

  it('are none of two that name different tickets, nor merges', () => {
    expect(
      copies((walk) => {
        take(walk, 5, [3, 2], 'merge');
        take(walk, 3, [1], 'TB-3');
        take(walk, 2, [1], 'TB-2');
        take(walk, 1, [], 'TB-1');
      }),
    ).toEqual([]);
  });

  it('sees through commits of others between them', () => {
    expect(
      copies((walk) => {
        take(walk, 9, [8], 'a');
        take(walk, 8, [7], 'x', 'bob@example.org');
        take(walk, 7, [], 'b');
      }),
    ).toEqual([]);
  });

  it('handles more commits than fit into one word of bits', () => {
    const found = copies((walk) => {
      for (let n = 100; n > 0; n -= 1) take(walk, n, n <= 2 ? [] : [n - 2]);
    });
    expect(found).toHaveLength(100);
  });
});
