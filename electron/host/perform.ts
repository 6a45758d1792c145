import type { AnyContractProcedure } from '@orpc/contract';
import type { World } from '#shared/ports/world.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import { isOfPerson } from '../doors/operation-meta.ts';
import { inputProblem } from '../doors/problem-of.ts';
import { guarded } from './guarded.ts';
import { NOUNS } from './operations/catalogue.ts';

type Carry = (input: unknown) => unknown;
type Schema = { readonly '~standard': { validate(value: unknown): unknown } } | undefined;

/**
 * Carries out operations by name, without a wire and without the library of the doors: loading that takes as long as
 * a day takes to be shown. A write is a sign of life, as it is through the doors, but not one that an agent makes by itself.
 * @throws (the function made) Problem as the operation answers; `not-found` for an unknown operation.
 */
export function performer(world: World, signOfLife: () => Promise<void>) {
  return async (path: readonly string[], input: unknown, byAgent = false): Promise<unknown> => {
    const found = await find(world, path);
    if (found === null) {
      throw new Problem(
        'not-found',
        said`There is no operation ${path.join('.')}.`,
        said`See \`stint --help\`.`,
      );
    }
    const { operation, carry } = found;
    const schemas: Schemas = operation['~orpc'];
    const read = await check(schemas.inputSchema, input);
    if (read.issues !== undefined) throw inputProblem(read.issues, read.issues);
    const answer = await guarded(world, path, async () => {
      const told = await check(schemas.outputSchema, await carry(read.value));
      if (told.issues === undefined) return told.value;
      throw new Error(`the answer breaks the contract: ${JSON.stringify(told.issues)}`);
    });
    if (!byAgent && isOfPerson(operation)) await signOfLife();
    return answer;
  };
}

async function find(
  world: World,
  [name = '', verb = '', ...rest]: readonly string[],
): Promise<{ operation: AnyContractProcedure; carry: Carry } | null> {
  if (!Object.hasOwn(NOUNS, name) || rest.length > 0) return null;
  const { operations, carriers } = (await NOUNS[name as keyof typeof NOUNS]()).operations;
  if (!Object.hasOwn(operations, verb)) return null;
  return {
    operation: (operations as Record<string, AnyContractProcedure>)[verb]!,
    carry: (carriers(world) as Record<string, Carry>)[verb]!,
  };
}

interface Schemas {
  readonly inputSchema?: Schema;
  readonly outputSchema?: Schema;
}

interface Checked {
  readonly value?: unknown;
  readonly issues?: readonly object[] | undefined;
}

/** @see https://standardschema.dev: the form in which the contract's schemas are read by whoever carries it out. */
async function check(schema: Schema, value: unknown): Promise<Checked> {
  return schema === undefined ? { value } : ((await schema['~standard'].validate(value)) as Checked);
}
