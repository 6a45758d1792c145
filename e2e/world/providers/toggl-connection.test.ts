import { describe, expect, it } from 'vitest';
import { memoryClock } from '#shared/ports/memory-clock.ts';
import type { ProviderFailure } from '#shared/providers/failure.ts';
import { toggl } from '#shared/providers/toggl/toggl.ts';
import { apiToFake } from './api-to-fake.ts';
import { Fates } from './faults.ts';
import { failureOf } from './provider-case.ts';
import { ZONE } from './sample-draft.ts';
import { makeToggl } from './toggl.ts';
import { at, DRAFT, story } from './toggl-story.fixture.ts';

describe('connecting to Toggl Track', () => {
  it('says who it is and takes the only workspace', async () => {
    const { api } = story({ plan: 'starter' }, { ids: { workspaceId: '' } });
    expect(await toggl.connect(api, { emails: [] })).toEqual({
      person: { id: '5220001', name: 'Ada Example', email: 'ada@example.com' },
      places: [{ id: '7310001', name: 'Acme' }],
      ids: { organizationId: '', workspaceId: '7310001', accountId: '', personId: '5220001' },
      plan: 'starter',
    });
  });

  it('lets choose among several, and replaces no wrong choice by itself', async () => {
    const otherWorkspaces = [{ id: 42, name: 'Elsewhere' }];
    const open = await toggl.connect(story({ otherWorkspaces }, { ids: { workspaceId: '' } }).api, {
      emails: [],
    });
    expect(open).toMatchObject({
      places: [{ name: 'Acme' }, { name: 'Elsewhere' }],
      ids: { workspaceId: '' },
      plan: null,
    });
    const chosen = await toggl.connect(story({ otherWorkspaces }, { ids: { workspaceId: '42' } }).api, {
      emails: [],
    });
    expect(chosen).toMatchObject({ ids: { workspaceId: '42' }, plan: 'free' });
    const wrong = await toggl.connect(story({}, { ids: { workspaceId: '43' } }).api, { emails: [] });
    expect(wrong.ids.workspaceId).toBe('');
  });

  it('a wrong token has no words of its own, a read-only one may look', async () => {
    const wrong = story({}, { token: 'nonsense' });
    expect(await failureOf(toggl.connect(wrong.api, { emails: [] }))).toMatchObject({
      kind: 'unauthorised',
      message: 'The API token is not accepted (answered 401).',
    });
    const { readOnlyToken } = story().fake;
    const reader = story({}, { token: readOnlyToken });
    expect(await toggl.list(reader.api, DRAFT.date, DRAFT.date, ZONE)).toEqual([]);
    expect(await failureOf(toggl.create(reader.api, DRAFT))).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('another workspace is not open to everybody', async () => {
    const { api } = story({}, { ids: { workspaceId: '99' } });
    expect(await failureOf(toggl.create(api, DRAFT))).toMatchObject({
      kind: 'refused',
      message: 'User does not have access to this workspace',
    });
  });
});

describe('units of Toggl Track', () => {
  it('projects with their customers; archived ones are closed; a free plan has no tasks', async () => {
    const { api } = story();
    expect(await toggl.units(api)).toEqual([
      {
        unit: '1001',
        task: null,
        names: ['Portal', 'Acme'],
        billable: null,
        closed: null,
        left: null,
        capped: false,
      },
      {
        unit: '1002',
        task: null,
        names: ['App', 'Acme'],
        billable: null,
        closed: 'archived',
        left: null,
        capped: false,
      },
    ]);
  });

  it('tasks stand below their projects, all pages are read', async () => {
    const { api, fake } = story({ plan: 'premium', limits: false });
    for (let n = 0; n < 400; n += 1)
      fake.addUnit({ unit: `${2000 + n}`, name: `P${n}`, project: `P${n}`, customer: 'Bulk' });
    fake.addUnit({
      unit: '3000',
      name: 'Web',
      project: 'Web',
      customer: 'Acme',
      tasks: [{ id: '7', name: 'Design' }],
    });
    const units = await toggl.units(api);
    expect(units.filter(({ task }) => task === null)).toHaveLength(403);
    expect(units.find(({ task }) => task === '7')).toMatchObject({
      unit: '3000',
      names: ['Design', 'Web', 'Acme'],
    });
    const made = await toggl.create(api, { ...DRAFT, unit: '3000', task: '7' });
    expect(made).toMatchObject({ unit: '3000', task: '7' });
  });

  it('none at all is none', async () => {
    const clock = memoryClock('2026-02-12T10:00:00Z', ZONE);
    const api = apiToFake(toggl, makeToggl({ now: clock.now }), clock);
    expect(await toggl.units(api)).toEqual([]);
  });
});

describe('limits of Toggl Track are kept, not hit', () => {
  it('a request a second, thirty an hour, and then it says until when', async () => {
    const { api, fake, clock } = story();
    const start = clock.now();
    let made = 0;
    let last: ProviderFailure | null = null;
    while (last === null && made < 60) {
      await toggl.create(api, { ...DRAFT, reference: made.toString(16).padStart(12, '0') }).then(
        () => (made += 1),
        (error: unknown) => (last = error as ProviderFailure),
      );
    }
    expect(made).toBe(30);
    expect(fake.counts.tooMany).toBe(0);
    expect(clock.now() - start).toBeGreaterThanOrEqual(29_000);
    expect(last!.kind).toBe('limited');
    expect(last!.retryAt! - start).toBeGreaterThanOrEqual(3_600_000);
    clock.jumpTo(last!.retryAt!);
    await toggl.create(api, DRAFT);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('a plan allows more', async () => {
    const { api, fake } = story({ plan: 'starter' }, { account: { plan: 'starter' } });
    for (let n = 0; n < 40; n += 1)
      await toggl.create(api, { ...DRAFT, reference: n.toString(16).padStart(12, '0') });
    expect(fake.counts.tooMany).toBe(0);
    expect(fake.entries()).toHaveLength(40);
  });

  it('what other programs spent is learned from the headers: the quota rests, the other one does not', async () => {
    const { api, fake, clock } = story();
    fake.spend('org', 29);
    await toggl.create(api, DRAFT);
    const full = await failureOf(toggl.create(api, { ...DRAFT, reference: 'ba9876543210' }));
    expect(full).toMatchObject({ kind: 'limited', status: null });
    expect(full.retryAt! - clock.now()).toBeGreaterThan(3_590_000);
    expect(fake.counts.tooMany).toBe(0);
    expect(await toggl.list(api, DRAFT.date, DRAFT.date, ZONE)).toHaveLength(1);
  });

  it('a used-up quota is no missing plan', async () => {
    const { api, fake } = story();
    fake.spend('org', 30);
    const full = await failureOf(toggl.create(api, DRAFT));
    expect(full).toMatchObject({
      kind: 'limited',
      status: 402,
      message: expect.stringContaining('You have hit your hourly limit') as string,
    });
    expect(full.retryAt).not.toBeNull();
    await failureOf(toggl.create(api, DRAFT));
    expect(fake.counts.tooMany).toBe(1);
  });
});

describe('Toggl Track behind a bad network', () => {
  it.each(['429', '429 page'] as const)('"%s" is limited', async (fault) => {
    const { api, clock } = story({}, { fates: new Fates([fault]) });
    const full = await failureOf(toggl.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: 429 });
    await toggl.create(api, DRAFT);
    expect(clock.now()).toBeGreaterThan(at('2026-02-12T10:00:14Z'));
  });
});
