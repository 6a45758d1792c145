import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatInstant, parseInstant } from '../../values/instant.ts';
import { readAfkExport } from './read-afk.ts';

const now = parseInstant('2026-02-10T18:00:00Z')!;
const event = (timestamp: string, duration: number, status = 'not-afk') => ({
  id: 1,
  timestamp,
  duration,
  data: { status },
});
const bucket = (events: unknown[], type = 'afkstatus') => ({
  id: 'aw-watcher-afk_host',
  created: '2026-01-01T00:00:00Z',
  name: null,
  type,
  client: 'aw-watcher-afk',
  hostname: 'host',
  data: {},
  events,
});
const lines = (value: unknown) =>
  readAfkExport(value, now)?.spans.map(
    ({ start, end, state }) =>
      `${formatInstant(start).slice(11, 19)} ${formatInstant(end).slice(11, 19)} ${state}`,
  );

describe('an export of ActivityWatch', () => {
  // Newest first, as the server exports them.
  const events = [
    event('2026-02-10T10:30:00.123000+00:00', 1800.5),
    event('2026-02-10T10:00:00+00:00', 1800, 'afk'),
    event('2026-02-10T08:00:00+00:00', 0),
    event('2026-02-10T08:00:00+00:00', 7200),
  ];
  const told = ['08:00:00 10:00:00 active', '10:00:00 10:30:00 idle', '10:30:00 11:00:00 active'];
  it('is read as all buckets, as one, and as bare events', () => {
    const window = {
      ...bucket([{ ...event('2026-02-10T08:00:00Z', 60), data: { title: 'secret' } }], 'currentwindow'),
    };
    const all = { buckets: { 'aw-watcher-window_host': window, 'aw-watcher-afk_host': bucket(events) } };
    expect(lines(all)).toEqual(told);
    expect(lines(bucket(events))).toEqual(told);
    expect(lines(events)).toEqual(told);
    const read = readAfkExport(all, now);
    expect(read?.skipped).toEqual([
      'aw-watcher-window_host: tells nothing of presence, so it was left alone',
    ]);
    expect(JSON.stringify(read)).not.toContain('secret');
  });
  it('joins what touches, and leaves out what cannot be right', () => {
    const read = [
      event('2026-02-10T08:00:00Z', 100),
      event('2026-02-10T08:01:00Z', 100),
      event('2026-02-10T08:00:00Z', -1),
      event('2026-02-10T19:00:00Z', 100),
      event('1970-01-01T00:00:00Z', 100),
      event('2025-02-10T00:00:00Z', 32 * 86400),
      event('soon', 100),
      event('2026-02-10T09:00:00Z', 100, 'dancing'),
      null,
      7,
    ];
    expect(lines(bucket(read))).toEqual(['08:00:00 08:02:40 active']);
    expect(readAfkExport(bucket(read), now)?.skipped).toEqual([
      'aw-watcher-afk_host: 8 events cannot be right',
    ]);
  });
  it.each([[null], [7], ['x'], [{}], [{ buckets: [] }], [{ events: 'x' }]])('%j is none', (value) => {
    expect(readAfkExport(value, now)).toBeNull();
  });
  it('without presence says so', () => {
    expect(readAfkExport({ buckets: {} }, now)).toEqual({ spans: [], skipped: [], found: false });
  });
  it('tells the same in whatever order, and spans of one state never touch', () => {
    const at = fc.integer({ min: 0, max: 600 });
    const some = fc.array(
      fc
        .record({ at, length: at, status: fc.constantFrom('afk', 'not-afk') })
        .map((one) =>
          event(formatInstant((now - 7_200_000 + one.at * 1000) as typeof now), one.length, one.status),
        ),
    );
    fc.assert(
      fc.property(some, (events) => {
        const first = readAfkExport(events, now)!.spans;
        expect(readAfkExport(events.toReversed(), now)!.spans).toEqual(first);
        for (const state of ['active', 'idle']) {
          const own = first.filter((span) => span.state === state);
          own.slice(1).forEach((span, index) => expect(span.start).toBeGreaterThan(own[index]!.end));
        }
      }),
    );
  });
});
