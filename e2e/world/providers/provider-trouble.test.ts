import type { HttpResponse } from '#shared/ports/http.ts';
import type { Limit } from '#shared/providers/limits.ts';
import type { LocalDay } from '#shared/values/local-day.ts';
import type { ProviderId } from '#shared/values/provider-id.ts';
import { PROVIDER_IDS } from '#shared/values/provider-id.ts';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProviderCase } from './provider-case.ts';
import { draft, failureOf, providerCase } from './provider-case.ts';

const DAY = '2026-03-16' as LocalDay;
const ZONE = 'Europe/Berlin';
const PAGE = '<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>';

const NONSENSE: Readonly<Record<string, (answer: HttpResponse) => HttpResponse>> = {
  'half an answer': (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  'the page of a proxy': () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: PAGE }),
  nothing: () => ({ status: 200, headers: {}, body: '' }),
  'something else': () => ({ status: 200, headers: {}, body: '{"nonsense":true}' }),
  'a text': () => ({ status: 200, headers: {}, body: '"OK"' }),
};

/** Everything a provider is asked for, but for the removal, whose good answer is none. */
const CALLS: Readonly<Record<string, (one: ProviderCase, remoteId: string) => Promise<unknown>>> = {
  connect: ({ provider, api }) => provider.connect(api, { emails: ['ada@example.com'] }),
  units: ({ provider, api }) => provider.units(api),
  list: ({ provider, api }) => provider.list(api, DAY, DAY, ZONE),
  find: ({ provider, api }) => provider.find(api, draft()),
  get: ({ provider, api }, remoteId) => provider.get(api, remoteId, ZONE),
  create: ({ provider, api }) => provider.create(api, draft()),
  update: ({ provider, api }, remoteId) => provider.update(api, remoteId, draft({ minutes: 15 })),
  running: ({ provider, api }) => provider.timers!.running(api),
};

describe.each(PROVIDER_IDS)('%s', (id) => {
  let cases: ProviderCase[] = [];
  const open = (more: Readonly<Record<string, unknown>> = {}): ProviderCase => {
    const one = providerCase(id, undefined, undefined, more);
    cases.push(one);
    return one;
  };
  afterEach(() => {
    const misfits = cases.flatMap((one) => one.misfits);
    cases = [];
    expect(misfits).toEqual([]);
  });

  test.each(Object.keys(CALLS).flatMap((call) => Object.keys(NONSENSE).map((kind) => [call, kind])))(
    '%s that is answered with %s is uncertain',
    async (call, kind) => {
      const one = open();
      // What is asked but once is asked before: the trouble is to meet the call itself.
      const { id: remoteId } = await one.provider.create(one.api, draft());
      one.instead = NONSENSE[kind]!;
      const failure = await failureOf(CALLS[call]!(one, remoteId));
      expect(failure.kind).toBe('uncertain');
      expect(failure.message).toContain(one.provider.name);
      expect(`${failure.message} ${String(failure.cause)}`).not.toContain('guest network');
    },
  );

  test('a removal that a proxy answered is uncertain', async () => {
    const one = open();
    const { id: remoteId } = await one.provider.create(one.api, draft());
    one.instead = NONSENSE['the page of a proxy']!;
    expect((await failureOf(one.provider.remove(one.api, remoteId))).kind).toBe('uncertain');
  });

  test('the very first call meets nonsense: no failure says that nothing was written when it was', async () => {
    for (const kind of Object.keys(NONSENSE)) {
      const one = open();
      one.instead = NONSENSE[kind]!;
      const failure = await failureOf(one.provider.create(one.api, draft()));
      expect(failure.kind).toBe(one.fake.entries().length > 0 ? 'uncertain' : 'unreached');
    }
  });

  test('a create whose answer was lost is found by its reference', async () => {
    for (const kind of Object.keys(NONSENSE)) {
      const one = open();
      await one.provider.create(one.api, draft({ note: 'The one before' }));
      const lost = draft();
      one.instead = NONSENSE[kind]!;
      await failureOf(one.provider.create(one.api, lost));
      one.instead = null;
      const found = await one.provider.find(one.api, lost);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ minutes: 90, reference: lost.reference, date: lost.date });
    }
  });

  test.each(Object.keys(CALLS))('%s follows no redirect: the token would go along', async (call) => {
    const one = open();
    const { id: remoteId } = await one.provider.create(one.api, draft());
    const location = 'https://elsewhere.example/api';
    one.instead = () => ({ status: 302, headers: { location }, body: '' });
    const before = one.sent.length;
    const failure = await failureOf(CALLS[call]!(one, remoteId));
    expect(failure).toMatchObject({ kind: 'uncertain', status: 302 });
    expect(one.sent.length - before).toBe(1);
  });

  test.each([
    ['500', 'uncertain'],
    ['503', 'uncertain'],
    ['429', 'limited'],
    ['404', 'missing'],
  ])('an entry that is answered with %s is %s, whatever stands in it', async (status, kind) => {
    for (const body of ['', PAGE, '{"message":"no', 'null', '[1]', '{"errors":"none"}']) {
      const one = open();
      const { id: remoteId } = await one.provider.create(one.api, draft());
      one.instead = () => ({ status: Number(status), headers: {}, body });
      const failure = await failureOf(one.provider.update(one.api, remoteId, draft()));
      expect(failure.kind).toBe(kind);
      expect(failure.message).not.toContain('<');
    }
  });

  test.each([
    ['one after the other', false],
    ['all at once', true],
  ])('500 creates %s keep the limits, and take hardly longer than they must', async (_, atOnce) => {
    for (const plan of PLANS[id]) {
      const one = open(plan === null ? {} : { plan });
      const api = one.with(plan === null ? {} : { account: { plan } });
      const drafts = Array.from({ length: 500 }, (_unused, n) => draft({ minutes: 1 + (n % 60) }));
      if (atOnce) await Promise.all(drafts.map((sent) => one.provider.create(api, sent)));
      else for (const sent of drafts) await one.provider.create(api, sent);

      expect(one.fake.counts.tooMany).toBe(0);
      expect(one.fake.entries()).toHaveLength(500);
      const limits = one.provider.limits({ plan });
      const all = [...one.left.values()].flat();
      const elapsed = Math.max(...all) - Math.min(...all);
      const needed = [...one.left].map(([bucket, times]) => shortest(limits[bucket] ?? [], times.length));
      expect(elapsed).toBeLessThanOrEqual(Math.max(...needed) / 0.9);
      for (const [bucket, times] of one.left) expect(overruns(limits[bucket] ?? [], times)).toEqual([]);
    }
  });
});

/** Plans whose limits differ; null: there are none. */
const PLANS: Readonly<Record<ProviderId, readonly (string | null)[]>> = {
  productive: [null],
  toggl: ['free', 'premium'],
  clockify: ['FREE', 'PRO'],
  harvest: [null],
};

/** The least time so many requests take, when each window is used to the last request. */
const shortest = (limits: readonly Limit[], requests: number): number =>
  Math.max(0, ...limits.map((limit) => (Math.ceil(requests / limit.requests) - 1) * limit.perMs));

/** Stretches in which more left than the limit allows. */
const overruns = (limits: readonly Limit[], times: readonly number[]): unknown[] =>
  limits.flatMap(({ requests, perMs }) =>
    times.flatMap((at, n) => {
      const later = times[n + requests];
      return later !== undefined && later - at < perMs ? [{ requests, perMs, within: later - at }] : [];
    }),
  );
