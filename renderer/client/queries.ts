import { QueryClient, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from './connect.ts';
import { isLost } from './problem.ts';

/** First part of a query's key: what `live.ts` names when something changed. */
export type Topic =
  | 'day'
  | 'week'
  | 'status'
  | 'sessions'
  | 'repositories'
  | 'settings'
  | 'tickets'
  | 'preview'
  | 'providers'
  | 'mappings'
  | 'projects'
  | 'booking';

/** A lost host is tried again by `followChanges`, which then asks everything again; refusals never change by asking twice. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => isLost(error) && count < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

export const dayQuery = (date: string) =>
  queryOptions({
    queryKey: ['day', date],
    queryFn: () => client.day.view({ date }),
    // The day one comes from stays until the next one is there: no blank page in between.
    placeholderData: keepPreviousData,
  });

export const weekQuery = (week: string) =>
  queryOptions({
    queryKey: ['week', week],
    queryFn: () => client.week.show({ week }),
    placeholderData: keepPreviousData,
  });

export const statusQuery = () =>
  queryOptions({ queryKey: ['status'], queryFn: () => client.session.status({}), refetchInterval: 60_000 });

export const sessionsQuery = () =>
  queryOptions({ queryKey: ['sessions'], queryFn: () => client.session.list({ limit: 100 }) });

export const repositoriesQuery = () =>
  queryOptions({ queryKey: ['repositories'], queryFn: () => client.repository.list({}) });

export const settingsQuery = () =>
  queryOptions({ queryKey: ['settings'], queryFn: () => client.setting.list({}), staleTime: 300_000 });

export const ticketsQuery = () =>
  queryOptions({
    queryKey: ['tickets'],
    queryFn: () => client.ticket.list({ limit: 500 }),
    staleTime: 300_000,
  });

/** What quick add would write; the last answer stays until the next one is there, so nothing flickers. */
export const previewQuery = (text: string, date: string) =>
  queryOptions({
    queryKey: ['preview', date, text],
    queryFn: ({ signal }) => client.entry.preview({ text, date }, { signal }),
    placeholderData: keepPreviousData,
    enabled: text.trim() !== '',
    gcTime: 10_000,
    retry: false,
  });
