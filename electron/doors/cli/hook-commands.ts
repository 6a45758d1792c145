import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../../host/data-folder.ts';
import { programFolder } from '../../host/program.ts';
import { Problem } from '#shared/values/problem.ts';
import { said } from '#shared/values/said.ts';
import type { Change } from '../hook/install.ts';
import { installedState, planInstall, planUninstall } from '../hook/install.ts';
import { ownCommand, quoted } from '../hook/own-command.ts';
import type { OwnCall } from './own-call.ts';
import type { Paper } from './paper.ts';
import { paperOf } from './paper.ts';
import type { Terminal } from './terminal.ts';

/** `stint hook install`: shows what would change in Claude Code's settings, asks, and changes it. */
export async function installHook(call: OwnCall): Promise<number> {
  const { home, input, terminal } = call;
  const change = await planInstall({
    home,
    env: terminal.env,
    command: ownCommand({
      folder: programFolder(),
      execPath: process.execPath,
      platform: process.platform,
      env: terminal.env,
    }),
    words: home === usualFolder(terminal) ? '' : `--home ${quoted(home, process.platform)}`,
    statusLine: input['statusline'] !== false,
  });
  return carryOut(call, change, {
    nothing: `${change.settings} runs Stint already.`,
    question: 'Change it so?',
    done: 'Claude Code tells Stint from its next session on. `stint hook uninstall` takes it back.',
  });
}

/** `stint hook uninstall`: puts back what was there. */
export async function uninstallHook(call: OwnCall): Promise<number> {
  const change = await planUninstall(call.home, call.terminal.env);
  return carryOut(call, change, {
    nothing: `${change.settings} does not run Stint.`,
    question: 'Change it so?',
    done: 'Claude Code runs nothing of Stint any more.',
  });
}

/** `stint hook status`. */
export async function hookStatus({ home, json, terminal }: OwnCall): Promise<number> {
  const state = { ...(await installedState(home, terminal.env)), pluginFolder: pluginFolder() };
  const paper = paperFor(terminal);
  const lines = [
    `  ${paper.paint('dim', state.settings)}`,
    state.plugin
      ? `  ${paper.paint('good', '✓')} Hooks: by the plugin`
      : state.complete
        ? `  ${paper.paint('good', '✓')} Hooks: ${state.events.length} events`
        : state.events.length > 0
          ? `  ${paper.paint('warn', '!')} Hooks: some only (${state.events.join(', ')}); run \`stint hook install\``
          : `  ${paper.paint('dim', '–')} Hooks: none; run \`stint hook install\``,
    {
      ours: `  ${paper.paint('good', '✓')} Status line: Stint’s`,
      wrapped: `  ${paper.paint('good', '✓')} Status line: Stint’s below yours${state.wraps === null ? '' : ` (${paper.paint('dim', state.wraps)})`}`,
      other: `  ${paper.paint('dim', '–')} Status line: another one`,
      none: `  ${paper.paint('dim', '–')} Status line: none`,
    }[state.statusLine],
    `  ${paper.paint('dim', `Plugin: ${state.pluginFolder ?? 'not part of this installation'}`)}`,
  ];
  terminal.out(json ? `${JSON.stringify(state)}\n` : `${lines.join('\n')}\n`);
  return 0;
}

/** Beside the archive in a package; null: it was left out. */
function pluginFolder(): string | null {
  const folder = programFolder();
  const [inPackage, inCheckout] = [
    join(folder, '..', 'claude-plugin'),
    join(folder, 'build', 'claude-plugin'),
  ];
  return [folder.endsWith('.asar') ? inPackage : inCheckout].find((one) => existsSync(one)) ?? null;
}

async function carryOut(
  { input, json, terminal }: OwnCall,
  change: Change,
  words: { readonly nothing: string; readonly question: string; readonly done: string },
): Promise<number> {
  const paper = paperFor(terminal);
  const { settings, diff, notes, backup } = change;
  const tell = (done: boolean): void => {
    if (json)
      terminal.out(
        `${JSON.stringify({ settings, changed: done, diff, notes, backup: done ? backup : null })}\n`,
      );
  };
  if (diff.length === 0) {
    tell(false);
    if (!json) terminal.out(`${[words.nothing, ...notes].join('\n')}\n`);
    return 0;
  }
  if (!json) {
    terminal.out(
      `${paper.paint('bold', settings)}\n${diff.map((line) => diffLine(line, paper)).join('\n')}\n`,
    );
    for (const note of notes) terminal.out(`${note}\n`);
    if (backup !== null) terminal.out(`A copy is kept as ${backup}.\n`);
  }
  if (input['yes'] !== true && !(await agreed(terminal, json ? null : words.question))) {
    if (!json) terminal.out('Nothing was changed.\n');
    tell(false);
    return 0;
  }
  await change.apply();
  tell(true);
  if (!json) terminal.out(`${paper.paint('good', '✓')} ${words.done}\n`);
  return 0;
}

async function agreed(terminal: Terminal, question: string | null): Promise<boolean> {
  const answer = question === null ? null : await terminal.confirm(question);
  if (answer !== null) return answer;
  throw new Problem(
    'usage',
    said`There is nobody to ask, so nothing was changed.`,
    said`Say --yes to have it changed without being asked.`,
  );
}

function diffLine(line: string, paper: Paper): string {
  const tone = line.startsWith('+') ? 'good' : line.startsWith('-') ? 'bad' : 'dim';
  return paper.paint(tone, line);
}

const paperFor = (terminal: Terminal): Paper =>
  paperOf({
    colour: terminal.columns !== null && (terminal.env['NO_COLOR'] ?? '') === '',
    width: Infinity,
  });

/** The data folder a hook finds by itself: Claude Code hands on the environment it was started in, not this one. */
const usualFolder = ({ env }: Terminal): string => dataFolder(undefined, { ...env, STINT_HOME: undefined });
