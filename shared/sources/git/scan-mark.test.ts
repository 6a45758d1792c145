import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../values/instant.ts';
import type { ScanMark } from './scan-mark.ts';
import { knownTips, readMark, writeMark } from './scan-mark.ts';
import { emailSet } from './log-record.ts';

const TIP = 'ab'.repeat(20);
const MARK: ScanMark = { look: 'x', tips: [TIP], emails: ['ann@example.org'], from: instant(1_000) };
const damaged = (change: Record<string, unknown>): string =>
  JSON.stringify({ ...(JSON.parse(writeMark(MARK)) as object), ...change });

describe('a mark', () => {
  it('is read as it was written', () => {
    expect(readMark(writeMark(MARK))).toEqual(MARK);
    expect(readMark(writeMark({ ...MARK, tips: null, emails: [] }))).toEqual({
      ...MARK,
      tips: null,
      emails: [],
    });
  });

  it.each([
    null,
    '',
    'null',
    '[]',
    '7',
    '"x"',
    '{',
    '{}',
    damaged({ v: 2 }),
    damaged({ look: 1 }),
    damaged({ from: '1' }),
    damaged({ emails: [1] }),
    damaged({ emails: null }),
    damaged({ tips: 'x' }),
    damaged({ tips: ['--exec=x'] }),
    damaged({ tips: [`${TIP}\n--all`] }),
    damaged({ tips: undefined }),
  ])('is none when it is %j', (text) => {
    expect(readMark(text)).toBeNull();
  });

  it('is none whatever else is there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(readMark(text)).toBeNull();
      }),
    );
  });
});

describe('knownTips', () => {
  const ann = emailSet(['Ann@example.org']);
  it('lets a later scan of the same person pass over what was walked', () => {
    expect(knownTips(MARK, ann, instant(1_000))).toEqual([TIP]);
    expect(knownTips(MARK, ann, instant(9_000))).toEqual([TIP]);
  });

  it.each([
    ['there was no scan', null, ann, 1_000],
    ['the tips were too many', { ...MARK, tips: null }, ann, 1_000],
    ['older commits are wanted', MARK, ann, 999],
    ['another address came', MARK, emailSet(['ann@example.org', 'ann@home']), 1_000],
  ] as const)('walks everything when %s', (_, mark, emails, since) => {
    expect(knownTips(mark, emails, instant(since))).toBeNull();
  });
});
