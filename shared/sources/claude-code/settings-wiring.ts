import { addItem, removeAt, setMember } from '../../formats/json-text/edit.ts';
import type { JsonNode } from '../../formats/json-text/read.ts';
import { nodeAt, readJsonText, valueOf } from '../../formats/json-text/read.ts';
import { Problem } from '../../values/problem.ts';
import { said } from '../../values/said.ts';

/**
 * The events our hook listens to, of those Claude Code has had from the first version with plugins on. Which of the 33
 * tell something about time, and which must never be listened to, is in decision 0024.
 */
export const WIRED_EVENTS = [
  'SessionStart',
  'UserPromptSubmit',
  'PreToolUse',
  'PostToolUse',
  'SubagentStop',
  'PreCompact',
  'Notification',
  'Stop',
  'SessionEnd',
] as const;

/** Those it learned later: a version that does not know them refuses its whole settings file for one of them. */
export const NEWER_EVENTS = [
  'PostToolUseFailure',
  'PermissionRequest',
  'PostCompact',
  'StopFailure',
] as const;

/** The first version that knows all of `NEWER_EVENTS`. */
const KNOWS_NEWER = [2, 1, 90] as const;

/** Does this version of Claude Code (`2.1.330`) know the newer events? Null, or what is no version: no. */
export function knowsNewer(version: string | null): boolean {
  const parts = /^(\d+)\.(\d+)\.(\d+)/
    .exec(version ?? '')
    ?.slice(1)
    .map(Number);
  if (parts === undefined) return false;
  const at = KNOWS_NEWER.findIndex((wanted, place) => parts[place] !== wanted);
  return at < 0 || parts[at]! > KNOWS_NEWER[at]!;
}

/** Seconds; ours is back in a twentieth of one. */
const TIMEOUT_S = 5;

/** What the settings are to run. */
export interface Wiring {
  /** `stint hook claude`, or with its whole path; null: hooks are left as they are. */
  readonly hook: string | null;
  /** Claude Code knows `NEWER_EVENTS`, too. */
  readonly newer: boolean;
  /** `stint statusline`; null: the status line is left as it is. */
  readonly statusLine: string | null;
  /** What is put behind `statusLine` where another line is wrapped. */
  readonly wrap: string;
}

/** What the settings run now. */
export interface Wired {
  /** Events with our hook. */
  readonly events: readonly string[];
  readonly statusLine: 'ours' | 'wrapped' | 'other' | 'none';
  /** The plugin is switched on: it brings hooks of its own. */
  readonly plugin: boolean;
}

