import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DevSessionPage, DevSessionShape } from '#shared/contract/dev-session-shapes.ts';
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

/** As many pages of a month as are read: nobody leads ten thousand sessions in one. */
const MOST_PAGES = 50;

/** All sessions that began on these days. */
export const monthDevSessionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'days', from, to],
    queryFn: async () => {
      const sessions: DevSessionShape[] = [];
      let before: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const found: DevSessionPage = await client.devSession.byDateRange({
          from,
          to,
          limit: 200,
          ...(before === null ? {} : { before }),
        });
        sessions.push(...found.sessions);
        before = found.next;
        if (before === null) break;
      }
      return sessions;
    },
  });

/** One session; what an open one comes to grows. */
export const devSessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'one', id],
    queryFn: () => client.devSession.show({ id }),
    // A commit tells nobody: whoever comes back to look is told what there is now.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? 30_000 : false),
    retry: false,
  });

export const devReportQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', 'dev', 'report', id],
    queryFn: () => client.devSession.report({ id }),
  });
