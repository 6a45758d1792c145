import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { client } from './connect.ts';

/** What the page of development sessions asks; read with that page only. */

/** Open sessions. Their numbers grow while nothing is told, so they are asked again. */
export const openDevSessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'open'],
    queryFn: () => client.devSession.active({}),
    refetchInterval: 30_000,
  });

export interface DevSessionWish {
  readonly search: string;
  readonly type: DevSessionShape['type'] | '';
  readonly status: DevSessionShape['status'] | '';
}

/** The history, page by page. */
export const devSessionsQuery = ({ search, type, status }: DevSessionWish) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'dev', 'list', search, type, status],
    queryFn: ({ pageParam }) =>
      client.devSession.list({
        limit: 30,
        ...(search === '' ? {} : { search }),
        ...(type === '' ? {} : { type }),
        ...(status === '' ? {} : { status }),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });

export const devReportQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'report', id],
    queryFn: () => client.devSession.report({ id }),
  });
