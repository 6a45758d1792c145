import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ReadStream } from 'node:tty';
import type { StatusLineShape } from '#shared/contract/status-line-operations.ts';
import { branchOfFolder } from '../../adapters/claude/branch-of-folder.ts';
import { dataFolder } from '../../host/data-folder.ts';
import { wrappedCommand } from '../hook/installed.ts';
import { readAll } from '../hook/read-all.ts';
import { flagOf } from '../hook/words.ts';
import { askBriefly } from './ask-briefly.ts';
import { statusLine } from './line.ts';
import { runWrapped } from './run-wrapped.ts';

/**
 * `stint statusline`: what Claude Code runs to draw its status line. Prints the line that was there before ours, if any,
 * and below it the ticket, today's total, the budget and the cost of the session. Never throws: what fails is left out.
 * @param words of the command line: `--home`, and `--wrap` with the name under which the line before ours is kept.
 */
export async function showLine(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  input: Readable & Partial<Pick<ReadStream, 'isTTY'>>,
  now: number,
  out: (text: string) => void,
): Promise<void> {
  try {
    const event = input.isTTY === true ? null : await readAll(input);
    const home = dataFolder(flagOf(words, 'home'), env);
    const folder = folderOf(event);
    const branch = folder === null ? null : branchOfFolder(folder);
    const [before, told] = await Promise.all([
      runWrapped(wrappedCommand(home, flagOf(words, 'wrap')), JSON.stringify(event ?? {}), env),
      askBriefly(home, 'statusline/show', { branch }) as Promise<StatusLineShape | null>,
    ]);
    const earlier = told === null ? recall(home, now) : remember(home, told, now);
    const line = statusLine({ told, earlier, branch, costUsd: costOf(event) }, wantsColour(env));
    const lines = [before, line].filter((one) => one !== '');
    if (lines.length > 0) out(`${lines.join('\n')}\n`);
  } catch {
    // A status line that is empty for once is no harm; one that fails is shown as an error.
  }
}

const wantsColour = (env: NodeJS.ProcessEnv): boolean => (env['NO_COLOR'] ?? '') === '';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Where the agent works (contract "statusLine": every field may be missing). */
function folderOf(event: unknown): string | null {
  const folder = fieldOf(fieldOf(event, 'workspace'), 'current_dir') ?? fieldOf(event, 'cwd');
  return typeof folder === 'string' ? folder : null;
}

function costOf(event: unknown): number | null {
  const cost = fieldOf(fieldOf(event, 'cost'), 'total_cost_usd');
  return typeof cost === 'number' && Number.isFinite(cost) && cost > 0 ? cost : null;
}

const memoryOf = (home: string): string => join(home, 'claude', 'statusline-last.json');

/** Kept for while no host runs, no more often than the numbers change. */
function remember(home: string, { today }: StatusLineShape, now: number): null {
  try {
    if (recall(home, now)?.today === today) return null;
    mkdirSync(join(home, 'claude'), { recursive: true, mode: 0o700 });
    writeFileSync(memoryOf(home), JSON.stringify({ today, at: now }), { mode: 0o600 });
  } catch {
    // Then it is not known while nobody runs.
  }
  return null;
}

/** What was said earlier on this day, by the clock of the machine. */
function recall(home: string, now: number): { today: number; at: string } | null {
  try {
    const file = memoryOf(home);
    if (!statSync(file).isFile()) return null;
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const [today, at] = [fieldOf(kept, 'today'), fieldOf(kept, 'at')];
    if (typeof today !== 'number' || typeof at !== 'number') return null;
    const then = new Date(at);
    if (then.toDateString() !== new Date(now).toDateString()) return null;
    const two = (value: number): string => String(value).padStart(2, '0');
    return { today, at: `${two(then.getHours())}:${two(then.getMinutes())}` };
  } catch {
    return null;
  }
}
