import { queryOptions } from '@tanstack/react-query';
import { client } from './connect.ts';

/** What a customer's page asks; read with that page only. */

/** Budgets of projects and delivery units as they stand. @param customer null: of all. */
export const budgetsQuery = (customer: string | null) =>
  queryOptions({
    queryKey: ['customers', 'budgets', customer],
    queryFn: () => client.budget.list(customer === null ? {} : { customer }),
  });

export const customerReportQuery = (customer: string) =>
  queryOptions({
    queryKey: ['customers', 'report', customer],
    queryFn: () => client.report.customer({ customer }),
  });

/** Who may read their dashboard. */
export const sharesQuery = () =>
  queryOptions({ queryKey: ['customers', 'shares'], queryFn: () => client.dashboard.list({}) });

/** What the customer sees, to the letter; made when it is asked for. */
export const shownPageQuery = (customer: string) =>
  queryOptions({
    queryKey: ['customers', 'page', customer],
    queryFn: () => client.dashboard.show({ customer, format: 'html' }),
    gcTime: 0,
  });
