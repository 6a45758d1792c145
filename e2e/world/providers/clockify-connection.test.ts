import { describe, expect, it } from 'vitest';
import { clockify } from '#shared/providers/clockify/clockify.ts';
import { DRAFT, story } from './clockify-story.fixture.ts';
import { Fates } from './faults.ts';
import { failureOf } from './provider-case.ts';
import { ZONE } from './sample-draft.ts';

const referenceFor = (n: number): string => n.toString(16).padStart(12, '0');

describe('connecting to Clockify', () => {
  it('says who it is, takes the only workspace and learns its plan', async () => {
    const { api, fake } = story({ plan: 'STANDARD_2021' }, { ids: { workspaceId: '', personId: '' } });
    expect(await clockify.connect(api, { emails: [] })).toEqual({
      person: { id: fake.ids['personId'], name: 'Ada Example', email: 'ada@example.com' },
      places: [{ id: fake.ids['workspaceId'], name: 'Acme' }],
      ids: { organizationId: '', accountId: '', ...fake.ids },
      plan: 'standard_2021',
    });
  });

  it('lets choose among several, the used one first, and replaces no wrong choice by itself', async () => {
    const otherWorkspaces = [{ id: 'w2', name: 'Elsewhere' }];
    const open = story({ otherWorkspaces }, { ids: { workspaceId: '' } });
    expect(await clockify.connect(open.api, { emails: [] })).toMatchObject({
      places: [{ name: 'Acme' }, { name: 'Elsewhere' }],
      ids: { workspaceId: '' },
      plan: null,
    });
    const chosen = story({ otherWorkspaces, plan: null }, { ids: { workspaceId: 'w2' } });
    expect(await clockify.connect(chosen.api, { emails: [] })).toMatchObject({
      ids: { workspaceId: 'w2' },
      plan: null,
    });
    const wrong = story({}, { ids: { workspaceId: 'w3' } });
    expect((await clockify.connect(wrong.api, { emails: [] })).ids.workspaceId).toBe('');
  });

  it('a wrong key is not accepted, a read-only one may look', async () => {
    const wrong = story({}, { token: 'nonsense' });
    expect(await failureOf(clockify.connect(wrong.api, { emails: [] }))).toMatchObject({
      kind: 'unauthorised',
      message: 'Api key does not exist',
    });
    const reader = story({}, { token: story().fake.readOnlyToken });
    expect(await clockify.list(reader.api, DRAFT.date, DRAFT.date, ZONE)).toEqual([]);
    expect(await failureOf(clockify.create(reader.api, DRAFT))).toMatchObject({
      kind: 'refused',
      status: 403,
    });
  });

  it('neither another workspace nor another user is open to everybody', async () => {
    const elsewhere = story({}, { ids: { workspaceId: 'w9' } });
    expect(await failureOf(clockify.create(elsewhere.api, DRAFT))).toMatchObject({ status: 403 });
    const other = story({}, { ids: { personId: 'u9' } });
    expect(await failureOf(clockify.list(other.api, DRAFT.date, DRAFT.date, ZONE))).toMatchObject({
      kind: 'refused',
      message: 'Access Denied',
    });
  });
});

describe('units of Clockify', () => {
  it.each([true, false])(
    'projects with customers and tasks, hydrated or looked up (%s)',
    async (hydrates) => {
      const { api } = story({ hydrates });
      const rest = { billable: true, left: null, capped: false };
      expect(await clockify.units(api)).toEqual([
        { unit: 'portal', task: null, names: ['Portal', 'Acme'], closed: null, ...rest },
        { unit: 'portal', task: 'design', names: ['Design', 'Portal', 'Acme'], closed: null, ...rest },
        { unit: 'app', task: null, names: ['App', 'Acme'], closed: 'archived', ...rest },
      ]);
    },
  );

  it('tasks never use up the quota of the hour', async () => {
    const { api, fake } = story({ hydrates: false });
    for (let n = 0; n < 60; n += 1)
      fake.addUnit({ unit: `p${n}`, name: `P${n}`, project: `P${n}`, customer: 'Bulk' });
    expect(await clockify.units(api)).toHaveLength(63);
    expect(fake.counts.requests).toBe(11);
  });
});

describe('limits of Clockify are kept, not hit', () => {
  it('thirty requests an hour in a free workspace, and then it says until when', async () => {
    const { api, fake, clock } = story();
    for (let n = 0; n < 30; n += 1) await clockify.create(api, { ...DRAFT, reference: referenceFor(n) });
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: null });
    expect(fake.counts.tooMany).toBe(0);
    clock.jumpTo(full.retryAt!);
    await clockify.create(api, DRAFT);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('fifty a second in a paid one', async () => {
    const { api, fake } = story({ plan: 'PRO_2021' }, { account: { plan: 'pro_2021' } });
    for (let n = 0; n < 120; n += 1) await clockify.create(api, { ...DRAFT, reference: referenceFor(n) });
    expect(fake.entries()).toHaveLength(120);
    expect(fake.counts.tooMany).toBe(0);
  });

  it('when others used it up, it is left alone for a minute', async () => {
    const { api, fake, clock } = story();
    fake.spend(30);
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full).toMatchObject({ kind: 'limited', status: 429, message: 'Too Many Requests' });
    expect(full.retryAt! - clock.now()).toBe(60_000);
    await failureOf(clockify.create(api, DRAFT));
    expect(fake.counts.tooMany).toBe(1);
  });
});

describe('Clockify behind a bad network', () => {
  it('a time to wait that somebody on the way gives is kept', async () => {
    const { api, clock } = story({}, { fates: new Fates(['429 with a time']) });
    const full = await failureOf(clockify.create(api, DRAFT));
    expect(full.retryAt! - clock.now()).toBe(7000);
  });
});
