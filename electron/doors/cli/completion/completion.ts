import { Problem } from '#shared/values/problem.ts';
import { ask } from '../ask.ts';
import { commands } from '../commands.ts';
import type { OwnCall } from '../own-call.ts';
import type { COMPLETED, SHELLS } from '../word-command-list.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { powershellCompletion } from './powershell.ts';
import type { CompletedCommand } from './table.ts';
import { completedCommands } from './table.ts';
import { zshCompletion } from './zsh.ts';

type Shell = (typeof SHELLS)[number];

const WRITERS: Readonly<Record<Shell, (known: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** What completes commands in a shell, made from the command table. */
export const completionFor = (shell: Shell): string => WRITERS[shell](completedCommands(commands()));

/**
 * `stint completion SHELL` prints the script; with `--list` it answers what the script asks while somebody types, and
 * prints nothing where that cannot be known: a half-typed line is no place for complaints.
 * @throws Problem `usage` where neither is said.
 */
export async function complete({ home, input, json, terminal }: OwnCall): Promise<number> {
  const { shell, list } = input as { shell?: Shell; list?: (typeof COMPLETED)[number] };
  if (list !== undefined) {
    const words = await listed(home, list).catch(() => []);
    terminal.out(json ? `${JSON.stringify(words)}\n` : words.map((word) => `${word}\n`).join(''));
    return 0;
  }
  if (shell === undefined)
    throw new Problem('usage', 'Say which shell.', 'For example: source <(stint completion bash)');
  const script = completionFor(shell);
  terminal.out(json ? `${JSON.stringify({ shell, script })}\n` : script);
  return 0;
}

interface List {
  readonly operation: readonly string[];
  /** What of a row is completed. */
  readonly key: string;
  readonly input?: object;
}

const LISTS: Readonly<Record<(typeof COMPLETED)[number], List>> = {
  tickets: { operation: ['ticket', 'list'], key: 'ticket' },
  projects: { operation: ['project', 'list'], key: 'key' },
  settings: { operation: ['setting', 'list'], key: 'key' },
  plans: { operation: ['ticket', 'plans'], key: 'name', input: { kind: 'plan' } },
  sprints: { operation: ['ticket', 'plans'], key: 'name', input: { kind: 'sprint' } },
};

/** As many as help while typing. */
const MOST = 200;

async function listed(home: string, list: (typeof COMPLETED)[number]): Promise<readonly string[]> {
  const { operation, key, input = {} } = LISTS[list];
  const { output } = await ask({ home, operation, input });
  return (output as Record<string, unknown>[])
    .map((row) => String(row[key]))
    .filter((word) => /^[\w.@:+-]+$/.test(word))
    .slice(0, MOST);
}
