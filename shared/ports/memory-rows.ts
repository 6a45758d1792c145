import type { AgentRun, AgentUse } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { Checkout, Commit, Repository } from '../evidence/commit.ts';
import type { DevSession } from '../evidence/dev-session.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import type { PresenceSpan } from '../evidence/presence.ts';
import type { Session } from '../evidence/session.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import type { OutboxRow, RemoteTimer } from '../entries/booking.ts';
import type { Entry } from '../entries/entry.ts';
import type { Mapping } from '../entries/mapping.ts';
import type { Project } from '../entries/project.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { DayRecord } from '../review/day.ts';
import type { PromptNote } from '../review/prompt.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { LoggedStep } from './changes.ts';
import type { KeptReport } from './dev-session-store.ts';
import type { DashboardShare } from './dashboard-store.ts';
import type { SourceState } from './evidence-stores.ts';

/** The rows of the in-memory stores, by the name that tells them apart. */
export interface MemoryRows {
  entries: Map<string, Entry>;
  days: Map<string, DayRecord>;
  gaps: Map<string, SettledGap>;
  prompts: Map<string, PromptNote>;
  dashboards: Map<string, DashboardShare>;
  sessions: Map<string, Session>;
  devSessions: Map<string, DevSession>;
  devReports: Map<string, KeptReport>;
  repositories: Map<string, Repository>;
  commits: Map<string, Commit>;
  checkouts: Map<string, Checkout>;
  presence: Map<string, PresenceSpan>;
  log: LoggedStep[];
  projects: Map<string, Project>;
  mappings: Map<string, Mapping>;
  outbox: Map<string, OutboxRow>;
  /** Values as JSON. */
  cache: Map<string, { readonly json: string; readonly at: Instant }>;
  calls: Map<string, Instant[]>;
  holds: Map<string, Instant>;
  timers: Map<string, RemoteTimer>;
  sources: Map<string, SourceState>;
  events: Map<string, CalendarEvent>;
  marks: Map<string, ToolMark>;
  beats: Map<string, EditorBeat>;
  runs: Map<string, AgentRun>;
  /** By agent and message; those without a message stand together. */
  uses: Map<string, readonly AgentUse[]>;
  ticketFacts: Map<string, TicketFacts>;
}

export const emptyRows = (): MemoryRows => ({
  entries: new Map(),
  days: new Map(),
  gaps: new Map(),
  prompts: new Map(),
  dashboards: new Map(),
  sessions: new Map(),
  devSessions: new Map(),
  devReports: new Map(),
  repositories: new Map(),
  commits: new Map(),
  checkouts: new Map(),
  presence: new Map(),
  log: [],
  projects: new Map(),
  mappings: new Map(),
  outbox: new Map(),
  cache: new Map(),
  calls: new Map(),
  holds: new Map(),
  timers: new Map(),
  sources: new Map(),
  events: new Map(),
  marks: new Map(),
  beats: new Map(),
  runs: new Map(),
  uses: new Map(),
  ticketFacts: new Map(),
});

/** Does a stretch that may still be open (`end: null`) have anything in common with the interval? */
export const touches = (start: number, end: number | null, interval: Interval): boolean =>
  start < interval.end && (end === null || end > interval.start);

/** Plain order of text, the same everywhere (SQLite's BINARY). */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
