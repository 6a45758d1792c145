import type { ReadStream } from 'node:tty';
import type { Readable } from 'node:stream';
import { readSpoolLine, signOfHook, spoolLine } from '#shared/sources/claude-code/hook-sign.ts';
import { instant } from '#shared/values/instant.ts';
import { branchOfFolder } from '../../adapters/claude/branch-of-folder.ts';
import { appendToSpool } from '../../adapters/claude/spool.ts';
import { dataFolder } from '../../host/data-folder.ts';
import { pokeHost } from './poke-host.ts';
import { readAll } from './read-all.ts';
import { flagOf } from './words.ts';

/** Events after which a person may look: the host is told at once. The others it is told of now and then. */
const TURNS = new Set(['SessionStart', 'SessionEnd', 'UserPromptSubmit', 'Stop', 'StopFailure']);
const POKE_EVERY_MS = 3_000;

/**
 * Keeps what a hook of Claude Code was given, and tells the running host that there is something. Never throws and
 * never says anything: what it prints would reach the agent.
 * @param words of the command line; only `--home` matters.
 */
export async function noteHook(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  input: Readable & Partial<Pick<ReadStream, 'isTTY'>>,
  now: number,
): Promise<void> {
  try {
    if (input.isTTY === true) return;
    const event = await readAll(input);
    const home = dataFolder(flagOf(words, 'home'), env);
    const at = instant(now);
    const sign = event === null ? null : signOfHook(event, at, branchOfFolder);
    if (sign === null) return;
    const line = spoolLine(sign);
    if (readSpoolLine(line) === null) return;
    const silentMs = appendToSpool(home, line, at);
    if (silentMs !== null && (silentMs > POKE_EVERY_MS || TURNS.has(sign.event))) await pokeHost(home);
  } catch {
    // A full disk, a folder that is not ours: the agent goes on.
  }
}
