import { beforeEach, describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../ports/http.ts';
import { jsonAnswer } from '../../ports/memory-http.ts';
import type { MemoryWorld } from '../../ports/memory-world.ts';
import { memoryWorld } from '../../ports/memory-world.ts';
import { calendarOf } from '../../sources/ics/read-sample.ts';
import { OUTLOOK } from '../../sources/ics/sample-calendars.ts';
import { icsPlaces } from './ics-places.ts';
import { setSetting } from '../settings.ts';
import { showDay } from '../show-day.ts';
import { listSources, readAll } from './sources.ts';

const SECRET = 'https://calendar.example/private-5eCr3t/basic.ics';
const meeting = (title: string, start = '20260210T090000Z', more = ''): string =>
  `UID:${title}\nSUMMARY:${title}\nDTSTART:${start}\nDURATION:PT1H${more}`;

let world: MemoryWorld;
/** What the server has, and which conditional requests it was asked. */
let served: { text: string; etag: string; conditions: (string | undefined)[] };

const entries = async (date = 'today'): Promise<string[]> => {
  const day = await showDay(world, { date });
  return day.entries.map(
    (entry) => `${entry.ticket ?? '-'} ${entry.minutes} ${entry.source} ${entry.description}`,
  );
};
const source = async () => (await listSources(world)).find(({ kind }) => kind === 'ics')!;
const later = (minutes: number): void => world.clock.advance(minutes * 60_000);

beforeEach(async () => {
  world = memoryWorld('2026-02-10T18:00:00+01:00', 'Europe/Berlin', {
    'identity.emails': ['max@example.com'],
  });
  served = { text: calendarOf(meeting('TB-042 planning')), etag: '"1"', conditions: [] };
  world.http.handler = ({ headers }): HttpResponse => {
    served.conditions.push(headers['if-none-match']);
    if (headers['if-none-match'] === served.etag) return { status: 304, headers: {}, body: '' };
    return { status: 200, headers: { etag: served.etag }, body: served.text };
  };
});

describe('a calendar by secret address', () => {
  beforeEach(() => setSetting(world, { key: 'calendar.ics', value: [SECRET] }));

  it('gives the day its meetings, with the ticket of the title or none', async () => {
    served.text = calendarOf(
      meeting('TB-042 planning'),
      meeting('Coffee', '20260210T130000Z'),
      meeting('Declined', '20260210T140000Z', '\nATTENDEE;PARTSTAT=DECLINED:mailto:max@example.com'),
    );
    expect(await entries()).toEqual(['TB-042 60 calendar TB-042 planning', '- 60 calendar Coffee']);
    const { entries: shown } = await showDay(world, { date: 'today' });
    expect(shown.map((entry) => entry.unallocated)).toEqual([false, true]);
    expect(await source()).toMatchObject({ name: 'calendar.example', state: 'ready', today: '3 meetings' });
  });

  it('is asked whether it changed, and follows when it did', async () => {
    await entries();
    later(10);
    await entries();
    expect(served.conditions).toEqual([undefined, '"1"']);
    served.text = calendarOf(
      meeting('TB-042 planning', '20260210T100000Z'),
      meeting('New', '20260210T120000Z'),
    );
    served.etag = '"2"';
    later(10);
    await readAll(world);
    expect((await entries()).toSorted()).toEqual(['- 60 calendar New', 'TB-042 60 calendar TB-042 planning']);
    served.text = calendarOf();
    served.etag = '"3"';
    later(10);
    expect(await entries()).toEqual([]);
  });

  it('is laid out again when days to come run out, or who reads it changes', async () => {
    await entries();
    later(20 * 24 * 60);
    await readAll(world);
    expect(served.conditions).toEqual([undefined, undefined]);
    await setSetting(world, { key: 'calendar.addresses', value: ['ann@example.com'] });
    later(10);
    await readAll(world);
    await setSetting(world, { key: 'time.zone', value: 'America/New_York' });
    later(10);
    await readAll(world);
    later(10);
    await readAll(world);
    expect(served.conditions).toEqual([undefined, undefined, undefined, undefined, '"1"']);
  });

  it('gives older days when somebody looks at them', async () => {
    served.text = calendarOf(meeting('TB-1 long ago', '20251003T090000Z'));
    expect(await entries()).toEqual([]);
    later(10);
    expect(await entries('2025-10-03')).toEqual(['TB-1 60 calendar TB-1 long ago']);
    later(10);
    expect(await entries('2025-10-04')).toEqual([]);
    expect(served.conditions).toEqual([undefined, undefined, '"1"']);
  });

  it('gives an older day at once, also right after another one was looked at', async () => {
    served.text = calendarOf(
      meeting('TB-1 long ago', '20251003T090000Z'),
      meeting('TB-2 longer', '20250703T090000Z'),
    );
    expect(await entries('2025-11-03')).toEqual([]);
    expect(await entries('2025-10-03')).toEqual(['TB-1 60 calendar TB-1 long ago']);
    expect(await entries('2025-07-03')).toEqual(['TB-2 60 calendar TB-2 longer']);
    expect(await entries('2025-10-03')).toEqual(['TB-1 60 calendar TB-1 long ago']);
    expect(served.conditions).toEqual([undefined, undefined]);
  });

  it('keeps the last good meetings when it fails, and says what is wrong, never the address', async () => {
    await entries();
    const failures: [() => ReturnType<MemoryWorld['http']['handler']>, string][] = [
      [() => jsonAnswer({}, 404), 'no calendar at this address any more'],
      [() => jsonAnswer({}, 410), 'no calendar at this address any more'],
      [() => jsonAnswer({}, 401), 'does not let Stint read'],
      [() => jsonAnswer({}, 403), 'does not let Stint read'],
      [() => jsonAnswer({}, 418), '(418)'],
      [() => ({ status: 200, headers: {}, body: '<html>Sign in</html>' }), 'no calendar'],
      [() => ({ status: 200, headers: {}, body: served.text.slice(0, 60) }), 'in the middle'],
      [
        () => ({ status: 302, headers: { location: 'http://elsewhere.example/x.ics' }, body: '' }),
        'not safe',
      ],
      [() => ({ status: 302, headers: { location: 'http://127.0.0.1/x.ics' }, body: '' }), 'not safe'],
      [() => ({ status: 302, headers: {}, body: '' }), 'not safe'],
      [() => ({ status: 302, headers: { location: SECRET }, body: '' }), 'circles'],
      [
        () => {
          throw new Error('unexpected');
        },
        'unexpected',
      ],
    ];
    for (const [answer, words] of failures) {
      world.http.handler = answer;
      served.etag = `"${words}"`;
      later(10);
      expect(await entries()).toEqual(['TB-042 60 calendar TB-042 planning']);
      const told = await source();
      expect(told).toMatchObject({ state: 'broken', detail: expect.stringContaining(words) as string });
      expect(JSON.stringify([told, await world.stores.sources.list()])).not.toContain('5eCr3t');
    }
  });

  it('leaves a server alone that asks for it, for as long as it says', async () => {
    await entries();
    let asked = 0;
    const answer = world.http.handler;
    world.http.handler = () => ((asked += 1), { status: 429, headers: { 'retry-after': '3600' }, body: '' });
    later(10);
    await readAll(world);
    for (let minutes = 0; minutes < 50; minutes += 10) {
      later(10);
      await readAll(world);
    }
    expect(asked).toBe(1);
    expect(await source()).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('429') as string,
    });
    world.http.handler = answer;
    later(20);
    await readAll(world);
    expect(await source()).toMatchObject({ state: 'ready' });
  });

  it('waits longer each time a server has trouble of its own', async () => {
    const asked: number[] = [];
    world.http.handler = () => (asked.push(world.clock.now()), jsonAnswer({}, 503));
    for (let minutes = 0; minutes < 120; minutes += 1) {
      later(1);
      await readAll(world);
    }
    const waits = asked.slice(1).map((at, n) => (at - asked[n]!) / 60_000);
    expect(waits).toEqual([2, 4, 8, 16, 32]);
  });

  it('follows a redirect to https and brings nothing along', async () => {
    world.http.handler = ({ url }): HttpResponse =>
      url === SECRET
        ? { status: 301, headers: { location: '//cdn.example/c/a.ics' }, body: '' }
        : { status: 200, headers: {}, body: served.text };
    expect(await entries()).toHaveLength(1);
    expect(world.http.requests.map(({ url }) => url)).toEqual([SECRET, 'https://cdn.example/c/a.ics']);
    expect(Object.keys(world.http.requests[1]!.headers)).toEqual(['accept']);
  });

  it('tells what it had to leave out', async () => {
    served.text = calendarOf('UID:1\nDTSTART:nonsense', meeting('TB-042 planning'));
    expect(await entries()).toHaveLength(1);
    expect(await source()).toMatchObject({
      state: 'ready',
      detail: '1 event left out for not being readable.',
    });
  });

  it('is not asked when it is not safe', async () => {
    await setSetting(world, { key: 'calendar.ics', value: ['http://calendar.example/a.ics'] });
    await entries();
    expect(await source()).toMatchObject({
      state: 'broken',
      detail: expect.stringContaining('https') as string,
    });
    await setSetting(world, { key: 'calendar.ics', value: ['https://max:pw@calendar.example/a.ics'] });
    await entries();
    const told = await source();
    expect(told).toMatchObject({ state: 'broken', name: 'calendar.example' });
    expect(JSON.stringify(told)).not.toContain('pw@');
    expect(world.http.requests).toEqual([]);
  });
});

