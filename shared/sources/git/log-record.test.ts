import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../../values/ids.ts';
import { instant } from '../../values/instant.ts';
import type { LogRecord } from './log-record.ts';
import {
  LOG_FIELDS,
  LOG_FORMAT,
  SUBJECT_LIMIT,
  emailSet,
  isOwn,
  readLogRecord,
  toCommit,
} from './log-record.ts';

const HASH = 'ab'.repeat(20);
const PARENT = 'cd'.repeat(20);
const FIELDS = [HASH, PARENT, 'ann@example.org', '1770714900', '1770718500', 'Ann', 'TB-042: fix it', ''];
const record = (change: Readonly<Record<number, string>> = {}): LogRecord | null =>
  readLogRecord(FIELDS.map((field, n) => change[n] ?? field));

describe('readLogRecord', () => {
  it('asks for as many fields as it reads', () => {
    expect(LOG_FORMAT.split('%x00')).toHaveLength(LOG_FIELDS);
    expect(FIELDS).toHaveLength(LOG_FIELDS);
  });

  it('reads a commit', () => {
    expect(record()).toEqual({
      hash: HASH,
      parents: [PARENT],
      authorEmail: 'ann@example.org',
      authoredAt: 1_770_714_900_000,
      committedAt: 1_770_718_500_000,
      authorName: 'Ann',
      subject: 'TB-042: fix it',
      refs: [],
    });
  });

  it('reads the refs that point at it, whatever they are called', () => {
    const refs = (text: string) => record({ 7: text })?.refs;
    expect(refs('HEAD -> refs/heads/main, refs/remotes/origin/HEAD')).toEqual([
      'refs/heads/main',
      'refs/remotes/origin/HEAD',
    ]);
    expect(refs('refs/heads/a,b->c, refs/heads/🎉"')).toEqual(['refs/heads/a,b->c', 'refs/heads/🎉"']);
    expect(refs('HEAD, main, tag: refs/tags/v1')).toEqual([]);
  });

  it('leaves out the last ref of a list that was cut', () => {
    const names = Array.from({ length: 2_000 }, (_, n) => `refs/heads/topic-${n}`);
    const found = record({ 7: names.join(', ').slice(0, 16_384) })!.refs;
    expect(names.slice(0, found.length)).toEqual(found);
  });

  it('reads a first commit and a merge', () => {
    expect(record({ 1: '' })?.parents).toEqual([]);
    expect(record({ 1: `${PARENT} ${HASH}` })?.parents).toEqual([PARENT, HASH]);
  });

  it.each(['', '🎉 "quotes" \'and\' back\\slashes', 'a\nb\tc', '-- --exec=x', '\ufffd\ufffd', '\u2028'])(
    'keeps the subject %j as it is',
    (subject) => {
      expect(record({ 6: subject })?.subject).toBe(subject);
    },
  );

  it('cuts a huge subject without leaving half a character', () => {
    const cut = record({ 6: '🎉'.repeat(100_000) })!.subject;
    expect(cut).toBe('🎉'.repeat(SUBJECT_LIMIT / 2));
    expect(record({ 6: `x${'🎉'.repeat(1_000)}` })!.subject).toBe(`x${'🎉'.repeat(SUBJECT_LIMIT / 2 - 1)}`);
  });

  it('takes the date that can be read for the one that cannot', () => {
    expect(record({ 3: '' })?.authoredAt).toBe(1_770_718_500_000);
    expect(record({ 4: '' })?.committedAt).toBe(1_770_714_900_000);
    expect(record({ 3: '99999999999999999' })?.authoredAt).toBe(1_770_718_500_000);
    expect(record({ 3: '', 4: 'now' })).toBeNull();
  });

  it('reads dates of 1970 and of 2100', () => {
    expect(record({ 3: '0' })?.authoredAt).toBe(0);
    expect(record({ 3: '4102444800' })?.authoredAt).toBe(4_102_444_800_000);
  });

  it('takes no text for a commit that has no hash', () => {
    expect(record({ 0: 'HEAD' })).toBeNull();
    expect(record({ 0: `${HASH}\n` })).toBeNull();
    expect(readLogRecord([])).toBeNull();
    expect(record({ 1: `${PARENT} nonsense` })?.parents).toEqual([PARENT]);
  });

  it('never fails, whatever git prints', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), (fields) => {
        expect(readLogRecord(fields)).toBeNull();
        const [parents = '', email = '', ...rest] = fields;
        expect(readLogRecord([HASH, parents, email, '5', '6', ...rest])?.hash).toBe(HASH);
      }),
    );
  });
});

describe('isOwn', () => {
  const own = (emails: string[], since: number, change = {}): boolean =>
    isOwn(record(change)!, emailSet(emails), instant(since));

  it('compares addresses without case and surrounding space', () => {
    expect(own([' Ann@Example.ORG '], 0)).toBe(true);
    expect(own(['ann@example.org'], 0, { 2: ' ANN@example.org' })).toBe(true);
    expect(own(['bob@example.org'], 0)).toBe(false);
  });

  it('takes nobody for the person where no address is known', () => {
    expect(own(['', ' '], 0, { 2: '' })).toBe(false);
  });

  it('goes by the author date', () => {
    expect(own(['ann@example.org'], 1_770_714_900_000)).toBe(true);
    expect(own(['ann@example.org'], 1_770_714_900_001)).toBe(false);
  });
});

it('says of a commit with two parents that it is a merge', () => {
  const commit = (parents: string) => toCommit(record({ 1: parents })!, 'r' as Id, 'fix/TB-1', 'p');
  expect(commit(`${PARENT} ${HASH}`)).toMatchObject({ isMerge: true, branch: 'fix/TB-1', patchId: 'p' });
  expect(commit(PARENT).isMerge).toBe(false);
  expect(commit('').isMerge).toBe(false);
});
