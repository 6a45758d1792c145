import type { Person } from './person.ts';
import type { AnyContractProcedure } from '@orpc/contract';
import { z } from 'zod';

/** Asks the program: the running host, or the store itself. @throws Problem as the operation answers. */
export type Ask = (operation: readonly string[], input: unknown) => Promise<unknown>;

/** What a tool says back: words for the model, and the same as data in the shape of its output schema. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a tool works with: the program, and the person on the other side of the client. */
export interface ToolCall {
  readonly ask: Ask;
  readonly person: Person;
  /** Where the client stands; null: it is not known. */
  readonly folder: string | null;
  /** What the client calls itself. */
  readonly client: string | null;
}

/** What a client may assume of a tool (MCP "ToolAnnotations"). */
export interface Hints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

/** One thing an agent can do or ask. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the model: what it does, and when to use it. */
  readonly description: string;
  readonly hints: Hints;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  run(input: Record<string, unknown>, call: ToolCall): Promise<ToolAnswer>;
}

/** A tool that only looks. */
export const LOOKS: Hints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
/** A tool that adds to drafts; each call adds again. */
export const ADDS: Hints = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
};

/** An object whose fields are known by name only. */
type AnyObject = z.ZodObject<Record<string, z.ZodType>>;

/** The schemas of an operation, as the contract has them. */
export function schemasOf(procedure: AnyContractProcedure): {
  readonly input: AnyObject;
  readonly output: z.ZodType;
} {
  const { inputSchema, outputSchema } = procedure['~orpc'] as { inputSchema: unknown; outputSchema: unknown };
  return { input: inputSchema as AnyObject, output: outputSchema as z.ZodType };
}

/** The operation's output as a tool's: MCP wants an object. */
export function outputOf(procedure: AnyContractProcedure): AnyObject {
  const { output } = schemasOf(procedure);
  if (output instanceof z.ZodObject) return output;
  throw new Error('a tool answers with an object');
}
