import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { lineDiff } from '#shared/formats/plain-text/line-diff.ts';
import {
  WIRED_EVENTS,
  foreignStatusLine,
  knowsNewer,
  unwire,
  wire,
  wiredIn,
} from '#shared/sources/claude-code/settings-wiring.ts';
import type { Wired } from '#shared/sources/claude-code/settings-wiring.ts';
import type { ClaudeSettings } from '../../adapters/claude/claude-settings-file.ts';
import { claudeVersion } from '../../adapters/claude/claude-version.ts';
import {
  claudeSettingsPath,
  keepCopy,
  readClaudeSettings,
  writeClaudeSettings,
} from '../../adapters/claude/claude-settings-file.ts';
import type { Installed } from './installed.ts';
import { forgetInstalled, keepInstalled, readInstalled } from './installed.ts';

/** What is wanted of the settings of Claude Code. */
export interface Wish {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** How this program is run, with what it needs to find its data folder: `stint`, `stint --home …` goes behind. */
  readonly command: string;
  /** Words behind each command: `--home X`, or ''. */
  readonly words: string;
  readonly statusLine: boolean;
}

/** A change that is not made yet. */
export interface Change {
  readonly settings: string;
  /** Line by line; empty: there is nothing to change. */
  readonly diff: readonly string[];
  /** Said besides: what is left as it is, and why. */
  readonly notes: readonly string[];
  /** Null: nothing is copied. */
  readonly backup: string | null;
  /** Makes it. @throws Problem `conflict` when the file was changed meanwhile; then nothing was written. */
  readonly apply: () => Promise<void>;
}

const keyOf = (settings: string): string => createHash('sha256').update(settings).digest('hex').slice(0, 8);
const copyOf = ({ real }: ClaudeSettings): string => `${real}.before-stint`;

/** What installing would change. @throws Problem `refused` for settings that cannot be read; nothing is written. */
export async function planInstall(wish: Wish): Promise<Change> {
  const settings = await readClaudeSettings(claudeSettingsPath(wish.env));
  const key = keyOf(settings.path);
  const text = settings.text ?? '';
  const before = stateOf(text);
  const run = (what: string): string =>
    [wish.command, what, wish.words].filter((word) => word !== '').join(' ');
  const version = before.plugin ? null : await claudeVersion(wish.env);
  const after = wire(text, {
    hook: before.plugin ? null : run('hook claude'),
    newer: knowsNewer(version),
    statusLine: wish.statusLine ? run('statusline') : null,
    wrap: `--wrap ${key}`,
  });
  const isNew = before.events.length === 0 && ['none', 'other'].includes(before.statusLine);
  const known = readInstalled(wish.home, key);
  return {
    settings: settings.path,
    diff: settings.text === null ? lineDiff('', after) : lineDiff(text, after),
    notes: notesOf(before, wish, version),
    backup: after === text || settings.text === null || !isNew ? null : copyOf(settings),
    apply: async () => {
      if (after === text) return;
      if (settings.text !== null && isNew) await keepCopy(settings, copyOf(settings));
      // First what takes it back again: a line that is wrapped must be found from the first moment on.
      keepInstalled(wish.home, {
        key,
        settings: settings.path,
        before: isNew ? settings.text : (known?.before ?? null),
        after,
        statusLine: foreignStatusLine(text) ?? known?.statusLine ?? null,
      });
      await writeClaudeSettings(settings, after);
    },
  };
}

/** What uninstalling would change: what was there is put back to the letter, unless the file was changed since. */
export async function planUninstall(home: string, env: NodeJS.ProcessEnv): Promise<Change> {
  const settings = await readClaudeSettings(claudeSettingsPath(env));
  const key = keyOf(settings.path);
  const known = readInstalled(home, key);
  const text = settings.text ?? '';
  const restored = restoredText(text, known);
  return {
    settings: settings.path,
    diff: lineDiff(text, restored ?? ''),
    notes: [],
    backup: null,
    apply: async () => {
      if (restored === null) rmSync(settings.real);
      else if (restored !== text) await writeClaudeSettings(settings, restored);
      forgetInstalled(home, key);
      dropCopy(settings, restored);
    },
  };
}

/** Null: there was no file. */
function restoredText(text: string, known: Installed | null): string | null {
  if (known !== null && known.after === text) return known.before;
  return unwire(text, known?.before ?? null, known?.statusLine ?? null);
}

/** The copy is of use only while something else stands there. */
function dropCopy(settings: ClaudeSettings, text: string | null): void {
  const copy = copyOf(settings);
  if (text !== null && existsSync(copy) && readFileSync(copy, 'utf8') === text) rmSync(copy);
}

/** What is wired now. */
export async function installedState(
  home: string,
  env: NodeJS.ProcessEnv,
): Promise<Wired & { readonly settings: string; readonly complete: boolean; readonly wraps: string | null }> {
  const { path, text } = await readClaudeSettings(claudeSettingsPath(env));
  const state = stateOf(text ?? '');
  const line: unknown = JSON.parse(readInstalled(home, keyOf(path))?.statusLine ?? 'null');
  const wraps: unknown = typeof line === 'object' && line !== null ? Reflect.get(line, 'command') : null;
  return {
    ...state,
    settings: path,
    complete: state.plugin || WIRED_EVENTS.every((event) => state.events.includes(event)),
    wraps: state.statusLine === 'wrapped' && typeof wraps === 'string' ? wraps : null,
  };
}

const stateOf = (text: string): Wired =>
  text.replace(/^\uFEFF/, '').trim() === ''
    ? { events: [], statusLine: 'none', plugin: false }
    : wiredIn(text);

function notesOf(before: Wired, { statusLine }: Wish, version: string | null): string[] {
  return [
    ...(before.plugin
      ? ['The plugin of Stint is switched on and brings its own hooks; none are added.']
      : knowsNewer(version)
        ? []
        : [
            version === null
              ? 'Which version Claude Code is could not be asked (is `claude` on the PATH?), so only events that every version knows are added.'
              : `Claude Code ${version} knows fewer events than newer ones do. Run this again after an update.`,
          ]),
    ...(statusLine && before.statusLine === 'other'
      ? ['Your status line is run as before; ours comes below it.']
      : []),
  ];
}
