import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../ports/http.ts';
import { allPages } from './paging.ts';
import type { Recorded } from './recorded-api.ts';
import { recordedApi, targetOf } from './recorded-api.ts';

const things = (...ids: number[]) => ids.map((id) => ({ id: String(id), type: 'services', attributes: {} }));
const next = (query: string) => ({ next: `https://elsewhere.example/api/v2/services?${encodeURI(query)}` });

async function read(answer: (request: HttpRequest, turn: number) => Recorded) {
  const { api, requests } = recordedApi(answer);
  const page = await allPages(api, '/services', { 'filter[budget_status]': 1 });
  return {
    ids: page.data.map(({ id }) => id),
    included: [...page.included.keys()],
    asked: requests.map((request) =>
      targetOf(request).replace('/services?filter[budget_status]=1&page[size]=200&', ''),
    ),
    hosts: new Set(requests.map(({ url }) => url.split('/')[2])),
  };
}

describe('the pages of Productive', () => {
  it('are turned by cursor until there is no next one, and the link itself is not followed', async () => {
    const pages: Recorded[] = [
      { body: { data: things(1, 2), links: next('page[after]=abc%3D&page[size]=200') } },
      { body: { data: things(3), links: next('page[after]=def'), included: things(9) } },
      { body: { data: things(4), links: {}, meta: { page_size: 200, max_page_size: 200 } } },
    ];
    const told = await read((_request, turn) => pages[turn - 1]!);
    expect(told.ids).toEqual(['1', '2', '3', '4']);
    expect(told.included).toEqual(['services/9']);
    expect(told.asked).toEqual(['page[after]=', 'page[after]=abc%3D', 'page[after]=def']);
    expect(told.hosts).toEqual(new Set(['api.productive.io']));
  });

  it('are turned by number where cursors are not supported', async () => {
    const error = { code: 'keyset_unsupported_sort', title: 'Keyset pagination' };
    const told = await read((request) => {
      const target = targetOf(request);
      if (target.includes('page[after]')) return { status: 400, body: { errors: [error] } };
      const page = Number(/page\[number\]=(\d+)/.exec(target)![1]);
      return { body: { data: things(page), meta: { current_page: page, total_pages: 3 } } };
    });
    expect(told.ids).toEqual(['1', '2', '3']);
  });

  it('are turned by number where the server counts them so, asked or not', async () => {
    const told = await read((_request, turn) => ({
      body: {
        data: things(turn),
        meta: { current_page: String(turn), total_pages: '2' },
        links: next('page[number]=2'),
      },
    }));
    expect(told.ids).toEqual(['1', '2']);
    expect(told.asked).toEqual(['page[after]=', 'page[number]=2']);
  });

  it('have each thing once, though pages shift while they are turned', async () => {
    const told = await read((_request, turn) => ({
      body: {
        data: turn === 1 ? things(1, 2) : things(2, 3),
        meta: { current_page: turn, total_pages: 2 },
      },
    }));
    expect(told.ids).toEqual(['1', '2', '3']);
  });

  it('end with an empty one, whatever the link says', async () => {
    const told = await read(() => ({
      body: { data: [], meta: { current_page: 1, total_pages: 0 }, links: next('page[after]=x') },
    }));
    expect(told.asked).toHaveLength(1);
  });

  it.each([
    ['going round in circles', next('page[after]=abc')],
    ['leading nowhere', { next: 'https://api.productive.io/api/v2/services' }],
  ])('are uncertain when they are %s', async (_what, links) => {
    await expect(read(() => ({ body: { data: things(1), links } }))).rejects.toMatchObject({
      kind: 'uncertain',
    });
  });

  it('tell the server’s words when it was not about paging', async () => {
    const body = {
      errors: [{ code: 'unsupported_filter', detail: 'filter budget_status is not supported' }],
    };
    await expect(read(() => ({ status: 400, body }))).rejects.toMatchObject({
      kind: 'refused',
      message: 'filter budget_status is not supported',
    });
  });
});
