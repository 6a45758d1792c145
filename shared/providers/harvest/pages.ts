import { z } from 'zod';
import type { Api, ApiRequest } from '../api.ts';
import { nonsense } from '../api.ts';
import { readAnswer } from '../read-answer.ts';
import { NAME } from './entry-shape.ts';

/** The largest page there is. */
const PAGE_SIZE = 2000;
/** More than anybody has. */
const PAGES = 200;

const paging = z.object({
  next_page: z.int().nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
});

/**
 * All rows, page by page. Pages are numbered, and where they are not any more, a cursor stands in the link to the next
 * one. Only the cursor is taken from there: the link may name another host, and the token goes to ours alone.
 * @param key under which the rows stand in the answer.
 * @throws ProviderFailure `uncertain` when there is no end of pages: half a list would be booked a second time.
 */
export async function pages<T>(
  api: Api,
  path: string,
  query: NonNullable<ApiRequest['query']>,
  key: string,
  row: z.ZodType<T>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  const shape = z.object({ [key]: z.array(row) });
  let next: NonNullable<ApiRequest['query']> = { page: 1 };
  for (let page = 1; ; page += 1) {
    const answer = await api.call({
      method: 'GET',
      path,
      query: { ...query, per_page: PAGE_SIZE, ...next },
    });
    rows.push(...readAnswer(NAME, answer, shape)[key]!);
    const { next_page, links } = readAnswer(NAME, answer, paging);
    const cursor = /[?&]cursor=([^&#]+)/.exec(links?.next ?? '')?.[1];
    if (typeof next_page === 'number') next = { page: next_page };
    else if (cursor !== undefined) next = { cursor: decodeURIComponent(cursor) };
    else return rows;
    if (page === PAGES) throw nonsense(NAME, answer);
  }
}