const OURS = /(?:^|[\s"'\\/])stint(?:\.cjs|\.mjs|\.cmd|\.exe)?["']?\s+(hook\s+claude|statusline)(?![\w-])/;

/** Is it a command of ours, wherever it lies? */
const runsOurs = (command: unknown, what: 'hook claude' | 'statusline'): boolean =>
  typeof command === 'string' && OURS.exec(command)?.[1]?.replace(/\s+/g, ' ') === what;

/** @throws Problem `refused` for what is no JSON, with line and column, or not settings. */
export function wiredIn(text: string): Wired {
  const root = settingsOf(text);
  const command = commandAt(text, root, ['statusLine', 'command']);
  return {
    events: hooksOfOurs(text, root).map(([event]) => event),
    statusLine: runsOurs(command, 'statusline')
      ? / --wrap[ =]/.test(command ?? '')
        ? 'wrapped'
        : 'ours'
      : nodeAt(root, ['statusLine']) === null
        ? 'none'
        : 'other',
    plugin: isPluginOn(text, root),
  };
}

/**
 * Adds our hooks and status line to the text of a `settings.json`; all else keeps its letters and its order. Done already:
 * the same text. @param text '' for a file that is not there yet. @throws Problem `refused`, as `wiredIn` does.
 */
export function wire(text: string, wiring: Wiring): string {
  let out = text.replace(/^\uFEFF/, '').trim() === '' ? '{}\n' : text;
  settingsOf(out);
  if (wiring.hook !== null)
    out = wireHooks(out, wiring.hook, wiring.newer ? [...WIRED_EVENTS, ...NEWER_EVENTS] : WIRED_EVENTS);
  if (wiring.statusLine !== null) out = wireStatusLine(out, wiring.statusLine, wiring.wrap);
  return out;
}

function wireHooks(text: string, command: string, events: readonly string[]): string {
  let out = text;
  const known = new Map(hooksOfOurs(out, settingsOf(out)));
  if (nodeAt(settingsOf(out), ['hooks']) === null) out = setMember(out, [], 'hooks', {});
  for (const event of events) {
    const place = known.get(event);
    if (place !== undefined) {
      if (commandAt(out, settingsOf(out), [...place, 'command']) !== command)
        out = setMember(out, place, 'command', command);
      continue;
    }
    const group = { hooks: [{ type: 'command', command, timeout: TIMEOUT_S, async: true }] };
    const list = nodeAt(settingsOf(out), ['hooks', event]);
    out = list === null ? setMember(out, ['hooks'], event, [group]) : addItem(out, ['hooks', event], group);
  }
  return out;
}

function wireStatusLine(text: string, ours: string, wrap: string): string {
  const root = settingsOf(text);
  const line = nodeAt(root, ['statusLine']);
  if (line === null) return setMember(text, [], 'statusLine', { type: 'command', command: ours });
  const command = commandAt(text, root, ['statusLine', 'command']);
  // One that is no command is not ours to replace.
  if (command === null) return text;
  const wanted = !runsOurs(command, 'statusline') || / --wrap[ =]/.test(command) ? `${ours} ${wrap}` : ours;
  return command === wanted ? text : setMember(text, ['statusLine'], 'command', wanted);
}

/** The command of the status line that is not ours, as it stands there; null: there is none. */
export function foreignStatusLine(text: string): string | null {
  if (text.replace(/^\uFEFF/, '').trim() === '') return null;
  const root = settingsOf(text);
  const node = nodeAt(root, ['statusLine']);
  const command = commandAt(text, root, ['statusLine', 'command']);
  if (node === null || command === null || runsOurs(command, 'statusline')) return null;
  return text.slice(node.start, node.end);
}

/**
 * Takes our hooks and status line out again; all else keeps its letters.
 * @param before the text as it was before ours came, if that is known: what was empty then stays.
 * @param statusLine as `foreignStatusLine` gave it then: its command is put back.
 * @throws Problem `refused`, as `wiredIn` does.
 */
export function unwire(text: string, before: string | null, statusLine: string | null): string {
  if (text.trim() === '') return text;
  let out = text;
  const wasThere = existsIn(before);
  for (;;) {
    const [ours] = hooksOfOurs(out, settingsOf(out));
    if (ours === undefined) break;
    // The hook, then what only held it: its group, the list of its event, all hooks.
    let path = ours[1];
    out = removeAt(out, path);
    for (path = path.slice(0, -1); path.length > 0; path = path.slice(0, -1)) {
      if (path.at(-1) === 'hooks' && path.length > 1) {
        if (!isEmpty(out, path)) break;
        continue;
      }
      const holdsNothing = path.length === 3 ? isEmpty(out, [...path, 'hooks']) : isEmpty(out, path);
      if (!holdsNothing || (path.length < 3 && wasThere(path))) break;
      out = removeAt(out, path);
    }
  }
  const root = settingsOf(out);
  if (!runsOurs(commandAt(out, root, ['statusLine', 'command']), 'statusline')) return out;
  const old: unknown = statusLine === null ? null : JSON.parse(statusLine);
  const command: unknown = typeof old === 'object' && old !== null ? Reflect.get(old, 'command') : null;
  return typeof command === 'string'
    ? setMember(out, ['statusLine'], 'command', command)
    : removeAt(out, ['statusLine']);
}

function existsIn(before: string | null): (path: readonly (string | number)[]) => boolean {
  const read = before === null ? null : readJsonText(before);
  return (path) => read?.ok === true && nodeAt(read.root, path) !== null;
}

function isEmpty(text: string, path: readonly (string | number)[]): boolean {
  const node = nodeAt(settingsOf(text), path);
  return node?.kind === 'array'
    ? node.items.length === 0
    : node?.kind === 'object' && node.members.length === 0;
}

/** Event and path of each of our hooks. */
function hooksOfOurs(text: string, root: JsonNode): [string, (string | number)[]][] {
  const hooks = nodeAt(root, ['hooks']);
  if (hooks?.kind !== 'object') return [];
  return hooks.members.flatMap(({ key: event, value: groups }) =>
    groups.kind !== 'array'
      ? []
      : groups.items.flatMap((group, at) => {
          const list = nodeAt(group, ['hooks']);
          if (list?.kind !== 'array') return [];
          return list.items.flatMap((hook, place): [string, (string | number)[]][] =>
            runsOurs(commandAt(text, hook, ['command']), 'hook claude')
              ? [[event, ['hooks', event, at, 'hooks', place]]]
              : [],
          );
        }),
  );
}

function isPluginOn(text: string, root: JsonNode): boolean {
  const plugins = nodeAt(root, ['enabledPlugins']);
  return (
    plugins?.kind === 'object' &&
    plugins.members.some(({ key, value }) => key.startsWith('stint@') && valueOf(text, value) === true)
  );
}

function commandAt(text: string, from: JsonNode, path: readonly (string | number)[]): string | null {
  const node = nodeAt(from, path);
  const value = node?.kind === 'scalar' ? valueOf(text, node) : null;
  return typeof value === 'string' ? value : null;
}

/** The tree of a settings file, of which what we add to has the kind it should have. */
function settingsOf(text: string): JsonNode {
  const read = readJsonText(text);
  if (!read.ok) {
    const where = said`line ${read.line}, column ${read.column}`;
    const what =
      read.fault === 'comment'
        ? said`there is a comment, which JSON does not have`
        : read.fault === 'comma'
          ? said`there is a comma too many`
          : read.fault === 'twice'
            ? said`a key stands there for the second time`
            : read.fault === 'ended'
              ? said`it ends too early`
              : read.fault === 'deep'
                ? said`it nests too deeply`
                : said`this is not JSON`;
    throw new Problem(
      'refused',
      said`The settings of Claude Code cannot be read: ${where}: ${what}. Nothing was written.`,
      said`Correct the file, then try again.`,
    );
  }
  const { root } = read;
  const hooks = nodeAt(root, ['hooks']);
  const wrong =
    root.kind !== 'object'
      ? said`the whole file`
      : hooks !== null && hooks.kind !== 'object'
        ? 'hooks'
        : hooks?.kind === 'object'
          ? (hooks.members.find(
              ({ key, value }) =>
                [...WIRED_EVENTS, ...NEWER_EVENTS].some((event) => event === key) && value.kind !== 'array',
            )?.key ?? null)
          : null;
  if (wrong === null) return root;
  throw new Problem(
    'refused',
    said`The settings of Claude Code are not as it understands them: ${wrong}. Nothing was written.`,
    said`Correct the file, then try again.`,
  );
}
