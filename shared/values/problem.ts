import { said } from './said.ts';

/**
 * What can go wrong, told to a person: what happened, what it means for their data, what to do.
 * Every refusal in Stint is a `Problem`; each code has one exit code (design §4) and one HTTP status.
 */
export type ProblemCode =
  | 'failed' // something broke; nothing was written unless the message says so
  | 'usage' // the words or the values given make no sense
  | 'not-found' // the thing named does not exist
  | 'refused' // a rule of the timesheet forbids it
  | 'conflict' // somebody else changed it first, or another host holds the data folder
  | 'offline' // the service outside did not answer
  | 'unauthorised'; // the service or door does not accept the token

/** The exit code of the CLI for each problem (design §4). */
export const EXIT_CODES: Readonly<Record<ProblemCode, number>> = {
  failed: 1,
  usage: 2,
  'not-found': 1,
  refused: 3,
  conflict: 4,
  offline: 5,
  unauthorised: 6,
};

/** An expected failure. `message` says what happened, `remedy` what the person can do next. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly remedy: string;

  constructor(code: ProblemCode, message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remedy = remedy;
  }
}

/** The one shape in which a problem leaves the program (CLI stderr, REST, MCP). */
export interface ProblemJson {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** Turns anything thrown into the shape people and scripts see. Unknown errors become `failed`. */
export function problemJson(error: unknown): ProblemJson {
  if (error instanceof Problem) return { code: error.code, message: error.message, remedy: error.remedy };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message, remedy: said`Run \`stint doctor\` to see what is wrong.` };
}

/** Marks a branch that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
