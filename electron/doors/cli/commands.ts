import type { Command } from './command.ts';
import { KNOWN_COMMANDS } from './known-commands.ts';
import { OWN_COMMANDS } from './own-commands.ts';

let all: readonly Command[] | null = null;

/** Every command: the operations of the contract that have a CLI form, then the CLI's own. */
export function commands(): readonly Command[] {
  all ??= [...KNOWN_COMMANDS, ...OWN_COMMANDS];
  return all;
}
