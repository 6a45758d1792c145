import type { ProviderId } from '#shared/values/provider-id.ts';
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
  | 'units'
  | 'mappings'
  | 'projects'
  | 'booking'
  | 'plan'
  | 'sources'
  | 'prompts'
  | 'customers'
  | 'reports';

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

/** What is open in a week; asked again with the week itself. */
export const questionsQuery = (week: string) =>
  queryOptions({
    queryKey: ['week', 'questions', week],
    queryFn: () => client.week.questions({ week }),
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
    queryFn: () => client.ticket.list({ limit: 5000 }),
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

export const providersQuery = () =>
  queryOptions({ queryKey: ['providers'], queryFn: () => client.provider.list({}) });

/** Everything that can be booked on; searched in the window, so that typing asks nobody. */
export const unitsQuery = (provider: ProviderId) =>
  queryOptions({
    queryKey: ['units', provider],
    queryFn: () => client.provider.units({ provider }),
    staleTime: 300_000,
    retry: false,
  });

export const mappingsQuery = (provider: ProviderId) =>
  queryOptions({ queryKey: ['mappings', provider], queryFn: () => client.provider.mappings({ provider }) });

export const projectsQuery = () =>
  queryOptions({ queryKey: ['projects'], queryFn: () => client.project.list({}) });

/** What became of the entries of a week, named by any day of it, at one provider; null: at the default one. */
export const bookingStatesQuery = (week: string, provider: ProviderId | null) =>
  queryOptions({
    queryKey: ['booking', 'states', provider, week],
    queryFn: () => client.booking.states({ week, ...(provider === null ? {} : { provider }) }),
    retry: false,
  });

/** How far the booking has come. Its events tell; asking now and then makes up for a lost one. */
export const progressQuery = () =>
  queryOptions({
    queryKey: ['booking', 'progress'],
    queryFn: () => client.booking.progress({}),
    refetchInterval: (query) => (query.state.data?.running ? 2000 : false),
  });

/** A plan costs requests of the provider's quota: it is made when it is asked for, and again only when it is asked for again. */
export const planQuery = (provider: ProviderId, week: string) =>
  queryOptions({
    queryKey: ['plan', provider, week],
    queryFn: () => client.booking.plan({ provider, week }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

/** What waits for the person. The host tells when it is something else. */
export const promptsQuery = () =>
  queryOptions({ queryKey: ['prompts'], queryFn: () => client.prompt.list({}) });

/** Where evidence comes from. The host tells when one of them was read. */
export const sourcesQuery = () =>
  queryOptions({ queryKey: ['sources', 'list'], queryFn: () => client.source.list({}) });

export const googleQuery = () =>
  queryOptions({ queryKey: ['sources', 'google'], queryFn: () => client.calendar.accounts({}) });

export const outgoingQuery = () =>
  queryOptions({ queryKey: ['sources', 'outgoing'], queryFn: () => client.source.outgoing({}) });

/** Goes stale with every day, for what one entry is another one is not. */
export const whyQuery = (id: string) =>
  queryOptions({ queryKey: ['day', 'why', id], queryFn: () => client.entry.why({ id }), retry: false });

/** What other settings would make of the drafts of the last week. Nothing is changed by asking. */
export const replayQuery = (key: string, value: unknown) =>
  queryOptions({
    queryKey: ['day', 'replay', key, value],
    queryFn: () => client.day.replay({ key, value }),
    retry: false,
  });

/** Keys that work from any program; asked again when a setting changes. */
export const globalKeysQuery = () =>
  queryOptions({ queryKey: ['settings', 'global keys'], queryFn: () => client.shortcut.list({}) });
