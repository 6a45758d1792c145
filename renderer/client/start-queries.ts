import { queryOptions } from '@tanstack/react-query';
import { client } from './connect.ts';

/** Folders with repositories; looking costs a moment, and what was found stays true for a while. */
export const codeFoldersQuery = () =>
  queryOptions({
    queryKey: ['welcome', 'folders'],
    queryFn: () => client.welcome.folders({}),
    staleTime: 300_000,
  });

export const peopleQuery = (paths: readonly string[]) =>
  queryOptions({
    queryKey: ['welcome', 'people', ...paths],
    queryFn: () => client.welcome.people({ paths: [...paths] }),
    staleTime: 300_000,
    retry: false,
  });

export const lastWeekQuery = () =>
  queryOptions({
    queryKey: ['day', 'last-week'],
    queryFn: () => client.welcome.lastWeek({}),
    retry: false,
  });

/** Whether this is made-up data never changes while the window is open. */
export const demoQuery = () =>
  queryOptions({ queryKey: ['demo'], queryFn: () => client.demo.status({}), staleTime: Infinity });

export const aboutQuery = () =>
  queryOptions({ queryKey: ['about'], queryFn: () => client.upkeep.about({}), staleTime: 10_000 });
