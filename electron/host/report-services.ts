// What reports can be asked for. Not imported but through report-room.ts.
export { showReport } from '#shared/services/reports/write-report.ts';
