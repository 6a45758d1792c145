import type { ProblemCode } from '#shared/values/problem.ts';
import { Problem, problemJson } from '#shared/values/problem.ts';
import type { GitWork } from './git-work.ts';

/** What the worker is started with. */
export interface WorkerSettings {
  readonly timeoutMs: number;
}

/** One call, as it travels to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly verb: keyof GitWork;
  readonly args: readonly unknown[];
}

/** Its answer. Errors lose their class on the way, so a Problem travels as its parts. */
export type WorkerReply =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number;
      readonly problem: { readonly code: ProblemCode; readonly message: string; readonly remedy: string };
    };

/** Answers one call; never rejects. */
export async function answer(work: GitWork, request: WorkerRequest): Promise<WorkerReply> {
  try {
    const verb = work[request.verb] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id: request.id, value: await verb(...request.args) };
  } catch (error) {
    return { id: request.id, problem: problemJson(error) };
  }
}

/** The Problem a reply carries. */
export function problemOf({
  code,
  message,
  remedy,
}: {
  code: ProblemCode;
  message: string;
  remedy: string;
}): Problem {
  return new Problem(code, message, remedy);
}
