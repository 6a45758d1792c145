// What sources, meetings, tools and agents can be asked for, and who decides a setting. Not imported but through evidence-room.ts.
export { explainNow } from '#shared/services/configuration/explain.ts';
export { hearAgentHook } from '#shared/services/sources/agent-hook.ts';
export { showAgentRuns } from '#shared/services/sources/agent-runs.ts';
export { attendMeeting, bookSeries } from '#shared/services/sources/calendar-series.ts';
export {
  chooseCalendars,
  connectGoogle,
  disconnectGoogle,
  googleAccounts,
} from '#shared/services/sources/google-calendar.ts';
export { countPluginError, editorStatusBar, hearEditors } from '#shared/services/sources/hear-editors.ts';
export { importActivityWatch } from '#shared/services/sources/import-activitywatch.ts';
export { outgoing } from '#shared/services/sources/outgoing.ts';
export { listSources, pauseSource, readSources, resumeSource } from '#shared/services/sources/sources.ts';
export { replayDays } from '#shared/services/replay.ts';
export { startTelemetry, stopTelemetry } from '#shared/services/sources/telemetry.ts';
export { listPlans } from '#shared/services/reports/plans.ts';
export { showTicketFacts } from '#shared/services/sources/ticket-facts.ts';
export { whyNow } from '#shared/services/why.ts';
