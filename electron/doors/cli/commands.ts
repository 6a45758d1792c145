import type { Command } from './command.ts';
import type { Family } from './known-commands.ts';
import { KNOWN_COMMANDS } from './known-commands.ts';
import { OWN_COMMANDS } from './own-commands.ts';

let all: readonly Command[] | null = null;

/** Every command: the operations of the contract that have a CLI form, then the CLI's own. */
export function commands(): readonly Command[] {
  all ??= [...KNOWN_COMMANDS.flatMap(read), ...OWN_COMMANDS];
  return all;
}

/** Those that begin with a word: enough to run one of them. Every command where none does. */
export function commandsOf(first: string | undefined): readonly Command[] {
  const family = [
    ...KNOWN_COMMANDS.filter((one) => one.first === first).flatMap(read),
    ...OWN_COMMANDS.filter(({ words }) => words[0] === first),
  ];
  return family.length === 0 ? commands() : family;
}

const read = ({ commands: its }: Family): Command[] => JSON.parse(its) as Command[];
