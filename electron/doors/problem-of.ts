import type { ProblemCode, ProblemJson } from '#shared/values/problem.ts';
import { EXIT_CODES, Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';

/**
 * Turns whatever a call through the contract threw, here or behind a wire, back into a `Problem`:
 * refusals keep their code and remedy, a schema that refused an input names the field, the rest is `failed`.
 * Knows the wire form of errors only, so that a door that merely asks need not load the RPC library.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const wire = wireError(error);
  if (wire === null) return unexpected(error instanceof Error ? error.message : String(error), error);
  const code = codeOf(wire.code);
  if (code !== null && typeof wire.data?.remedy === 'string')
    return new Problem(code, wire.message, wire.data.remedy, error);
  if (wire.code === 'BAD_REQUEST') return inputProblem(wire.data?.issues, error, wire.message);
  if (wire.code === 'NOT_FOUND')
    return new Problem('not-found', wire.message, said`See \`stint --help\` for what there is.`, error);
  if (wire.code === 'METHOD_NOT_SUPPORTED') {
    return new Problem(
      'usage',
      said`This operation changes data, so it cannot be called with GET.`,
      said`Use POST.`,
      error,
    );
  }
  return unexpected(causeOf(error) ?? wire.message, error);
}

/** The problem as it leaves the program. */
export function jsonOf(problem: Problem): ProblemJson {
  return { code: problem.code, message: problem.message, remedy: problem.remedy };
}

/** The HTTP status of a problem. */
export const HTTP_STATUS: Readonly<Record<ProblemCode, number>> = {
  failed: 500,
  usage: 400,
  'not-found': 404,
  refused: 422,
  conflict: 409,
  offline: 503,
  unauthorised: 401,
};

/** `NOT_FOUND` → `not-found`, when it is one of ours. */
function codeOf(spelled: string): ProblemCode | null {
  const code = spelled.toLowerCase().replaceAll('_', '-');
  return isProblemCode(code) ? code : null;
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(EXIT_CODES, code);

interface WireError {
  readonly code: string;
  readonly message: string;
  readonly data: { readonly remedy?: unknown; readonly issues?: unknown } | undefined;
}

function wireError(error: unknown): WireError | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  // System errors (`ENOENT`) carry a code too, but only errors of the contract know whether they are declared.
  if (typeof error.code !== 'string' || typeof error.message !== 'string' || !('defined' in error))
    return null;
  const data =
    'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : undefined;
  return { code: error.code, message: error.message, data };
}

/**
 * What a schema that refused an input says to people.
 * @param issues as its library tells them; each names the field it is about.
 */
export function inputProblem(
  issues: unknown,
  cause: unknown,
  otherwise = said`These values cannot be used.`,
): Problem {
  const complaints = issuesOf(issues).map(({ field, message }) =>
    field === '' ? message : `"${field}": ${message}`,
  );
  if (complaints.length === 0)
    return new Problem('usage', otherwise, said`Check what was sent; nothing was changed.`, cause);
  return new Problem(
    'usage',
    said`These values cannot be used. ${complaints.join('; ')}.`,
    said`Correct them; nothing was changed.`,
    cause,
  );
}

/** The first few complaints of a schema, with the path of the field each is about. */
function issuesOf(issues: unknown): { field: string; message: string }[] {
  if (!Array.isArray(issues)) return [];
  return issues.slice(0, 5).map((issue: unknown) => {
    const message: unknown =
      typeof issue === 'object' && issue !== null ? Reflect.get(issue, 'message') : undefined;
    const path: unknown =
      typeof issue === 'object' && issue !== null ? Reflect.get(issue, 'path') : undefined;
    return {
      field: Array.isArray(path) ? path.map(String).join('.') : '',
      message: typeof message === 'string' ? message : said`not allowed`,
    };
  });
}

function causeOf(error: unknown): string | null {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : null;
}

function unexpected(message: string, cause: unknown): Problem {
  return new Problem('failed', message, said`Run \`stint doctor\` to see what is wrong.`, cause);
}
