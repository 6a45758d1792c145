// The services of exchange with other tools in one place, so that they are loaded together and only when asked for.
export { restoreAll, saveAll } from '#shared/services/exchange/dump.ts';
export { exportTimes } from '#shared/services/exchange/export-times.ts';
export { importClaudeTime } from '#shared/services/exchange/import-claude-time.ts';
export { importTimes } from '#shared/services/exchange/import-times.ts';
