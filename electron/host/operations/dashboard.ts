import { dashboardOperations } from '#shared/contract/dashboard-operations.ts';
import { tokenArt } from '../../doors/http/token.ts';
import * as reports from '../report-services.ts';
import { noun } from './noun.ts';

/** Who may read a customer's dashboard. */
export const operations = noun(dashboardOperations, (world) => ({
  share: (input) => reports.shareDashboard(world, input, tokenArt),
  show: ({ customer, format }) => reports.showDashboard(world, customer, format ?? 'json'),
  list: () => reports.listShares(world),
  revoke: (input) => reports.revokeShare(world, input),
}));
