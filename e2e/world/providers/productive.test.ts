import { describe, expect, it } from 'vitest';
import { story } from './productive-story.fixture.ts';

describe('the stand-in itself', () => {
  const ask = (headers: Record<string, string>, method = 'GET', target = '/time_entries', body = '') => {
    const { fake } = story();
    const { status, body: text } = fake.handle({ method, target, headers, body });
    return { status, body: text === '' ? null : JSON.parse(text) };
  };
  const type = { 'content-type': 'application/vnd.api+json' };
  const token = { ...type, 'x-auth-token': 'fake-productive-token' };
  const good = { ...token, 'x-organization-id': '4711' };

  it('looks at the content type before it looks at the token', () => {
    expect(ask({ 'content-type': 'application/json' }).status).toBe(415);
    expect(ask(type)).toMatchObject({ status: 401, body: { errors: [{ status: '401' }] } });
    expect(ask(token).status).toBe(403);
    expect(ask(good).status).toBe(200);
  });

  it.each([
    ['filter[nothing]=1', 'unsupported_filter'],
    ['sort=created_at', 'sort_param_unsupported'],
    ['include=nothing', 'unsupported_include'],
    ['page[after]=&page[number]=1', 'keyset_conflict'],
    ['page[after]=&sort=-date', 'keyset_unsupported_sort'],
    ['page[after]=rubbish', 'keyset_invalid_cursor'],
  ])('refuses %s', (query, code) => {
    expect(ask(good, 'GET', `/time_entries?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ code }] },
    });
  });

  it('takes ids in attributes too, and several entries with the extension for it', () => {
    const entry = {
      type: 'time_entries',
      attributes: { date: '2026-02-10', time: 30, service_id: 1001, person_id: 12 },
    };
    const bulk = { ...good, 'content-type': 'application/vnd.api+json; ext=bulk' };
    const body = JSON.stringify({ data: [entry, entry] });
    expect(ask(good, 'POST', '/time_entries', JSON.stringify({ data: entry }))).toMatchObject({
      status: 201,
      body: { data: { attributes: { time: 30, billable_time: 30 } } },
    });
    expect(ask(bulk, 'POST', '/time_entries', body).body.data).toHaveLength(2);
    expect(ask(good, 'POST', '/time_entries', body).status).toBe(400);
  });

  it('tells no relationship that was not asked for', () => {
    const { fake } = story();
    fake.add({ date: '2026-02-10', minutes: 30, note: 'x', unit: '1001' });
    const { body } = fake.handle({ method: 'GET', target: '/time_entries', headers: good, body: '' });
    expect(JSON.parse(body).data[0].relationships.service).toEqual({ meta: { included: false } });
  });
});
