import type { Instant } from '../../values/instant.ts';

/** What one line of HEAD's reflog says happened. */
export type ReflogAction =
  /** HEAD went from a branch (or a hash) to what the person typed: a branch, a tag, a hash. */
  | { readonly kind: 'moved'; readonly from: string; readonly to: string }
  /** A rebase ended on this branch. */
  | { readonly kind: 'returned'; readonly to: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'rebase-started' }
  | { readonly kind: 'rebase-left' }
  /** HEAD may have changed branch; only later lines tell to which. */
  | { readonly kind: 'unsettled' }
  /** A commit came into being; `inRebase` while HEAD is detached for a rebase, `isRoot` when it has no parent. */
  | { readonly kind: 'made'; readonly inRebase: boolean; readonly isRoot: boolean }
  /** Anything else (reset, fast-forward, clone): HEAD was here, no more. */
  | { readonly kind: 'other' };

export interface ReflogLine {
  readonly at: Instant;
  /** The commit HEAD points at from here on. */
  readonly hash: string;
  readonly action: ReflogAction;
}

// `s`: to JavaScript U+2028 ends a line, to git it is a letter of a subject like any other.
const LINE = /^[0-9a-f]{40,64} ([0-9a-f]{40,64}) .*?(-?\d{1,13}) [+-]\d{4}(?:\t(.*))?$/s;

/** Reads one line of a `logs/HEAD` file; null when it is damaged. */
export function readReflogLine(text: string): ReflogLine | null {
  const match = LINE.exec(text);
  return match ? reflogLine(match[1]!, Number(match[2]), match[3] ?? '') : null;
}

/** A line put together from its parts: the new hash, epoch seconds and the message. Null when the time is absurd. */
export function reflogLine(hash: string, seconds: number, message: string): ReflogLine | null {
  const ms = seconds * 1000;
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return null;
  return { at: ms as Instant, hash, action: readAction(message) };
}

const OTHER: ReflogAction = { kind: 'other' };

function readAction(message: string): ReflogAction {
  // A branch has no plain space in its name, but may have a wide or unbreakable one; what was typed may have any.
  const moved = /^checkout: moving from ([^ ]+) to (.+)$/s.exec(message);
  if (moved) return { kind: 'moved', from: moved[1]!, to: moved[2]! };
  const renamed = /^Branch: renamed refs\/heads\/([^ ]+) to refs\/heads\/([^ ]+)$/.exec(message);
  if (renamed) return { kind: 'renamed', from: renamed[1]!, to: renamed[2]! };
  if (/^(?:rebase|pull)\b/.test(message)) return readRebase(message);
  const made = /^(?:commit|cherry-pick|revert|am)(?: \((.+?)\))?:/.exec(message);
  if (made) return { kind: 'made', inRebase: false, isRoot: made[1] === 'initial' };
  return /^merge\b.*: Merge made by /.test(message)
    ? { kind: 'made', inRebase: false, isRoot: false }
    : OTHER;
}

/**
 * `rebase (pick): …`, `pull --rebase origin (finish): returning to refs/heads/x`, and what older versions of git wrote:
 * `rebase -i (finish): …`, `rebase finished: returning to …`, `rebase: <subject>`.
 */
function readRebase(message: string): ReflogAction {
  const returned = /: returning to refs\/heads\/([^ ]+)$/.exec(message);
  if (returned) return { kind: 'returned', to: returned[1]! };
  const step = /^(?:rebase|pull)\b.*? \((\w+)\):/.exec(message)?.[1];
  if (step === 'start') return { kind: 'rebase-started' };
  // `finish` without a branch to return to: a detached head was rebased.
  if (step === 'abort' || step === 'finish') return { kind: 'rebase-left' };
  if (step !== undefined) return { kind: 'made', inRebase: true, isRoot: false };
  if (/^pull\b.*: Merge made by /.test(message)) return { kind: 'made', inRebase: false, isRoot: false };
  // Today `git rebase main x` with nothing to do writes this when it switches to x; of old every rebase began so.
  if (/^rebase: checkout /.test(message)) return { kind: 'unsettled' };
  if (/^rebase: (?:aborting|updating HEAD)/.test(message)) return { kind: 'rebase-left' };
  return /^rebase: (?!fast-forward$)/.test(message) ? { kind: 'made', inRebase: true, isRoot: false } : OTHER;
}
