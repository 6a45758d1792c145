import type { DevSession } from '../evidence/dev-session.ts';
import type { Session } from '../evidence/session.ts';
import type { Repository } from '../evidence/commit.ts';
import type { Entry } from '../entries/entry.ts';
import type { Mapping } from '../entries/mapping.ts';
import type { Project } from '../entries/project.ts';
import type { SettledGap } from '../entries/settled-gap.ts';
import type { DayRecord } from '../review/day.ts';
import type { Id } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** One row before and after. `before: null` adds it, `after: null` removes it for good. */
export type RowChange =
  | { readonly noun: 'entry'; readonly before: Entry | null; readonly after: Entry | null }
  | { readonly noun: 'day'; readonly before: DayRecord | null; readonly after: DayRecord | null }
  | { readonly noun: 'session'; readonly before: Session | null; readonly after: Session | null }
  | { readonly noun: 'devSession'; readonly before: DevSession | null; readonly after: DevSession | null }
  | { readonly noun: 'repository'; readonly before: Repository | null; readonly after: Repository | null }
  | { readonly noun: 'project'; readonly before: Project | null; readonly after: Project | null }
  | { readonly noun: 'mapping'; readonly before: Mapping | null; readonly after: Mapping | null }
  | { readonly noun: 'gap'; readonly before: SettledGap | null; readonly after: SettledGap | null };

/** What is written together or not at all, and logged as one step (design §2 "Status": who, when, before, after, why). */
export interface ChangeSet {
  /** Who: the user, or `stint` when a job did it. */
  readonly actor: string;
  /** Which operation of the contract, e.g. `entry.edit`. */
  readonly operation: string;
  readonly why: string;
  readonly changes: readonly RowChange[];
  /** Set when this step takes back or repeats an earlier one. */
  readonly undoes?: Id;
  readonly redoes?: Id;
}

/** A step as the log keeps it. */
export interface LoggedStep extends ChangeSet {
  readonly id: Id;
  readonly at: Instant;
}

/** The answer to `stint doctor --verify-log`. */
export interface LogVerdict {
  readonly intact: boolean;
  readonly records: number;
  /** The first record whose hash does not follow from the one before. */
  readonly brokenAt: number | null;
  readonly detail: string;
}
