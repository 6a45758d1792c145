import type { AgentRun, AgentUse } from '../evidence/agent.ts';
import type { CalendarEvent } from '../evidence/calendar-event.ts';
import type { EditorBeat } from '../evidence/editor-beat.ts';
import type { ToolMark } from '../evidence/tool-mark.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';

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
  list(): Promise<readonly SourceState[]>;
  get(key: string): Promise<SourceState | null>;
  put(state: SourceState): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface CalendarStore {
  /**
   * What a source has now. @param gone ids that are no more; `all`: everything of this source that starts in `window`
   * and is not among the events.
   */
  put(
    source: string,
    events: readonly CalendarEvent[],
    gone: readonly string[] | { readonly window: Interval },
  ): Promise<void>;
  /** Events that overlap the interval, by start, source and id. */
  between(interval: Interval): Promise<readonly CalendarEvent[]>;
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
  /** Adds runs, or makes known ones reach further: earliest start, latest sign of life, active stretches joined. */
  putRuns(runs: readonly AgentRun[]): Promise<void>;
  /** Runs that overlap the interval, by start. */
  runs(user: string, interval: Interval): Promise<readonly AgentRun[]>;
  /** Those that have not ended. */
  openRuns(user: string): Promise<readonly AgentRun[]>;
  /** Adds answers; one that is known is replaced where the new one is the better copy (`betterUse`). */
  putUses(uses: readonly AgentUse[]): Promise<void>;
  uses(interval: Interval): Promise<readonly AgentUse[]>;
}
