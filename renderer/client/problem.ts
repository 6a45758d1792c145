import { ORPCError } from '@orpc/client';
import { inOurWords } from '../words/host-words.ts';

/** What a person is told when something did not work: what happened, and what to do. */
export interface WindowProblem {
  /** The code of `Problem` in HTTP's spelling, or `LOST` when the host did not answer at all. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
}

const remedyOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'remedy' in data && typeof data.remedy === 'string'
    ? data.remedy
    : null;

/** Somebody answered, and said no. */
const isRefusal = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError;

/** The door does not know this window (no cookie, or one of an earlier host). */
export const isUnauthorised = (error: unknown): boolean => isRefusal(error) && error.status === 401;

/** Nobody answered: the host is gone, or the way to it. */
export const isLost = (error: unknown): boolean => !isRefusal(error);

/** Schema refusals carry their issues; the first one says enough for a field. */
function firstIssue(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return null;
  const [issue] = data.issues as readonly unknown[];
  return typeof issue === 'object' &&
    issue !== null &&
    'message' in issue &&
    typeof issue.message === 'string'
    ? issue.message
    : null;
}

/** Turns whatever a call threw into words, in the language of the window. */
export function problemOf(error: unknown): WindowProblem {
  if (isRefusal(error)) {
    const remedy = remedyOf(error.data);
    return {
      code: error.code,
      message: inOurWords(firstIssue(error.data) ?? error.message),
      remedy: remedy === null ? null : inOurWords(remedy),
    };
  }
  return { code: 'LOST', message: '', remedy: null };
}
