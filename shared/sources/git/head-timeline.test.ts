import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeOn, readTimeline } from './head-timeline.ts';
import type { HeadTimeline } from './head-timeline.ts';
import { reflogLine } from './reflog-line.ts';

const hash = (n: number): string => n.toString(16).padStart(40, '0');
/** Lines like `5 checkout: moving from main to x`: minute, message. The n-th line leads to commit n. */
const timeline = (head: string | null, ...story: string[]): HeadTimeline =>
  readTimeline(
    story.map((text, n) => {
      const [, minute, message] = /^(-?\d+) (.*)$/s.exec(text)!;
      return reflogLine(hash(n + 1), Number(minute) * 60, message!)!;
    }),
    head,
  );
/** `5 main 1,2`: from minute 5 on main, where commits 1 and 2 were made. What ends as it begins is left out. */
const told = ({ stretches }: HeadTimeline): string[] =>
  stretches
    .filter(({ signs }) => signs.length > 0)
    .map(
      ({ at, branch, made }) =>
        `${at / 60_000} ${branch ?? '(detached)'} ${made.map((h) => parseInt(h, 16)).join(',')}`,
    );

describe('readTimeline', () => {
  it('knows nothing without a log', () => {
    expect(readTimeline([], 'main')).toEqual({ stretches: [], closedAt: null });
  });

  it('tells branches apart and which commits were made on them', () => {
    const read = timeline(
      'main',
      '0 commit (initial): one',
      '5 checkout: moving from main to fix/TB-042',
      '9 commit: two',
      '12 commit (amend): two',
      '20 checkout: moving from fix/TB-042 to main',
      '25 merge fix/TB-042: Fast-forward',
    );
    expect(told(read)).toEqual(['0 main 1', '5 fix/TB-042 3,4', '20 main ']);
    expect(read.closedAt).toBeNull();
    expect(madeOn([read])).toEqual(
      new Map([
        [hash(1), 'main'],
        [hash(3), 'fix/TB-042'],
        [hash(4), 'fix/TB-042'],
      ]),
    );
  });

  it('believes HEAD about the only branch there ever was', () => {
    expect(told(timeline('trunk', '0 commit (initial): one', '3 commit: two'))).toEqual(['0 trunk 1,2']);
  });

  it('stays on the branch while it is rebased, picked commits included', () => {
    const read = timeline(
      'fix/TB-1',
      '0 checkout: moving from main to fix/TB-1',
      '5 rebase (start): checkout main',
      '6 rebase (pick): a',
      '7 rebase (squash): b',
      '8 rebase (finish): returning to refs/heads/fix/TB-1',
      '9 commit: c',
    );
    expect(told(read)).toEqual(['0 fix/TB-1 3,4,6']);
  });

  it('gives commits of `git rebase main x` to x', () => {
    const read = timeline(
      'x',
      '0 commit (initial): one',
      '5 rebase (start): checkout main',
      '6 rebase (pick): a',
      '7 rebase (finish): returning to refs/heads/x',
      '8 checkout: moving from x to x',
    );
    expect(told(read).at(-1)).toBe('8 x ');
    expect(madeOn([read]).get(hash(3))).toBe('x');
  });

  it('knows that a rebase was given up, and one that is going on', () => {
    const start = ['0 checkout: moving from main to x', '5 rebase (start): checkout main'];
    expect(told(timeline('x', ...start, '6 rebase (abort): updating HEAD', '7 commit: a'))).toEqual([
      '0 x 4',
    ]);
    const open = timeline(null, ...start, '6 rebase (pick): a');
    expect(told(open)).toEqual(['0 x 3']);
    expect(open.closedAt).toBeNull();
  });

  it('reads tags, hashes and revisions that were typed as detached', () => {
    for (const to of ['HEAD~2', 'v1^{}', 'main@{1 day ago}', ':/fix it', '0a1b2c3', hash(7), 'HEAD']) {
      expect(
        told(
          timeline(
            'main',
            `0 checkout: moving from main to ${to}`,
            `5 checkout: moving from ${hash(7)} to main`,
          ),
        ),
      ).toEqual(['0 (detached) ', '5 main ']);
    }
  });

  it('learns from the next line that what was typed was a tag', () => {
    const read = timeline(
      'main',
      '0 checkout: moving from main to v1.0',
      `5 checkout: moving from ${hash(9)} to main`,
    );
    expect(told(read)).toEqual(['0 (detached) ', '5 main ']);
  });

  it('learns from HEAD that what was typed last was a tag', () => {
    expect(told(timeline(null, '0 checkout: moving from main to v1.0'))).toEqual(['0 (detached) ']);
  });

  it('takes words that are also hex for a branch', () => {
    expect(told(timeline('deadbeef', '0 checkout: moving from main to deadbeef'))).toEqual(['0 deadbeef ']);
  });

  it('follows a renamed branch, once, though git says it twice', () => {
    const renamed = 'Branch: renamed refs/heads/a to refs/heads/fix/TB-1';
    const read = timeline(
      'fix/TB-1',
      '0 checkout: moving from main to a',
      `5 ${renamed}`,
      `5 ${renamed}`,
      '6 commit: x',
    );
    expect(told(read)).toEqual(['0 a ', '5 fix/TB-1 4']);
  });

  it('sees an orphan branch, which leaves no line of its own', () => {
    const read = timeline(
      'main',
      '0 checkout: moving from x to main',
      '5 commit (initial): pages',
      '9 checkout: moving from gh-pages to main',
    );
    expect(told(read)).toEqual(['0 main ', '5 gh-pages 2', '9 main ']);
  });

  it('closes a log that HEAD does not agree with: it was written without one', () => {
    const read = timeline('elsewhere', '0 checkout: moving from main to fix/TB-1', '5 commit: x');
    expect(told(read)).toEqual(['0 fix/TB-1 2']);
    expect(read.closedAt).toBe(5 * 60_000);
  });

  it('keeps the order of the file where the clock lies', () => {
    const read = timeline(
      'main',
      '10 checkout: moving from main to a',
      '-90 commit: back in time',
      '3 checkout: moving from a to main',
    );
    expect(told(read)).toEqual(['10 a 2', '3 main ']);
  });

  it('never fails and never gives a commit to two branches', () => {
    const messages = [
      'checkout: moving from a to b',
      'checkout: moving from b to a',
      `checkout: moving from ${hash(3)} to a`,
      'rebase (start): checkout a',
      'rebase (pick): x',
      'rebase (finish): returning to refs/heads/b',
      'rebase: checkout a',
      'rebase (abort): updating HEAD',
      'Branch: renamed refs/heads/a to refs/heads/b',
      'commit: x',
      'commit (initial): x',
      'reset: moving to x',
    ];
    const lines = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.constantFrom(...messages)));
    fc.assert(
      fc.property(lines, fc.constantFrom('a', 'b', null), (story, head) => {
        const read = timeline(head, ...story.map(([minute, message]) => `${minute} ${message}`));
        const made = read.stretches.flatMap((stretch) => stretch.made);
        expect(new Set(made).size).toBe(made.length);
        const commits = story.filter(([, message]) => /^commit|pick/.test(message));
        expect(made).toHaveLength(commits.length);
      }),
    );
  });
});

it('believes the first timeline that knows a commit', () => {
  const main = timeline('main', '0 commit (initial): one');
  const other = timeline('other', '0 commit (initial): one', '5 commit: two');
  expect([...madeOn([main, other])]).toEqual([
    [hash(1), 'main'],
    [hash(2), 'other'],
  ]);
});
