import type { AgentUse } from '../evidence/agent.ts';
import type { AgentTrace } from '../evidence/agent-trace.ts';
import type { Stop } from '../values/stop.ts';

/** What Claude Code leaves on this machine: what its hooks told `stint hook claude`, and its transcripts. */
export interface ClaudeFiles {
  /** Keeps what a hook was given (its numbers and places, never its words) beside what others told. @returns whether it was an event. */
  note(event: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Lines that hooks left, whole ones, in the order of their days. @param mark of the last time; null: from the first. */
  told(mark: string | null): Promise<ToldLines>;
  /** Is there a folder of Claude Code at all, or did hooks tell anything? A few looks at the disk. */
  found(configDirs: readonly string[]): Promise<{ readonly folders: boolean; readonly told: boolean }>;
  /** What is there to be read, without reading it. Quick: a look at each file. */
  survey(configDirs: readonly string[], mark: string | null): Promise<TranscriptSurvey>;
  /** Reads what is new in the transcripts, a piece at a time; whoever keeps a piece keeps its mark after it. */
  read(wishes: TranscriptWishes): AsyncIterable<TranscriptPiece>;
}

export interface ToldLines {
  readonly lines: readonly string[];
  readonly mark: string;
}

/** How far the transcripts on the disk have been read. */
export interface TranscriptSurvey {
  readonly files: number;
  /** Files with something new. */
  readonly unread: number;
  /** Of these, those that Claude Code deletes within five days. */
  readonly atRisk: number;
  /** After how many days it deletes them. */
  readonly keptDays: number;
}

export interface TranscriptWishes {
  readonly configDirs: readonly string[];
  readonly mark: string | null;
  /** Signs of life no further apart are one stretch. */
  readonly inactiveMs: number;
  readonly titles: boolean;
  readonly stop: Stop;
}

export interface TranscriptPiece {
  readonly uses: readonly AgentUse[];
  readonly runs: readonly AgentTrace[];
  /** Lines that could not be read, and files that could not be opened. */
  readonly skipped: number;
  readonly unreadable: number;
  /** With this, reading goes on behind the piece. */
  readonly mark: string;
}
