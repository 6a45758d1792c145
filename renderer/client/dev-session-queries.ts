import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
import { client } from './connect.ts';

/** What is asked of development sessions. */

/** Open sessions. Their numbers grow while nothing is told, so they are asked again. */
export const openDevSessionsQuery = () =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'open'],
    queryFn: () => client.devSession.active({}),
    refetchInterval: 30_000,
  });

/** Sessions on the clock of a day and on its tickets. Asked again with what changes the day. */
export const dayDevSessionsQuery = (date: string) =>
  queryOptions({
    queryKey: ['day', 'dev', date],
    queryFn: () => client.devSession.onDay({ date }),
    placeholderData: keepPreviousData,
  });

export interface DevSessionWish {
  readonly search: string;
  readonly type: DevSessionShape['type'] | '';
  readonly status: DevSessionShape['status'] | '';
  /** That it worked on; empty: any or none. */
  readonly ticket: string;
}

/** The history, page by page. */
export const devSessionsQuery = ({ search, type, status, ticket }: DevSessionWish) =>
  infiniteQueryOptions({
    queryKey: ['sessions', 'dev', 'list', search, type, status, ticket],
    queryFn: ({ pageParam }) =>
      client.devSession.list({
        limit: 30,
        ...(search === '' ? {} : { search }),
        ...(type === '' ? {} : { type }),
        ...(status === '' ? {} : { status }),
        ...(ticket === '' ? {} : { ticket }),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });

/** One session; what an open one comes to grows. */
export const devSessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'one', id],
    queryFn: () => client.devSession.show({ id }),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? 30_000 : false),
    retry: false,
  });

export const devReportQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'report', id],
    queryFn: () => client.devSession.report({ id }),
  });
