// What reports can be asked for. Not imported but through report-room.ts.
export { showReport } from '#shared/services/reports/write-report.ts';
export { listShares, revokeShare, shareDashboard, shareOpened } from '#shared/services/dashboard/shares.ts';
export { showDashboard } from '#shared/services/dashboard/show-dashboard.ts';
export { listReports } from '#shared/services/reports/list-reports.ts';
