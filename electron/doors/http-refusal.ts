import type { ProblemCode } from '#shared/values/problem.ts';
import { Problem } from '#shared/values/problem.ts';
import { HTTP_STATUS } from './problem-of.ts';

/** A problem for which HTTP has a status of its own: too long, too often, not by this method. To people it is a problem like others. */
export class HttpRefusal extends Problem {
  readonly status: number;
  /** What the answer says beside its body (`Allow`, `Retry-After`). */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: ProblemCode,
    message: string,
    remedy: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code, message, remedy);
    this.status = status;
    this.headers = headers;
  }
}

/** The HTTP status a problem is answered with. */
export const statusOf = (problem: Problem): number =>
  problem instanceof HttpRefusal ? problem.status : HTTP_STATUS[problem.code];
