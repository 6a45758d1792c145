import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumUses } from '../../evidence/cost.ts';
import { formatInstant } from '../../values/instant.ts';
import { answerLine, EVERY_SHAPE, progressLine, userLine } from './transcript-lines.fixture.ts';
import { readTranscript, TranscriptReading } from './transcript.ts';

const FILE = { session: 'ses-1', name: 'f1' };
const RULES = { inactiveMs: 600_000, titles: false };
const read = (lines: readonly string[], titles = false) => readTranscript(lines, FILE, { ...RULES, titles });

describe('answers', () => {
  it('in every documented shape', () => {
    const news = read(EVERY_SHAPE);
    expect(news.skipped).toBe(2);
    expect(news.uses.map((use) => [use.message, use.request, use.output, use.isSidechain])).toEqual([
      ['msg_1', 'req_1', 50, false],
      ['msg_2', 'req_2', 40, false],
      ['f1:7', null, 40, false],
      ['f1:8', null, 40, false],
      ['msg_3', 'req_3', 40, false],
      ['msg_3', 'req_4', 40, false],
      ['msg_4', 'req_5', 40, true],
      ['msg_5', 'req_6', 40, true],
      ['msg_6', 'req_7', 40, false],
      ['msg_7', 'req_8', 1234, false],
      ['msg_9', 'req_10', 40, false],
    ]);
    expect(news.uses[1]).toMatchObject({ cost: 0.0123, cacheWrite5m: 300, cacheWrite1h: 0 });
    expect(news.uses[0]).toMatchObject({ cacheWrite5m: 100, cacheWrite1h: 200, run: 'ses-1' });
    expect(news.uses[8]).toMatchObject({ isFast: true });
  });
  it('keep no word of what was said', () => {
    expect(JSON.stringify(read(EVERY_SHAPE))).not.toContain('SECRET');
    expect(read(EVERY_SHAPE, true).runs.map((run) => run.title)).toEqual(['SECRET title']);
  });
  it('one answer in two lines counts once, whichever line comes first', () => {
    const lines = [answerLine({ usage: { output_tokens: 5 } }), answerLine({ usage: { output_tokens: 50 } })];
    for (const given of [lines, lines.toReversed()]) {
      expect(read(given).uses.map((use) => use.output)).toEqual([50]);
    }
  });
  it('an answer told by a progress line and by its own file is one', () => {
    const one = { id: 'msg_5', request: 'req_6', at: '2026-02-10T09:04:30.000Z' };
    expect(read([progressLine(one), answerLine({ ...one, line: { isSidechain: true } })]).uses).toHaveLength(
      1,
    );
  });
  it('numbers that are none are none', () => {
    const usage = {
      input_tokens: -5,
      output_tokens: 'many',
      cache_read_input_tokens: 1.5,
      cache_creation: null,
    };
    expect(read([answerLine({ usage: { ...usage, cache_creation_input_tokens: null } })]).uses).toEqual([]);
    expect(read([answerLine({ usage })]).uses).toMatchObject([
      { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 300 },
    ]);
  });
  it('any JSON is read without a fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        (values) => void read(values.map((value) => JSON.stringify(value))),
      ),
    );
  });
});

describe('runs', () => {
  it('are active while lines are written, and know their last folder and branch', () => {
    const [run] = read([
      userLine('2026-02-10T09:00:00.000Z'),
      answerLine({ at: '2026-02-10T09:08:00.000Z' }),
      userLine('2026-02-10T10:00:00.000Z', { cwd: '/home/max/api', gitBranch: 'feat/APP-7' }),
      answerLine({
        at: '2026-02-10T10:01:00.000Z',
        id: 'msg_2',
        line: { cwd: '/home/max/api', gitBranch: 'feat/APP-7' },
      }),
    ]).runs;
    expect(run).toMatchObject({
      id: 'ses-1',
      last: null,
      cwd: '/home/max/api',
      branch: 'feat/APP-7',
      title: '',
    });
    expect(run!.signs.map((sign) => [formatInstant(sign.start), formatInstant(sign.end)])).toEqual([
      ['2026-02-10T09:00:00.000Z', '2026-02-10T09:08:00.000Z'],
      ['2026-02-10T10:00:00.000Z', '2026-02-10T10:01:00.000Z'],
    ]);
  });
  it('a sub-agent in a work tree of its own does not move them there, whichever file is read first', () => {
    const own = { isSidechain: true, cwd: '/home/max/wt', gitBranch: 'worktree-a' };
    const lines = [
      answerLine({ at: '2026-02-10T09:00:00.000Z' }),
      answerLine({ at: '2026-02-10T09:05:00.000Z', id: 'msg_2', line: own }),
    ];
    for (const given of [lines, lines.toReversed()]) {
      const [run] = read(given).runs;
      expect(run).toMatchObject({ cwd: '/home/max/shop', branch: 'fix/TB-042-socket' });
      expect(run!.signs).toHaveLength(1);
    }
  });
  it('no branch is checked out: HEAD is none', () => {
    const [run] = read([userLine('2026-02-10T09:00:00.000Z', { gitBranch: 'HEAD' })]).runs;
    expect(run!.branch).toBeNull();
  });
  it('lines about other times are no signs', () => {
    const lines = [
      JSON.stringify({ type: 'queue-operation', sessionId: 'ses-1', timestamp: '2026-02-10T12:00:00.000Z' }),
      userLine('2026-02-10T09:00:00.000Z', { forkedFrom: { sessionId: 'ses-0', messageUuid: 'u' } }),
      userLine('never'),
    ];
    expect(read(lines).runs).toEqual([]);
  });
  it('a session that begins with a copy of another worked only after it', () => {
    const reading = new TranscriptReading(RULES);
    const add = (line: string, session: string) => reading.add(line, { session, name: 'x' });
    add(userLine('2026-02-10T09:00:00.000Z'), 'ses-1');
    add(answerLine({ at: '2026-02-10T09:05:00.000Z' }), 'ses-1');
    add(userLine('2026-02-10T09:00:00.000Z', { sessionId: 'ses-2' }), 'ses-2');
    add(answerLine({ at: '2026-02-10T09:05:00.000Z', session: 'ses-2' }), 'ses-2');
    add(userLine('2026-02-10T14:00:00.000Z', { sessionId: 'ses-2' }), 'ses-2');
    add(answerLine({ at: '2026-02-10T14:03:00.000Z', session: 'ses-2', id: 'msg_2' }), 'ses-2');
    const news = reading.take();
    expect(news.uses).toHaveLength(2);
    expect(news.runs[1]!.signs.map((sign) => formatInstant(sign.start))).toEqual([
      '2026-02-10T14:00:00.000Z',
    ]);
    expect(news.runs[0]!.signs).toHaveLength(1);
  });
});

it('the order of lines does not matter to what is counted', () => {
  const expected = sumUses(read(EVERY_SHAPE).uses, {});
  fc.assert(
    fc.property(fc.shuffledSubarray([...EVERY_SHAPE], { minLength: EVERY_SHAPE.length }), (lines) => {
      const sum = sumUses(read(lines).uses, {});
      expect({ ...sum, costUsd: 0, models: [] }).toEqual({ ...expected, costUsd: 0, models: [] });
      expect(sum.costUsd).toBeCloseTo(expected.costUsd, 9);
    }),
  );
});
