import { beforeEach, describe, expect, it } from 'vitest';
import type { EventsFrom } from '../../ports/google-calendars.ts';
import { GoogleFailure } from '../../ports/google-calendars.ts';
import type { MemoryCalendar } from '../../ports/memory-google-calendar.ts';
import { memoryCalendar } from '../../ports/memory-google-calendar.ts';
import type { Instant } from '../../values/instant.ts';
import { parseInstant, plusMs } from '../../values/instant.ts';
import type { Sync, SyncNeeds } from './sync.ts';
import { syncCalendar } from './sync.ts';

const DAY = 86_400_000;
let now: Instant;
let calendar: MemoryCalendar;
let asked: EventsFrom[];
let instead: ((from: EventsFrom) => unknown)[];

beforeEach(() => {
  now = parseInstant('2026-02-10T12:00:00Z')!;
  calendar = memoryCalendar('max@acme.com', 'Max', true);
  asked = [];
  instead = [];
});

const meeting = (id: string, start = '2026-02-10T09:00:00Z', end = '2026-02-10T10:00:00Z') => ({
  id,
  summary: id,
  start: { dateTime: start },
  end: { dateTime: end },
});

const read = (mark: string | null, change: Partial<SyncNeeds> = {}): Promise<Sync> =>
  syncCalendar({
    rules: { source: 'google:a/b', zone: 'Europe/Berlin', addresses: ['max@acme.com'] },
    now,
    mark,
    ask: async (from) => {
      asked.push(from);
      const answer = instead.shift();
      return answer ? answer(from) : calendar.list(from);
    },
    ...change,
  });
const ids = ({ events }: Sync): string[] => events.map(({ id }) => id);

describe('reading a calendar', () => {
  it('reads everything at first, page by page, and afterwards what changed', async () => {
    calendar.pageSize = 2;
    for (const id of ['a', 'b', 'c', 'd', 'e']) calendar.put(meeting(id));
    const first = await read(null);
    expect(ids(first)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(first.gone).toBe('all others');
    expect(asked).toEqual([
      { sync: null, page: null },
      { sync: null, page: 'page-2' },
      { sync: null, page: 'page-4' },
    ]);

    calendar.put({ ...meeting('b'), summary: 'other' });
    calendar.put(meeting('f'));
    calendar.remove('c');
    asked.length = 0;
    const second = await read(first.mark);
    expect([ids(second), second.gone]).toEqual([['b', 'f'], ['c']]);
    // All pages of one reading ask with the token it began with.
    expect(asked.map(({ sync }) => sync)).toEqual(['sync-5', 'sync-5']);

    const third = await read(second.mark);
    expect([ids(third), third.gone, third.mark]).toEqual([[], [], second.mark]);
  });

  it('reads all again when Google has lost track (410), or calls the token none (400)', async () => {
    calendar.put(meeting('a'));
    const { mark } = await read(null);
    calendar.forget();
    const again = await read(mark);
    expect([ids(again), again.gone]).toEqual([['a'], 'all others']);
    expect((await read(again.mark)).gone).toEqual([]);

    instead = [
      () => {
        throw new GoogleFailure('refused', 'Invalid sync token value.', 400);
      },
    ];
    expect((await read(again.mark)).gone).toBe('all others');
  });

  it('asks once and no more when the permission is over', async () => {
    const { mark } = await read(null);
    asked.length = 0;
    const over = new GoogleFailure('reconnect', 'Token has been expired or revoked.', 400);
    instead = [
      () => {
        throw over;
      },
    ];
    await expect(read(mark)).rejects.toBe(over);
    expect(asked).toHaveLength(1);
  });

  it('reads all again after a month, in another zone, for other addresses, and with a mark nobody can read', async () => {
    const { mark } = await read(null);
    const wasAll = async (reading: Promise<Sync>): Promise<boolean> => (await reading).gone === 'all others';
    expect(await wasAll(read(mark))).toBe(false);
    const rules = { source: 'google:a/b', zone: 'Asia/Tokyo', addresses: ['max@acme.com'] };
    expect(await wasAll(read(mark, { rules }))).toBe(true);
    expect(await wasAll(read(mark, { rules: { ...rules, zone: 'Europe/Berlin', addresses: [] } }))).toBe(
      true,
    );
    expect(await wasAll(read('{"half'))).toBe(true);
    expect(await wasAll(read('{"sync":7}'))).toBe(true);
    now = plusMs(now, 31 * DAY);
    expect(await wasAll(read(mark))).toBe(true);
    // A clock that was set back: how old the mark is, is not known.
    now = plusMs(now, -60 * DAY);
    expect(await wasAll(read(mark))).toBe(true);
  });

  it('reads all each time where the server gives no token', async () => {
    instead = [() => ({ items: [meeting('a')] }), () => ({ items: [] })];
    const { mark } = await read(null);
    expect((await read(mark)).gone).toBe('all others');
  });

  it('keeps what was, however long ago, and leaves out decades to come', async () => {
    calendar.put(meeting('old', '2001-02-10T09:00:00Z', '2001-02-10T10:00:00Z'));
    calendar.put(meeting('soon', '2026-05-10T09:00:00Z', '2026-05-10T10:00:00Z'));
    calendar.put(meeting('far', '2046-02-10T09:00:00Z', '2046-02-10T10:00:00Z'));
    const { events, mark } = await read(null);
    expect(events.map(({ id }) => id)).toEqual(['old', 'soon']);
    // What is put off until then is gone for now.
    calendar.put(meeting('soon', '2046-05-10T09:00:00Z', '2046-05-10T10:00:00Z'));
    const later = await read(mark);
    expect([ids(later), later.gone]).toEqual([[], ['soon']]);
  });

  it('lets the last word on an event count', async () => {
    instead = [
      () => ({
        items: [
          meeting('a'),
          { id: 'a', status: 'cancelled' },
          { id: 'b', status: 'cancelled' },
          meeting('b'),
        ],
        nextSyncToken: 's',
      }),
    ];
    const { events, mark } = await read(null);
    expect(events.map(({ id }) => id)).toEqual(['b']);
    expect(JSON.parse(mark)).toMatchObject({ sync: 's' });
  });

  it('counts what cannot be read and reads the rest', async () => {
    instead = [() => ({ items: [null, meeting('a'), { id: 'b' }], nextSyncToken: 's' })];
    const found = await read(null);
    expect([ids(found), found.unreadable]).toEqual([['a'], 2]);
  });

  it.each([
    ['a page of somebody on the way', '<html>Welcome to the hotel</html>'],
    ['a list that is none', { items: 'many' }],
    ['nothing', undefined],
  ])('says so when the answer is %s', async (_, body) => {
    instead = [() => body];
    await expect(read(null)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('gives up on pages that never end', async () => {
    const circle = (from: EventsFrom) => ({ items: [], nextPageToken: from.page === 'x' ? 'y' : 'x' });
    instead = Array.from({ length: 10 }, () => circle);
    await expect(read(null)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('never end'),
    });
    expect(asked.length).toBeLessThan(5);
  });
});
