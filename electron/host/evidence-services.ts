// What sources, meetings, tools and agents can be asked for. Not imported but through evidence-room.ts.
export { hearAgentHook } from '#shared/services/agent-hook.ts';
export { showAgentRuns } from '#shared/services/agent-runs.ts';
export { attendMeeting, bookSeries } from '#shared/services/calendar-series.ts';
export {
  chooseCalendars,
  connectGoogle,
  disconnectGoogle,
  googleAccounts,
} from '#shared/services/google-calendar.ts';
export { countPluginError, editorStatusBar, hearEditors } from '#shared/services/hear-editors.ts';
export { importActivityWatch } from '#shared/services/import-activitywatch.ts';
export { outgoing } from '#shared/services/outgoing.ts';
export { listSources, pauseSource, readSources, resumeSource } from '#shared/services/sources.ts';
export { replayDays } from '#shared/services/replay.ts';
export { startTelemetry, stopTelemetry } from '#shared/services/telemetry.ts';
export { showTicketFacts } from '#shared/services/ticket-facts.ts';
export { whyNow } from '#shared/services/why.ts';
