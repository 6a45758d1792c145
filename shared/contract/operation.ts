import type { AnySchema, ContractProcedure, HTTPMethod, HTTPPath } from '@orpc/contract';
import { z } from 'zod';

/** How the CLI says an operation. Fields of the input that are not positional become `--flags`. */
export interface CliForm {
  /** One or two words: `day`, `repo add`. */
  readonly command: string;
  /** Input fields taken from positional words, in order; `name?` may be left out, `name...` takes all the rest joined by blanks. */
  readonly positional?: readonly string[];
  /** What a field is when the words leave it out, e.g. `{ date: 'today' }`. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly examples?: readonly string[];
  /** Fields that may name a file or folder: the CLI makes them absolute, for a running host stands elsewhere. */
  readonly paths?: readonly string[];
  /**
   * The answer can be had as a file (`file`), and as nothing else with `fileOnly`, which the CLI says by itself: it prints
   * it, or writes it where `--out` says.
   */
  readonly document?: boolean;
  /** A field that must never stand on a command line: read from the environment, else from the input, without echo. */
  readonly secret?: {
    readonly field: string;
    /** `{provider}` is filled in from the input, in capitals. Null: only the input counts. */
    readonly environment: string | null;
    readonly prompt: string;
  };
}

/** What a door needs to know of an operation beyond its schemas (design §3 "One contract, many doors"). */
export interface OperationMeta {
  /** `read` never changes what a person sees; `write` may. */
  readonly effect: 'read' | 'write';
  /** Null: not on the command line. */
  readonly cli: CliForm | null;
  /** Programs call it by themselves: a call is no sign that the person is there. Left out: false. */
  readonly byProgram?: boolean;
}

const remedy = z.object({ remedy: z.string() });

/** The errors every operation may answer with; codes are those of `Problem`, in HTTP's spelling. */
export const ERRORS = {
  FAILED: { status: 500, data: remedy },
  USAGE: { status: 400, data: remedy },
  NOT_FOUND: { status: 404, data: remedy },
  REFUSED: { status: 422, data: remedy },
  CONFLICT: { status: 409, data: remedy },
  OFFLINE: { status: 503, data: remedy },
  UNAUTHORISED: { status: 401, data: remedy },
} as const;

/** What the contract holds of one operation. */
export type Operation<Input extends AnySchema, Output extends AnySchema> = ContractProcedure<
  Input,
  Output,
  typeof ERRORS,
  OperationMeta
>;

/** What the path is asked with, and what the operation is, in one line. */
interface Route {
  readonly method: HTTPMethod;
  readonly path: HTTPPath;
  readonly summary: string;
}

/**
 * Makes what the library's own builder makes, but without the library: that loads the streams of the web, some milliseconds
 * of every command, and only the doors of a host speak it.
 * @see https://orpc.dev/docs/contract-first/define-contract
 */
const declared = (meta: OperationMeta, route: Route) => ({
  /** Takes what this schema lets through. */
  input: <Input extends AnySchema>(inputSchema: Input) => ({
    /** Answers what this schema lets through. */
    output: <Output extends AnySchema>(outputSchema: Output): Operation<Input, Output> => ({
      '~orpc': { meta, route, errorMap: ERRORS, inputSchema, outputSchema },
    }),
  }),
});

/** Declares an operation that only reads. */
export const reads = (summary: string, path: `/${string}`, cli: CliForm | null) =>
  declared({ effect: 'read', cli }, { method: 'GET', path, summary });

/** Declares an operation that writes. */
export const writes = (
  summary: string,
  path: `/${string}`,
  cli: CliForm | null,
  method: 'POST' | 'PATCH' | 'DELETE' = 'POST',
) => declared({ effect: 'write', cli }, { method, path, summary });

/** Declares an operation that programs call by themselves, as things happen. */
export const hears = (summary: string, path: `/${string}`) =>
  declared({ effect: 'write', cli: null, byProgram: true }, { method: 'POST', path, summary });
