import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReflogAction } from './reflog-line.ts';
import { readReflogLine, reflogLine } from './reflog-line.ts';

const OLD = '0'.repeat(40);
const NEW = 'a1'.repeat(20);
const line = (message: string, who = 'Ann <ann@example.org> 1770714900 +0100'): string =>
  `${OLD} ${NEW} ${who}\t${message}`;
const action = (message: string): ReflogAction | undefined => readReflogLine(line(message))?.action;

describe('readReflogLine', () => {
  it('reads when, which commit and what', () => {
    expect(readReflogLine(line('commit: TB-042 fix'))).toEqual({
      at: 1_770_714_900_000,
      hash: NEW,
      action: { kind: 'made', inRebase: false, isRoot: false },
    });
  });

  it.each([
    ['a name that looks like a time', '9 1 +0000 <a@b> 1770714900 +0100'],
    ['no name at all', ' <> 1770714900 -0330'],
    ['a name with a line separator', 'A\u2028nn <a@b> 1770714900 +0000'],
    ['digits in the address', 'A <a1@b2.c3> 1770714900 +0000'],
  ])('finds the time behind %s', (_, who) => {
    expect(readReflogLine(line('commit: x', who))?.at).toBe(1_770_714_900_000);
  });

  it('reads a line without a message, and hashes of SHA-256', () => {
    expect(readReflogLine(`${OLD} ${NEW} A <a> 5 +0000`)).toEqual({
      at: 5_000,
      hash: NEW,
      action: { kind: 'other' },
    });
    expect(readReflogLine(`${'0'.repeat(64)} ${'b'.repeat(64)} A <a> 5 +0000\tx`)?.hash).toHaveLength(64);
  });

  it('reads times before 1970 and after 2100, and none beyond what a date can be', () => {
    expect(readReflogLine(line('x', 'A <a> -86400 +0000'))?.at).toBe(-86_400_000);
    expect(readReflogLine(line('x', 'A <a> 4102444800 +0000'))?.at).toBe(4_102_444_800_000);
    expect(readReflogLine(line('x', 'A <a> 9999999999999 +0000'))).toBeNull();
    expect(reflogLine(NEW, Number.NaN, 'x')).toBeNull();
  });

  it.each(['', 'garbage', `${OLD} ${NEW}`, `${OLD} xyz A <a> 5 +0000\tx`, `\0\0\0`, line('x').slice(3)])(
    'passes over the damaged line %j',
    (text) => {
      expect(readReflogLine(text)).toBeNull();
    },
  );

  it('never fails, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readReflogLine(text)).not.toThrow();
        expect(readReflogLine(line(text.replaceAll('\n', ' ')))?.hash).toBe(NEW);
      }),
    );
  });
});

describe('what a message says', () => {
  it.each([
    ['main', 'fix/TB-042-socket'],
    ['fix/TB-042', NEW],
    ['main', 'main@{1 day ago}'],
    ['main', ':/fix the socket'],
    ['lärm\u00a0🎉', 'wide\u3000space'],
    ['main', 'it\'s"quoted'],
  ])('moved from %j to %j', (from, to) => {
    expect(action(`checkout: moving from ${from} to ${to}`)).toEqual({ kind: 'moved', from, to });
  });

  it('renamed', () => {
    expect(action('Branch: renamed refs/heads/a to refs/heads/fix/TB-1')).toEqual({
      kind: 'renamed',
      from: 'a',
      to: 'fix/TB-1',
    });
  });

  const made = (inRebase = false, isRoot = false): ReflogAction => ({ kind: 'made', inRebase, isRoot });
  it.each<[string, ReflogAction]>([
    ['commit (initial): one', made(false, true)],
    ['commit (amend): one', made()],
    ['commit (merge): Merge branch x', made()],
    ['commit: line\u2028separator', made()],
    ['cherry-pick: one', made()],
    ['revert: one', made()],
    ['am: one', made()],
    ["merge fix/TB-1: Merge made by the 'ort' strategy.", made()],
    ["pull: Merge made by the 'recursive' strategy.", made()],
    ['rebase (pick): one (two): three', made(true)],
    ['rebase -i (squash): one', made(true)],
    ['rebase (continue): one', made(true)],
    ['rebase: one', made(true)],
    ['pull --rebase origin main (pick): one', made(true)],
    ['rebase (start): checkout main', { kind: 'rebase-started' }],
    ['pull --rebase (start): checkout 12ab', { kind: 'rebase-started' }],
    ['rebase (finish): returning to refs/heads/fix/TB-1', { kind: 'returned', to: 'fix/TB-1' }],
    ['rebase finished: returning to refs/heads/x', { kind: 'returned', to: 'x' }],
    ['rebase -i (finish): returning to refs/heads/x', { kind: 'returned', to: 'x' }],
    ['rebase (abort): updating HEAD', { kind: 'rebase-left' }],
    ['rebase: aborting', { kind: 'rebase-left' }],
    ['rebase (finish): 12ab onto main', { kind: 'rebase-left' }],
    ['rebase: checkout main', { kind: 'unsettled' }],
    ['rebase: fast-forward', { kind: 'other' }],
    ['merge x: Fast-forward', { kind: 'other' }],
    ['pull: Fast-forward', { kind: 'other' }],
    ['reset: moving to HEAD~1', { kind: 'other' }],
    ['clone: from /srv/x.git', { kind: 'other' }],
    ['committed: not git', { kind: 'other' }],
    ['', { kind: 'other' }],
  ])('%j', (message, expected) => {
    expect(action(message)).toEqual(expected);
  });
});
