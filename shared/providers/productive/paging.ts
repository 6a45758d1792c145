import type { Api, ApiRequest } from '../api.ts';
import { nonsense } from '../api.ts';
import { ProviderFailure } from '../failure.ts';
import type { Document, Resource } from './json-api.ts';
import { amount, documentOf, NAME } from './json-api.ts';

/** As much as a page may have. */
const PAGE_SIZE = 200;
/** 200,000 things: more than anybody has. */
const MOST_PAGES = 1000;

type Query = NonNullable<ApiRequest['query']>;

/** One page, the first, without turning it. */
export async function firstPage(api: Api, path: string, query: Query, size: number): Promise<Document> {
  return documentOf(await api.call({ method: 'GET', path, query: { ...query, 'page[size]': size } }));
}

/**
 * Everything there is, page by page: by cursor, for nothing is missed then while others are writing; by page number where
 * the server wants it so. Each resource comes once.
 * @throws ProviderFailure `uncertain` when the pages go round in circles.
 */
export async function allPages(api: Api, path: string, query: Query): Promise<Document> {
  const ask = async (page: Query): Promise<Document> =>
    documentOf(
      await api.call({ method: 'GET', path, query: { ...query, 'page[size]': PAGE_SIZE, ...page } }),
    );
  let page: Query = { 'page[after]': '' };
  let answer = await ask(page).catch((error: unknown) => {
    if (!isBadRequest(error)) throw error;
    page = { 'page[number]': 1 };
    return ask(page);
  });

  const data = new Map<string, Resource>();
  const included = new Map<string, Resource>();
  const asked = new Set<string>();
  for (;;) {
    for (const one of answer.data) if (!data.has(one.id)) data.set(one.id, one);
    for (const [key, one] of answer.included) included.set(key, one);
    const next = answer.data.length === 0 ? null : nextPage(answer);
    if (next === null) break;
    const key = Object.entries(next).join();
    if (asked.has(key) || asked.size >= MOST_PAGES) throw nonsense(NAME, answer);
    asked.add(key);
    answer = await ask(next);
  }
  return { data: [...data.values()], included, next: null, meta: answer.meta, status: answer.status };
}

/** 400: the request is not understood, as when a filter, an `include` or a way of paging is not supported. */
export const isBadRequest = (error: unknown): boolean =>
  error instanceof ProviderFailure && error.status === 400;

/** What asks for the page after this one. The link itself is never followed: the token would go where it points. */
function nextPage({ next, meta, status }: Document): Query | null {
  const current = amount.safeParse(meta['current_page']);
  const total = amount.safeParse(meta['total_pages']);
  if (current.success && total.success)
    return current.data < total.data ? { 'page[number]': current.data + 1 } : null;
  if (next === null) return null;
  const wanted = queryOf(next);
  const after = wanted.get('page[after]');
  if (after !== undefined) return { 'page[after]': after };
  const number = wanted.get('page[number]');
  if (number !== undefined) return { 'page[number]': number };
  throw nonsense(NAME, { status });
}

function queryOf(address: string): Map<string, string> {
  const pairs = (address.split('?')[1] ?? '').split('#')[0]!.split('&');
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
