import { z } from 'zod';
import type { Api, ApiRequest } from '../api.ts';
import { readAnswer } from '../read-answer.ts';
import { NAME } from './entry-shape.ts';

/** Large pages: free workspaces have only so many requests an hour. */
const PAGE_SIZE = 200;
/** More than anybody has: a server that gives the same page for ever is not followed for ever. */
const PAGES = 100;

/** All rows, page by page, until the header `Last-Page` says so or, where there is none, a page is short. */
export async function pages<T>(
  api: Api,
  path: string,
  query: NonNullable<ApiRequest['query']>,
  row: z.ZodType<T>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const answer = await api.call({
      method: 'GET',
      path,
      query: { ...query, page, 'page-size': PAGE_SIZE },
    });
    const found = readAnswer(NAME, answer, z.array(row));
    rows.push(...found);
    const last = answer.headers['last-page']?.trim().toLowerCase();
    if (found.length === 0 || last === 'true' || (last !== 'false' && found.length < PAGE_SIZE)) break;
  }
  return rows;
}
