import { describe, expect, it } from 'vitest';
import type { Id } from '../../values/ids.ts';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import { checkoutsOf } from './checkouts.ts';
import type { HeadTimeline } from './head-timeline.ts';

const at = (minute: number): Instant => instant(minute * 60_000);
/** `0 main | 10 fix/TB-1 +15 +20 | 30 -`: from minute 10 on fix/TB-1 with signs of life at 15 and 20; `-` is detached. */
function timeline(story: string, closedAt: number | null = null): HeadTimeline {
  const stretches = story.split(' | ').map((text) => {
    const [minute, branch, ...signs] = text.split(' ');
    const begin = at(Number(minute));
    return {
      at: begin,
      branch: branch === '-' ? null : branch!,
      made: [],
      signs: [begin, ...signs.map((sign) => at(Number(sign)))],
    };
  });
  return { stretches, closedAt: closedAt === null ? null : at(closedAt) };
}
const told = (from: number, ...timelines: HeadTimeline[]): string[] =>
  checkoutsOf('r' as Id, timelines, at(from)).map(
    (c) => `${c.at / 60_000}-${c.until === null ? '' : c.until / 60_000} ${c.branch ?? '-'}`,
  );

describe('checkoutsOf', () => {
  it('makes segments that end where the next begins; the last one holds', () => {
    expect(told(0, timeline('0 main | 10 fix/TB-1 | 30 -'))).toEqual([
      '0-10 main',
      '10-30 fix/TB-1',
      '30- -',
    ]);
  });

  it('joins what stays on one branch', () => {
    expect(told(0, timeline('0 a | 5 a | 9 b'))).toEqual(['0-9 a', '9- b']);
  });

  it('leaves out what ended before, not what holds since', () => {
    expect(told(20, timeline('0 a | 10 b | 30 c'))).toEqual(['10-30 b', '30- c']);
    expect(told(90, timeline('0 a'))).toEqual(['0- a']);
  });

  it('drops a segment the clock makes end before it begins', () => {
    expect(told(0, timeline('50 a | 10 b | 30 c'))).toEqual(['10-30 b', '30- c']);
  });

  it('believes a log that HEAD contradicts only until its last line', () => {
    expect(told(0, timeline('0 main | 10 fix/TB-1', 25))).toEqual(['0-10 main', '10-25 fix/TB-1']);
  });

  it('of several work trees takes the one whose HEAD moved last', () => {
    expect(told(0, timeline('0 main 40'), timeline('10 fix/TB-1 20 60'))).toEqual([
      '0-10 main',
      '10-40 fix/TB-1',
      '40-60 main',
      '60- fix/TB-1',
    ]);
  });

  it('has nothing to tell without a reflog', () => {
    expect(told(0)).toEqual([]);
    expect(told(0, { stretches: [], closedAt: null })).toEqual([]);
  });

  it('never overlaps', () => {
    const checkouts = checkoutsOf(
      'r' as Id,
      [timeline('0 a 7 3 | 5 b | 2 c 9'), timeline('1 d 4 8 | 6 -'), timeline('3 a')],
      at(0),
    );
    expect(checkouts.length).toBeGreaterThan(5);
    checkouts.slice(1).forEach((checkout, n) => expect(checkouts[n]!.until).toBeLessThanOrEqual(checkout.at));
  });
});
