import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '#shared/contract/contract.ts';
import type { OperationMeta } from '#shared/contract/operation.ts';
import type { Command, Slot } from './command.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';

/** Where the document of an answer goes; not for the operation, which writes no files. */
const OUT: Field = {
  name: 'out',
  flag: 'out',
  kind: 'text',
  choices: null,
  required: false,
  meaning: 'Write it to this file',
};

/** Commands that follow each other and begin with the same word. */
export interface Family {
  readonly first: string;
  /** JSON: who runs one command does not wait for all to be read. */
  readonly commands: string;
}

/**
 * The commands that operations of the contract have. Only data: the build works it out once and puts the result in place
 * of this file (build/scripts/worked-out.ts), for reading every schema of the contract took a third of a command's time.
 */
export const KNOWN_COMMANDS: readonly Family[] = familiesOf(fromContract(contract, []));

function familiesOf(commands: readonly Command[]): Family[] {
  const families: Command[][] = [];
  for (const command of commands) {
    const last = families.at(-1);
    if (last?.[0]?.words[0] === command.words[0]) last?.push(command);
    else families.push([command]);
  }
  return families.map((its) => ({ first: its[0]?.words[0] ?? '', commands: JSON.stringify(its) }));
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
        ({ name }) =>
          name !== secret?.field &&
          !(document && name === 'fileOnly') &&
          !slots.some((slot) => slot.field.name === name),
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
