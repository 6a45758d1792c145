import type { AgentRun, AgentUse } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import type { TicketFacts } from '../evidence/ticket-facts.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { TicketId } from '../values/ticket-id.ts';

/** What is known about reading a source: git has its own in the repositories. */
export interface SourceState {
  /** `ics:<hash>`, `google:<account>/<calendar>`, `claude-code`, `telemetry:<repository>`, `wakatime`. */
  readonly key: string;
  readonly kind: 'ics' | 'google' | 'telemetry' | 'wakatime' | 'claude-code' | 'activitywatch' | 'tickets';
  /** As people know it. */
  readonly name: string;
  readonly paused: boolean;
  readonly lastReadAt: Instant | null;
  /** In words; null when the last reading went well. */
  readonly problem: string | null;
  /** Where the next reading goes on; the source's own, opaque to everybody else. JSON. */
  readonly mark: string | null;
}

export interface SourceStates {
  /** By key. */
  list(): Promise<readonly SourceState[]>;
  get(key: string): Promise<SourceState | null>;
  put(state: SourceState): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface CalendarStore {
  /**
   * What a source has now. What the person said about a known event (`attended`) stays, whatever the new copy says.
   * @param gone ids that are no more; `window`: everything of this source that starts in it and is not among the events.
   */
  put(
    source: string,
    events: readonly CalendarEvent[],
    gone: readonly string[] | { readonly window: Interval },
  ): Promise<void>;
  /** Events that overlap the interval, by start, source and id. */
  between(interval: Interval): Promise<readonly CalendarEvent[]>;
  /** Events of this id, by source: ids are told apart only within a source. */
  named(id: string): Promise<readonly CalendarEvent[]>;
  /** What the person said about an event; null takes it back. @returns whether there is such an event. */
  setAttended(source: string, id: string, attended: boolean | null): Promise<boolean>;
  /** Forgets a source. */
  clear(source: string): Promise<void>;
}

export interface ToolStore {
  /** Adds what is new (user, tool, at, kind, ticket); returns how many were. */
  addMarks(marks: readonly ToolMark[]): Promise<number>;
  /** By time. */
  marks(user: string, interval: Interval): Promise<readonly ToolMark[]>;
  /** Adds what is new (entity, type, at); returns how many were. Quick: thousands a minute. */
  addBeats(beats: readonly EditorBeat[]): Promise<number>;
  beats(user: string, interval: Interval): Promise<readonly EditorBeat[]>;
}

export interface AgentStore {
  /** Adds runs, or makes known ones reach further (`joinedRun`): earliest start, latest sign of life, active stretches joined. */
  putRuns(runs: readonly AgentRun[]): Promise<void>;
  /** Runs that overlap the interval, by start. */
  runs(user: string, interval: Interval): Promise<readonly AgentRun[]>;
  /** Those that have not ended, by start. */
  openRuns(user: string): Promise<readonly AgentRun[]>;
  /**
   * Adds answers; one that is known is replaced where the new one is the better copy (`betterUse`). One without a
   * message is added each time: who may read a line twice gives it a message of its own making.
   */
  putUses(uses: readonly AgentUse[]): Promise<void>;
  /** By time, run, message and request. */
  uses(interval: Interval): Promise<readonly AgentUse[]>;
}

export interface TicketFactsStore {
  get(ticket: TicketId): Promise<TicketFacts | null>;
  /** Adds facts, or replaces what was known of their tickets. */
  put(facts: readonly TicketFacts[]): Promise<void>;
  /** Those whose id, title or labels contain the words (without regard to case), the last read first. */
  search(query: string, limit: number): Promise<readonly TicketFacts[]>;
}
