import type { Instant } from '../../values/instant.ts';
import type { ReflogLine } from './reflog-line.ts';

/** A stretch in which HEAD of one work tree stayed on one branch; null: detached. */
export interface HeadStretch {
  readonly at: Instant;
  readonly branch: string | null;
  /** Commits that came into being on it. */
  readonly made: readonly string[];
  /** When HEAD of this work tree showed a sign of life on it, in the order of the file; starts with `at`. */
  readonly signs: readonly Instant[];
}

export interface HeadTimeline {
  readonly stretches: readonly HeadStretch[];
  /** When the log and HEAD disagree at the end: until when the log is believed. Null: the last stretch holds. */
  readonly closedAt: Instant | null;
}

interface Draft {
  readonly at: Instant;
  /** `undefined`: not known yet. */
  branch: string | null | undefined;
  /** Told by what the person typed, which may have been a tag; the next line tells better. */
  guess: boolean;
  readonly made: string[];
  readonly signs: Instant[];
}

/**
 * Reads the reflog of one HEAD, oldest line first, into stretches on a branch (design §2 "Git", rule 0).
 * Git names the branch that is left (`moving from A`) for certain and the one gone to as it was typed, so a guess is
 * set right by the next line or, at the end, by HEAD itself. A rebase detaches HEAD without leaving the branch.
 * @param head the branch HEAD is on now; null when it is detached.
 */
export function readTimeline(lines: readonly ReflogLine[], head: string | null): HeadTimeline {
  const first = lines[0];
  if (!first) return { stretches: [], closedAt: null };
  let now = draft(first.at, undefined, false);
  const drafts = [now];
  let inRebase = false;
  let picked: string[] = [];
  const begin = (at: Instant, branch: string | null | undefined, guess: boolean): void => {
    now = draft(at, branch, guess);
    drafts.push(now);
  };
  const leaveRebase = (): void => {
    now.made.push(...picked);
    picked = [];
    inRebase = false;
  };
  for (const line of lines) {
    const { action } = line;
    switch (action.kind) {
      case 'moved':
        if (!inRebase && (now.branch === undefined || now.guess)) now.branch = leftBranch(action.from);
        leaveRebase();
        begin(line.at, typedBranch(action.to), true);
        break;
      case 'returned':
        if (now.branch === undefined) now.branch = action.to;
        if (now.branch !== action.to) begin(line.at, action.to, false);
        now.guess = false;
        leaveRebase();
        break;
      case 'renamed':
        if (now.branch === undefined) now.branch = action.from;
        if (now.branch === action.from) begin(line.at, action.to, false);
        break;
      case 'rebase-started':
        inRebase = true;
        break;
      case 'rebase-left':
        leaveRebase();
        break;
      case 'unsettled':
        if (line !== first) begin(line.at, undefined, false);
        break;
      case 'made':
        // A commit without parent in the middle of a log: `checkout --orphan`, which leaves no line of its own.
        if (action.isRoot && line !== first) begin(line.at, undefined, false);
        (inRebase || action.inRebase ? picked : now.made).push(line.hash);
        break;
      case 'other':
        break;
    }
    now.signs.push(line.at);
  }
  const midRebase = inRebase;
  leaveRebase();
  if (now.branch === undefined || (now.guess && head === null && !midRebase)) now.branch = head;
  const agrees = midRebase || now.branch === head;
  const stretches = drafts.map((d) => ({ at: d.at, branch: d.branch ?? null, made: d.made, signs: d.signs }));
  return { stretches, closedAt: agrees ? null : lines.at(-1)!.at };
}

const draft = (at: Instant, branch: string | null | undefined, guess: boolean): Draft => ({
  at,
  branch,
  guess,
  made: [],
  signs: [],
});

/** `from` is a branch, or a full hash when HEAD was detached. */
const leftBranch = (from: string): string | null =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64}|HEAD)$/.test(from) ? null : from;

/** `to` is what was typed; these can be no branch. */
function typedBranch(to: string): string | null {
  if (to === 'HEAD' || /[ ~^:?*[\\]|@\{|\.\./.test(to)) return null;
  return /^(?=.*\d)[0-9a-f]{4,64}$/.test(to) ? null : to;
}

/** Which branch each commit was made on, as the reflogs tell; the first timeline that knows a commit is believed. */
export function madeOn(timelines: readonly HeadTimeline[]): Map<string, string> {
  const branches = new Map<string, string>();
  for (const { stretches } of timelines) {
    for (const { branch, made } of stretches) {
      if (branch === null) continue;
      for (const hash of made) if (!branches.has(hash)) branches.set(hash, branch);
    }
  }
  return branches;
}
