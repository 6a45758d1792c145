import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '#shared/contract/contract.ts';
import type { OperationMeta } from '#shared/contract/operation.ts';
import type { Command, Slot } from './command.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { OWN_COMMANDS } from './own-commands.ts';

/** Where the document of an answer goes; not for the operation, which writes no files. */
const OUT: Field = {
  name: 'out',
  flag: 'out',
  kind: 'text',
  choices: null,
  required: false,
  meaning: 'Write it to this file',
};

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
  return Object.entries(node).flatMap(([key, below]: [string, object]) =>
    fromContract(below, [...path, key]),
  );
}

function isProcedure(node: object): node is AnyContractProcedure {
  return '~orpc' in node;
}

function commandOf(procedure: AnyContractProcedure, path: readonly string[]): Command | null {
  const definition = procedure['~orpc'];
  const meta = definition.meta as OperationMeta;
  if (meta.cli === null) return null;
  const fields = fieldsOf(definition.inputSchema);
  const {
    command,
    positional = [],
    defaults = {},
    examples = [],
    paths = [],
    secret = null,
    document = false,
  } = meta.cli;
  const slots = positional.map((spelled) => slotOf(spelled, fields, defaults));
  return {
    words: command.split(' '),
    group: path[0] ?? '',
    summary: definition.route.summary ?? '',
    slots,
    flags: [
      ...fields.filter(
        ({ name }) => name !== secret?.field && !slots.some((slot) => slot.field.name === name),
      ),
      ...(document ? [OUT] : []),
    ],
    defaults,
    examples,
    paths: document ? [...paths, OUT.name] : paths,
    isDocument: document,
    operation: path,
    effect: meta.effect,
    secret,
  };
}

/** `id`, `date?`, `text...`, `text...?`: see `CliForm.positional`. */
function slotOf(spelled: string, fields: readonly Field[], defaults: Readonly<Record<string, string>>): Slot {
  const greedy = /\.{3}\??$/.test(spelled);
  const optional = spelled.endsWith('?');
  const name = spelled.replace(/(\.{3})?\??$/, '');
  const field = fields.find((one) => one.name === name);
  if (field === undefined)
    throw new Error(`the contract names a word "${name}" that its input does not have`);
  return { field, greedy, required: !optional && !(name in defaults) && field.required };
}
