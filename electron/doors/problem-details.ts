import { STATUS_CODES } from 'node:http';
import type { Problem, ProblemCode } from '#shared/values/problem.ts';
import { HTTP_STATUS } from './problem-of.ts';

/** The media type of `ProblemDetails`. */
export const PROBLEM_JSON = 'application/problem+json';

/** A problem as HTTP says it (RFC 9457), with our code and what to do. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What happened, and what it means for the data. */
  readonly detail: string;
  readonly code: ProblemCode;
  readonly remedy: string;
}

/** The same for every problem of a kind, as RFC 9457 wants it; `detail` says what happened. */
export const TITLES: Readonly<Record<ProblemCode, string>> = {
  failed: 'Something broke',
  usage: 'The request makes no sense',
  'not-found': 'There is no such thing',
  refused: 'A rule of the timesheet forbids it',
  conflict: 'Somebody else was first',
  offline: 'A service outside did not answer',
  unauthorised: 'The token is not accepted',
};

/** The name of a kind of problem. It is a name, and no address. */
export const typeOf = (code: ProblemCode): string => `urn:stint:problem:${code}`;

/**
 * A problem as an answer with this status tells it. Where the status alone says what kind it is (405, 413, 429, …) the
 * type is `about:blank` and the title HTTP's own (RFC 9457 §4.2.1).
 */
export function detailsOf({ code, message, remedy }: Problem, status: number): ProblemDetails {
  const isOurKind = status === HTTP_STATUS[code];
  return {
    type: isOurKind ? typeOf(code) : 'about:blank',
    title: isOurKind ? TITLES[code] : (STATUS_CODES[status] ?? TITLES[code]),
    status,
    detail: message,
    code,
    remedy,
  };
}
