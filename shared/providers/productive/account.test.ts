import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../ports/http.ts';
import type { ProviderIds } from '../api.ts';
import { productive } from './productive.ts';
import type { Recorded } from './recorded-api.ts';
import { recordedApi, targetOf } from './recorded-api.ts';

const EMAILS = ['ada@example.com'];
const denied: Recorded = { status: 403, body: { errors: [{ code: 'no_person', title: 'Access Denied' }] } };
const gone: Recorded = { status: 404, body: { errors: [{ title: 'Record Not Found' }] } };
const person = (id: string, email: string | null) => ({
  id,
  type: 'people',
  attributes: { first_name: 'Ada', last_name: 'Berg', email },
});
const membership = (id: string, place: string, member: string) => ({
  id,
  type: 'organization_memberships',
  attributes: {},
  relationships: {
    organization: { data: { type: 'organizations', id: place } },
    person: { data: { type: 'people', id: member } },
  },
});

/** Answers by the first path that fits; what is not there is 404. */
const answering =
  (paths: Readonly<Record<string, Recorded>>) =>
  (request: HttpRequest): Recorded =>
    Object.entries(paths).find(([path]) => targetOf(request).startsWith(path))?.[1] ?? gone;
const connect = (
  paths: Readonly<Record<string, Recorded>>,
  ids: Partial<ProviderIds> = { organizationId: '', personId: '' },
  emails: readonly string[] = EMAILS,
) => {
  const { api, requests } = recordedApi(answering(paths), { ids });
  return { account: productive.connect(api, { emails }), requests };
};

describe('who a token of Productive belongs to', () => {
  it('is told by its membership', async () => {
    const body = {
      data: [membership('1', '4711', '12')],
      included: [
        person('12', 'ada@example.com'),
        { id: '4711', type: 'organizations', attributes: { name: 'Tinte' } },
      ],
    };
    expect(await connect({ '/organization_memberships': { body } }).account).toEqual({
      person: { id: '12', name: 'Ada Berg', email: 'ada@example.com' },
      places: [{ id: '4711', name: 'Tinte' }],
      ids: { organizationId: '4711', workspaceId: '', accountId: '', personId: '12' },
      plan: null,
    });
  });

  it('is told by ids alone, where nothing comes along', async () => {
    const body = { data: [membership('1', '4711', '12')] };
    expect(await connect({ '/organization_memberships': { body } }).account).toMatchObject({
      person: { id: '12', name: '' },
      places: [{ id: '4711', name: '4711' }],
    });
  });

  it('is the membership’s, not that of the token before', async () => {
    const body = { data: [membership('1', '4711', '12')] };
    const { account } = connect(
      { '/organization_memberships': { body } },
      { organizationId: '4711', personId: '8' },
    );
    expect((await account).ids.personId).toBe('12');
  });

  it('is the one active person with the person’s address, where memberships are not to be had', async () => {
    const paths = {
      '/people': { body: { data: [person('13', 'ben@example.com'), person('12', 'Ada@Example.com')] } },
    };
    const { account, requests } = connect(paths, { organizationId: '4711', personId: '' });
    expect(await account).toMatchObject({ person: { id: '12', name: 'Ada Berg' }, places: [{ id: '4711' }] });
    expect(targetOf(requests.at(-1)!)).toContain('filter[email]=ada@example.com&filter[status]=1');
    expect(requests.at(-1)!.headers['X-Organization-Id']).toBe('4711');
  });

  it.each<[string, readonly unknown[]]>([
    ['nobody', []],
    ['somebody else, as the filter was passed over', [person('13', 'ben@example.com')]],
    ['people without addresses', [person('13', null)]],
    ['two of the same address', [person('12', EMAILS[0]!), person('14', EMAILS[0]!)]],
  ])('is for the person to say when %s is found', async (_what, data) => {
    const paths = { '/people': { body: { data } } };
    expect((await connect(paths, { organizationId: '4711', personId: '' }).account).ids).toMatchObject({
      organizationId: '4711',
      personId: '',
    });
    expect((await connect(paths, { organizationId: '4711', personId: '77' }).account).ids.personId).toBe(
      '77',
    );
  });

  it('is nobody in an organisation that is closed to the token', async () => {
    const paths = { '/organization_memberships': denied, '/people': denied };
    const { account } = connect(paths, { organizationId: '999', personId: '77' });
    expect(await account).toMatchObject({ places: [], ids: { organizationId: '', personId: '' } });
  });

  it('is nobody in an organisation that is not among its memberships', async () => {
    const body = { data: [membership('1', '4711', '12')] };
    const { account } = connect(
      { '/organization_memberships': { body } },
      { organizationId: '999', personId: '' },
    );
    expect(await account).toMatchObject({
      places: [{ id: '4711' }],
      ids: { organizationId: '', personId: '' },
    });
  });

  it('does without the organisation’s name where it cannot be included', async () => {
    const bad: Recorded = { status: 400, body: { errors: [{ code: 'unsupported_include' }] } };
    const data = [
      {
        ...membership('1', '4711', '12'),
        relationships: {
          person: { data: { type: 'people', id: '12' } },
          organization: { meta: { included: false } },
        },
      },
    ];
    const { api } = recordedApi(
      (request) =>
        targetOf(request).includes('include=organization')
          ? bad
          : { body: { data, included: [person('12', null)] } },
      { ids: { personId: '' } },
    );
    expect(await productive.connect(api, { emails: [] })).toMatchObject({
      person: { id: '12', name: 'Ada Berg' },
      ids: { organizationId: '4711' },
    });
  });

  it.each<[Recorded, string]>([
    [{ status: 401, body: '' }, 'unauthorised'],
    [{ status: 500, body: '' }, 'uncertain'],
    [denied, 'refused'],
  ])('fails as the server does: %o', async (answer, kind) => {
    const { account } = connect({ '/organization_memberships': answer });
    await expect(account).rejects.toMatchObject({ name: 'ProviderFailure', kind });
  });
});