describe('a calendar in a file', () => {
  beforeEach(() => setSetting(world, { key: 'calendar.ics', value: ['/home/max/work.ics'] }));

  it('is read whenever a day is looked at', async () => {
    world.files.texts.set('/home/max/work.ics', OUTLOOK);
    expect(await entries()).toContain('TB-042 15 calendar Standup TB-042 – verschoben');
    expect(await source()).toMatchObject({ name: 'work.ics', today: '3 meetings' });
    world.files.texts.set('/home/max/work.ics', calendarOf(meeting('APP-1 other')));
    later(1);
    expect(await entries()).toEqual(['APP-1 60 calendar APP-1 other']);
  });

  it('that is gone leaves what was read', async () => {
    world.files.texts.set('/home/max/work.ics', calendarOf(meeting('APP-1 other')));
    await entries();
    world.files.texts.clear();
    later(1);
    expect(await entries()).toEqual(['APP-1 60 calendar APP-1 other']);
    expect(await source()).toMatchObject({ state: 'broken' });
  });
});

describe('calendars of the settings', () => {
  it('have names that tell them apart and keys that tell nothing', async () => {
    await setSetting(world, {
      key: 'calendar.ics',
      value: [
        SECRET,
        'webcal://calendar.example/private-5eCr3t/basic.ics',
        'https://calendar.example/other',
        '~/a.ics',
        'file:///home/max/b%20c.ics',
        'C:\\Users\\max\\d.ics',
      ],
    });
    const places = icsPlaces(world);
    expect(places.map(({ name }) => name)).toEqual([
      'calendar.example',
      'calendar.example (2)',
      'a.ics',
      'b c.ics',
      'd.ics',
    ]);
    expect(new Set(places.map(({ key }) => key)).size).toBe(5);
    for (const { key } of places) expect(key).toMatch(/^ics:[0-9a-f]{16}$/);
  });

  it('say how to name one while there is none', async () => {
    expect(await source()).toMatchObject({
      state: 'off',
      detail: expect.stringContaining('calendar.ics') as string,
    });
  });
});
