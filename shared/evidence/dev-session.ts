import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Interval } from '../values/interval.ts';
import type { Zone } from '../values/local-day.ts';
import type { TicketId } from '../values/ticket-id.ts';
import type { SessionStatus, SessionType } from './session.ts';

/** What a session did to a ticket. */
export const RELATIONSHIPS = ['created', 'completed', 'updated', 'blocked'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** How much harder than a simple feature it is: the multipliers of document 3. */
export const COMPLEXITIES = { simple: 1, medium: 1.5, complex: 2, major: 3 } as const;
export type Complexity = keyof typeof COMPLEXITIES;

export interface TicketLink {
  readonly ticket: TicketId;
  readonly relationship: Relationship;
  readonly at: Instant;
}

/** Something that happened, as somebody noted it. */
export interface Activity {
  readonly at: Instant;
  readonly text: string;
}

/** What somebody said was used beyond what agents' transcripts tell: calls of a model, by model. */
export interface ReportedUse {
  readonly model: string;
  readonly calls: number;
  readonly input: number;
  readonly output: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  /** In US dollars, where the service said it itself. */
  readonly usd: number | null;
}

/** Where the diff of a session begins. */
export type DiffStart =
  /** At the commit it started from. */
  | 'exact'
  /** At the copy of that commit that a rebase left. */
  | 'rewritten'
  /** At the last commit of the branch that was there when it began: the one it started from is not part of it. */
  | 'by-date'
  /** At nothing: the repository was empty then. */
  | 'empty';

/** What a session changed in its repository, between two commits. */
export interface GitOutcome {
  readonly endCommit: string;
  /** The branch the end is on; null: a commit and no branch. */
  readonly endBranch: string | null;
  /** The commit it was compared with; null: with nothing. */
  readonly base: string | null;
  readonly start: DiffStart;
  readonly commits: number;
  /** Of these, merges: what they brought is part of the numbers. */
  readonly merges: number;
  readonly files: number;
  readonly binaryFiles: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  /** The newest first, without merges, at most so many as a report prints. */
  readonly log: readonly { readonly hash: string; readonly at: Instant; readonly subject: string }[];
}

/** What a session came to, reckoned when it ended and kept. */
export interface Outcome {
  readonly attentionMinutes: number;
  /** Nothing is known of the person's presence in its time. */
  readonly attentionUnknown: boolean;
  readonly agentMinutes: number;
  readonly git: GitOutcome | null;
  /** Why there is none, where a repository was there at its start; in words. */
  readonly gitProblem: string | null;
  readonly cost: SessionCost;
}

/** An amount in both currencies. */
export interface Amount {
  readonly usd: number;
  readonly units: number;
}

/** What a session costs (document 3, "VIBE Cost Estimation Formula"). */
export interface SessionCost {
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cacheWrite: number;
    readonly cacheRead: number;
    readonly total: number;
  };
  readonly models: readonly (Amount & { readonly model: string; readonly tokens: number })[];
  readonly images: Amount & { readonly count: number };
  readonly searches: Amount & { readonly count: number };
  /** Tokens, images and searches. */
  readonly base: Amount;
  readonly multiplier: number;
  /** The base times the multiplier. */
  readonly total: Amount;
  /** What the unit is called; empty: there is none. */
  readonly unit: string;
  /** Models whose price nobody knows; they are counted with none. */
  readonly unpriced: readonly string[];
}

/**
 * A piece of development, by a person, by agents or both (document 3). It is no timer and becomes no entry: several may
 * be open at once, and what of the person's time fell to each is reckoned so that no minute is in two of them.
 */
export interface DevSession {
  readonly id: Id;
  readonly user: string;
  /** Who or what started it: the person's name, `claude-code`, … */
  readonly createdBy: string;
  readonly title: string;
  readonly type: SessionType;
  readonly status: SessionStatus;
  readonly ticket: TicketId | null;
  readonly project: string | null;
  readonly board: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Closed pauses; the open one begins at `pausedAt`. */
  readonly pauses: readonly Interval[];
  readonly pausedAt: Instant | null;
  readonly zone: Zone;
  /** Last heartbeat while it was active; after a crash it is paused here. */
  readonly aliveAt: Instant | null;
  readonly recovered: boolean;
  /** The timer that runs for it. */
  readonly timer: Id | null;
  /** The work tree it happens in, absolute. */
  readonly repository: string | null;
  readonly branch: string | null;
  /** Null in a repository: there was none yet. */
  readonly startCommit: string | null;
  readonly links: readonly TicketLink[];
  /** Runs of agents that are its own, whatever they worked on. */
  readonly runs: readonly { readonly agent: string; readonly run: string }[];
  readonly uses: readonly ReportedUse[];
  readonly images: number;
  readonly searches: number;
  readonly complexity: Complexity;
  readonly summary: string | null;
  readonly keyChanges: readonly string[];
  readonly nextSteps: readonly string[];
  readonly activities: readonly Activity[];
  /** Null until it is completed. */
  readonly outcome: Outcome | null;
  readonly updatedAt: Instant;
  readonly revision: number;
}
