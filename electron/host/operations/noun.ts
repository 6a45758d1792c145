import type {
  AnyContractProcedure,
  ContractProcedure,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import type { World } from '#shared/ports/world.ts';

/** What carries out one operation of the contract: input as its schema leaves it, answer as its schema takes it. */
type Carrier<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer Output, infer _Errors, infer _Meta>
    ? (
        input: InferSchemaOutput<Input>,
        signal?: AbortSignal,
      ) => InferSchemaInput<Output> | Promise<InferSchemaInput<Output>>
    : never;

/** A carrier for each operation of a noun. */
export type Carriers<Operations> = Operations extends AnyContractProcedure
  ? Carrier<Operations>
  : { readonly [Name in keyof Operations]: Carrier<Operations[Name]> };

/** The operations of one noun (`day`, `week` …) with what carries them out. Knows no door. */
export interface Noun<Operations> {
  readonly operations: Operations;
  readonly carriers: (world: World) => Carriers<Operations>;
}

/** Puts services behind the operations of a noun: one line an operation, no decisions here. */
export const noun = <Operations extends object>(
  operations: Operations,
  carriers: (world: World) => Carriers<Operations>,
): Noun<Operations> => ({ operations, carriers });
