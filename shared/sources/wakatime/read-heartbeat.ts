import type { EditorBeat } from '../../evidence/editor-beat.ts';
import type { Instant } from '../../values/instant.ts';
import { instant } from '../../values/instant.ts';
import { said } from '../../values/said.ts';

/** Reading what WakaTime's plugins send. They leave out and set to null whatever they like; only these facts are kept. */

/** Clocks of two programs on one machine differ by nothing; of a container and its host by little. In ms. */
export const FUTURE_MS = 10 * 60_000;
/** There were no plugins before: a beat from then has a broken clock. */
const FIRST = Date.UTC(2000, 0, 1);
const LONGEST = 200;

/** A beat that was understood, or why not, by field (contract: `{"errors":{"time":["…"]}}`, which the sender drops). */
export type ReadBeat = { readonly beat: EditorBeat } | { readonly errors: Record<string, string[]> };

/** What is known beside the beat itself. */
export interface BeatContext {
  readonly user: string;
  readonly now: Instant;
  /** The editor of the request's own `User-Agent`, for beats that do not name theirs. */
  readonly editor: string | null;
  /** What the beat before this one was about: browsers send `<<LAST_PROJECT>>` and the like. */
  readonly last: Pick<EditorBeat, 'project' | 'branch' | 'language'> | null;
}

/**
 * Reads one heartbeat. Of the entity only the name of the file (or the host of an address) is kept: folders and pages
 * are nobody's business, and with the moment it still tells one beat from another.
 */
export function readHeartbeat(value: unknown, context: BeatContext): ReadBeat {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { errors: { heartbeat: [said`must be an object`] } };
  const of = (name: string): unknown => Reflect.get(value, name);
  const errors: Record<string, string[]> = {};
  const at = timeOf(of('time'), context.now, errors);
  const type = typeOf(of('type'));
  const entity = entityOf(of('entity'), type);
  if (entity === null) errors['entity'] = [said`must be the name of a file, a domain or an application`];
  if (at === null || entity === null) return { errors };
  return {
    beat: {
      user: context.user,
      at,
      entity,
      type,
      category: textOf(of('category'))?.toLowerCase() ?? 'coding',
      project: orLast(of('project'), context.last?.project) ?? orLast(of('alternate_project'), null),
      branch: orLast(of('branch'), context.last?.branch),
      language: orLast(of('language'), context.last?.language),
      editor: editorOf(of('user_agent')) ?? context.editor,
      isWrite: of('is_write') === true,
    },
  };
}

/** Does it say what an agent did, and nothing of the person? */
export const isAgentBeat = (beat: Pick<EditorBeat, 'category'>): boolean => beat.category === 'ai coding';

/**
 * The editor in `wakatime/v1.98 (linux-6.1-x86_64) go1.22 vscode/1.85.0 vscode-wakatime/24.2.0`: what stands before the
 * plugin, else the plugin's own name.
 */
export function editorOf(userAgent: unknown): string | null {
  const agent = textOf(userAgent);
  const plugin = agent === null ? null : /(?:^|\s)([\w.+-]{1,60})-wakatime(?:\/|\s|$)/i.exec(agent);
  if (agent === null || plugin === null) return null;
  const before = /([\w.+-]{1,60})\/[^\s/]*\s*$/.exec(agent.slice(0, plugin.index));
  // Before a plugin that names no editor stands what the command line was built with.
  const named = before !== null && !/^(?:wakatime|go\d|python)/i.test(before[1]!) ? before[1]! : plugin[1]!;
  return named.toLowerCase();
}

function timeOf(value: unknown, now: Instant, errors: Record<string, string[]>): Instant | null {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const refuse = (why: string): null => {
    errors['time'] = [why];
    return null;
  };
  if (typeof seconds !== 'number' || !Number.isFinite(seconds))
    return refuse(said`must be seconds since 1970`);
  // Rounded, for seconds with a fraction do not fit into a float: what is sent again is to fall on the same moment.
  const ms = Math.round(seconds * 1000);
  if (ms < FIRST) return refuse(said`is before there were plugins; check the clock`);
  if (ms > now + FUTURE_MS) return refuse(said`is in the future; check the clock`);
  return instant(ms);
}

const TYPES: readonly EditorBeat['type'][] = ['file', 'app', 'domain', 'url'];
/** A type nobody knows (there are new ones) is an application's. */
const typeOf = (value: unknown): EditorBeat['type'] =>
  value === null || value === undefined ? 'file' : (TYPES.find((type) => type === value) ?? 'app');

function entityOf(value: unknown, type: EditorBeat['type']): string | null {
  if (typeof value !== 'string') return null;
  if (type === 'url' || type === 'domain') {
    // Without user, port, path and query.
    const host = /^(?:[a-z][\w+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#:]+)/i.exec(value.trim())?.[1];
    return clean(host ?? '');
  }
  return clean(value.split(/[\\/]/).findLast((part) => part !== '') ?? '');
}

/** `<<LAST_PROJECT>>`: as before. */
function orLast(value: unknown, last: string | null | undefined): string | null {
  const text = textOf(value);
  return text !== null && /^<<.*>>$/.test(text) ? (last ?? null) : text;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? clean(value) : null);

function clean(text: string): string | null {
  const shown = text
    .slice(0, 2 * LONGEST)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();
  return shown === '' ? null : shown;
}
