import { describe, expect, it } from 'vitest';
import type { Api } from '#shared/providers/api.ts';
import { ProviderFailure } from '#shared/providers/failure.ts';
import { productive } from '#shared/providers/productive/productive.ts';
import { DRAFT, list, story } from './productive-story.fixture.ts';
import { failureOf } from './provider-case.ts';
import { day } from './sample-draft.ts';

describe('timers of Productive', () => {
  const timers = productive.timers!;

  it('run on an entry with our reference, and write their minutes into it', async () => {
    const { clock, fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const started = await timers.start(api, draft);
    expect(fake.entries()).toMatchObject([{ reference: draft.reference, minutes: 0, running: true }]);
    expect(await timers.running(api)).toEqual({ ...started, reference: draft.reference });
    expect(await list(api, '2026-02-12')).toMatchObject([{ running: true, minutes: 0 }]);

    clock.advance(25 * 60_000);
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(await timers.stop(api, started, clock.now())).toEqual({ remoteId: started.remoteId });
    expect(await timers.running(api)).toBeNull();
    expect(fake.entries()).toMatchObject([{ minutes: 25, running: false }]);
  });

  it('go on with the same entry after a pause', async () => {
    const { clock, fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const first = await timers.start(api, draft);
    clock.advance(10 * 60_000);
    await timers.stop(api, first, clock.now());
    const again = await timers.restart!(api, first.remoteId!);
    clock.advance(5 * 60_000);
    // Which timer runs is found out where it was forgotten.
    await timers.stop(api, { remoteId: first.remoteId, timerId: null }, clock.now());
    expect(again.timerId).not.toBe(first.timerId);
    expect(fake.entries()).toMatchObject([{ minutes: 15, running: false }]);
    expect((await timers.start(api, draft)).remoteId).toBe(first.remoteId);
  });

  it('leave nothing behind that could not start', async () => {
    const { fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const refusing: Api = {
      ...api,
      async call(request) {
        if (request.path === '/timers')
          throw new ProviderFailure('refused', 'no timers here', { status: 403 });
        return api.call(request);
      },
    };
    expect(await failureOf(timers.start(refusing, draft))).toMatchObject({ message: 'no timers here' });
    expect(await failureOf(timers.start(api, { ...draft, unit: '1003' }))).toMatchObject({ kind: 'refused' });
    expect(fake.entries()).toEqual([]);
  });

  it('let the server make the entry where it takes none without time', async () => {
    const { fake, api } = story();
    const draft = { ...DRAFT, date: day('2026-02-12') };
    const needsTime: Api = {
      ...api,
      call: (request) =>
        request.method === 'POST' && request.path === '/time_entries'
          ? api.call({ ...request, body: { data: { type: 'time_entries', attributes: {} } } })
          : api.call(request),
    };
    const started = await timers.start(needsTime, draft);
    expect(fake.entries()).toMatchObject([{ reference: draft.reference, running: true }]);
    expect(started.remoteId).toBe(fake.entries()[0]!.id);
  });
});
