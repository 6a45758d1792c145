import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '#shared/contract/contract.ts';
import type { OperationMeta } from '#shared/contract/operation.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { OWN_COMMANDS } from './own-commands.ts';

/** A word that stands for an input field by its place. */
export interface Slot {
  readonly field: Field;
  readonly required: boolean;
  /** Takes all the rest, joined by blanks. */
  readonly greedy: boolean;
}

/** What the CLI can be told to do. */
export interface Command {
  /** `['repo', 'add']`. */
  readonly words: readonly string[];
  readonly group: string;
  readonly summary: string;
  readonly slots: readonly Slot[];
  readonly flags: readonly Field[];
  readonly defaults: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** Fields that name a file or folder here, where the person stands. */
  readonly paths: readonly string[];
  /** The operation of the contract, or the name of one of the CLI's own commands. */
  readonly operation: readonly string[] | null;
  readonly effect: OperationMeta['effect'];
}

let known: readonly Command[] | null = null;

/** Every command: the operations of the contract that have a CLI form, then the CLI's own. */
export function commands(): readonly Command[] {
  known ??= [...fromContract(contract, []), ...OWN_COMMANDS];
  return known;
}

function fromContract(node: object, path: readonly string[]): Command[] {
  if (isProcedure(node)) {
    const command = commandOf(node, path);
    return command === null ? [] : [command];
  }
  return Object.entries(node).flatMap(([key, below]: [string, object]) => fromContract(below, [...path, key]));
}

function isProcedure(node: object): node is AnyContractProcedure {
  return '~orpc' in node;
}

function commandOf(procedure: AnyContractProcedure, path: readonly string[]): Command | null {
  const definition = procedure['~orpc'];
  const meta = definition.meta as OperationMeta;
  if (meta.cli === null) return null;
  const fields = fieldsOf(definition.inputSchema);
  const { command, positional = [], defaults = {}, examples = [], paths = [] } = meta.cli;
  const slots = positional.map((spelled) => slotOf(spelled, fields, defaults));
  return {
    words: command.split(' '),
    group: path[0] ?? '',
    summary: definition.route.summary ?? '',
    slots,
    flags: fields.filter((field) => !slots.some((slot) => slot.field.name === field.name)),
    defaults,
    examples,
    paths,
    operation: path,
    effect: meta.effect,
  };
}

/** `id`, `date?`, `text...`: see `CliForm.positional`. */
function slotOf(spelled: string, fields: readonly Field[], defaults: Readonly<Record<string, string>>): Slot {
  const greedy = spelled.endsWith('...');
  const optional = spelled.endsWith('?');
  const name = spelled.replace(/(\.\.\.|\?)$/, '');
  const field = fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`the contract names a word "${name}" that its input does not have`);
  return { field, greedy, required: !optional && !(name in defaults) && field.required };
}
