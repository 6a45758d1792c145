import type { AnyContractProcedure } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import type { AnyProcedure, AnyRouter, Lazyable } from '@orpc/server';
import { implement, lazy } from '@orpc/server';
import type { World } from '#shared/ports/world.ts';
import { contractError } from '../doors/call.ts';
import { problemOf } from '../doors/problem-of.ts';
import { guarded } from './guarded.ts';
import { NOUNS } from './operations/catalogue.ts';

type Carry = (input: unknown, signal?: AbortSignal) => unknown;

/** All operations as a router for the doors; each noun is loaded with the first call to it. */
export function buildRouter(world: World): Record<string, Lazyable<AnyRouter>> {
  return Object.fromEntries(
    Object.entries(NOUNS).map(([name, load]) => [
      name,
      lazy(async () => {
        const { operations, carriers } = (await load()).operations;
        return { default: routerOf(world, operations, carriers(world)) };
      }),
    ]),
  );
}

/** Nouns are one level deep; `changes` is an operation itself. */
function routerOf(world: World, operations: object, carriers: unknown): AnyRouter {
  if (isContractProcedure(operations)) return procedureOf(world, operations, carriers as Carry);
  return Object.fromEntries(
    Object.entries(operations as Record<string, AnyContractProcedure>).map(([name, operation]) => [
      name,
      procedureOf(world, operation, (carriers as Record<string, Carry>)[name]!),
    ]),
  );
}

function procedureOf(world: World, operation: AnyContractProcedure, carry: Carry): AnyProcedure {
  return implement(operation).handler(async ({ input, signal, path }) => {
    try {
      return await guarded(world, path, () => carry(input, signal));
    } catch (error) {
      throw contractError(problemOf(error));
    }
  });
}
