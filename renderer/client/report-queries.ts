import { queryOptions } from '@tanstack/react-query';
import type { ReportAsked } from '#shared/contract/report-operations.ts';
import type { ReportId } from '#shared/reports/questions.ts';
import { client } from './connect.ts';

/** Which reports there are, and what each may be asked. */
export const reportCatalogueQuery = () =>
  queryOptions({
    queryKey: ['reports', 'catalogue'],
    queryFn: () => client.report.list({}),
    staleTime: 300_000,
  });

/** Plans and sprints that tickets name. */
export const plansQuery = () =>
  queryOptions({ queryKey: ['reports', 'plans'], queryFn: () => client.ticket.plans({}) });

/** A report; while other days of the same one are on their way, what was there stays. */
export const reportQuery = (id: string, asked: ReportAsked, isEnabled: boolean) =>
  queryOptions({
    queryKey: ['reports', 'answer', id, asked],
    queryFn: ({ signal }) => client.report[id as ReportId](asked, { signal }),
    placeholderData: (before) => (before?.report === id ? before : undefined),
    enabled: isEnabled,
    retry: false,
  });
