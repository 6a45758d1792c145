import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '#electron/adapters/http.ts';
import { HttpFailure } from '#shared/ports/http.ts';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { FakeAnswer, FakeProvider } from './fake-provider.ts';
import type { Fault } from './faults.ts';
import { FAULTS, Fates, fateOf, seeded, seededSchedule } from './faults.ts';
import { faultyHttp } from './faulty-http.ts';
import type { ServedFake } from './serve-fake.ts';
import { serveFake } from './serve-fake.ts';

/** A service that counts what it was given; the part of a stand-in that the network sees. */
function counter(): FakeProvider & { readonly given: string[] } {
  const given: string[] = [];
  const nothing = (): never => {
    throw new Error('not part of this story');
  };
  return {
    id: 'harvest',
    token: 'token',
    readOnlyToken: 'read',
    ids: {},
    given,
    handle(request): FakeAnswer {
      given.push(`${request.method} ${request.target} ${request.body}`);
      const body = JSON.stringify({ count: given.length });
      return { status: 201, headers: { 'content-type': 'application/json' }, body };
    },
    entries: () => [],
    addUnit: nothing,
    closeUnit: nothing,
    add: nothing,
    edit: nothing,
    remove: nothing,
    lock: nothing,
    counts: { requests: 0, tooMany: 0 },
  };
}

const ask = { method: 'POST', headers: {}, body: '{"a":1}', timeoutMs: 300 } as const;
const DEADLINE_MS = 5000;

/** What a fault looks like from both ends: what the asker was told, and how often the service was given the request. */
const LOOKS: Readonly<Record<Fault, readonly [told: string, given: number]>> = {
  refused: ['', 0],
  'reset before': ['reached', 0],
  'reset after': ['reached', 1],
  'silence before': ['reached', 0],
  'silence after': ['reached', 1],
  '500 before': ['500', 0],
  '500 after': ['500', 1],
  '502 before': ['502', 0],
  '502 after': ['502', 1],
  '503 before': ['503', 0],
  '503 after': ['503', 1],
  truncated: ['reached', 1],
  cut: ['201 {"cou', 1],
  'page before': ['200 <!DOCTYPE', 0],
  'page after': ['200 <!DOCTYPE', 1],
  'nonsense after': ['200 {"nonsense":true}', 1],
  redirect: ['302', 0],
  '429 with a time': ['429', 0],
  '429': ['429', 0],
  '429 page': ['429 <!DOCTYPE', 0],
  twice: ['201 {"count":1}', 2],
  'twice and reset': ['reached', 2],
  late: ['reached', 1],
};

let served: ServedFake | null = null;
afterEach(async () => served?.close());

describe.each(FAULTS)('%s', (fault) => {
  const [told, given] = LOOKS[fault];

  it('looks the same in memory', async () => {
    const fake = counter();
    const [baseUrl, clock] = ['https://service.example', memoryClock('2026-02-10T09:00:00Z')];
    const http = faultyHttp({ fake, baseUrl, clock, fates: new Fates([fault]) });
    const said = await tell(http.send({ ...ask, url: `${baseUrl}/entries?a=1` }));
    http.arrive();
    expect(said).toMatch(fault === 'refused' ? /^not reached$/ : begins(told));
    expect(fake.given).toEqual(Array<string>(given).fill('POST /entries?a=1 {"a":1}'));
    expect(http.sent).toMatchObject([{ fault, request: { target: '/entries?a=1' } }]);
  });

  it('looks the same on the wire, and the next request is served', async () => {
    const fake = counter();
    served = await serveFake(fake);
    served.meet([fault]);
    const http = createHttp(() => '1.0.0');
    const said = await tell(http.send({ ...ask, url: `${served.url}/entries?a=1` }));
    // Nobody listens only after somebody was turned away: a closed door cannot count who knocks.
    expect(said).toMatch(fault === 'refused' ? /^reached$/ : begins(told));
    await expect.poll(() => fake.given.length, { timeout: DEADLINE_MS }).toBe(given);
    const url = `${served.url}/next`;
    await expect
      .poll(() => tell(http.send({ ...ask, url, body: null })), { timeout: DEADLINE_MS })
      .toMatch(/^201 /);
    expect(fake.given).toHaveLength(given + 1);
  });
});

describe('a served stand-in', () => {
  it('refuses connections while it is offline, and is back on the same address', async () => {
    served = await serveFake(counter());
    const http = createHttp(() => '1.0.0');
    const { url } = served;
    await served.offline();
    expect(await tell(http.send({ ...ask, url }))).toBe('not reached');
    await served.online();
    expect(await tell(http.send({ ...ask, url }))).toBe('201 {"count":1}');
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('stands still %s the service was given a request', async (moment, given) => {
    const fake = counter();
    served = await serveFake(fake);
    const stopped = served.stopAt(moment, (request) => request.method === 'POST');
    const said = tell(createHttp(() => '1.0.0').send({ ...ask, url: served.url, timeoutMs: 10_000 }));
    await stopped;
    expect(fake.given).toHaveLength(given);
    served.goOn();
    expect(await said).toBe('201 {"count":1}');
  });
});

describe('a schedule', () => {
  it('is the same for the same seed and has its share of troubles', () => {
    const schedule = seededSchedule(seeded(7), 2000, 0.3);
    expect(schedule).toEqual(seededSchedule(seeded(7), 2000, 0.3));
    expect(schedule).not.toEqual(seededSchedule(seeded(8), 2000, 0.3));
    const share = schedule.filter((fault) => fault !== null).length / schedule.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });

  it('ends in good weather', () => {
    const fates = new Fates(['429']);
    expect([fates.take(), fates.take(), fates.take()]).toEqual(['429', null, null]);
    expect(fateOf(null)).toMatchObject({ deliveries: 1, reply: { kind: 'own' } });
  });
});

const begins = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[{}()"!]/g, '\\$&')}`);

async function tell(answer: Promise<{ status: number; body: string }>): Promise<string> {
  try {
    const { status, body } = await answer;
    return `${status} ${body}`;
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return error.reached ? 'reached' : 'not reached';
  }
}
