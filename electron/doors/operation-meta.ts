import type { AnyContractProcedure } from '@orpc/contract';
import type { OperationMeta } from '#shared/contract/operation.ts';

/** What the contract says of an operation beyond its schemas. */
export function metaOf(procedure: AnyContractProcedure): OperationMeta {
  const meta = procedure['~orpc'].meta as Partial<OperationMeta>;
  return { effect: meta.effect ?? 'write', cli: meta.cli ?? null, byProgram: meta.byProgram ?? false };
}

/** Does a call of it tell that the person is there? Whoever only looks may be a window left open. */
export function isOfPerson(procedure: AnyContractProcedure): boolean {
  const { effect, byProgram } = metaOf(procedure);
  return effect === 'write' && byProgram !== true;
}
