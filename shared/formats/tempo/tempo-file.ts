import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { CATALOGUE } from '../../settings/catalogue.ts';
import type { Layer, LayeredKey, LayerProblem, LayerValue, Place } from '../../settings/layers.ts';
import { said } from '../../values/said.ts';
import { KNOWN, rightOf } from './tempo-keys.ts';

/** YAML 1.2 reads `2h` as text and guesses nothing; aliases are never expanded. */
const OPTIONS = { version: '1.2', uniqueKeys: true, merge: false, logLevel: 'silent' } as const;
/** In bytes. A configuration written by hand is a hundredth of it. */
export const LARGEST_TEMPO_FILE = 128 * 1024;
/** So deep are brackets nested before it is taken for an attack on the reader; those of this file are 4 deep. */
const DEEPEST = 50;
/** So many things are told of a file; more help nobody. */
const MOST_PROBLEMS = 20;

/** Whose file it is. */
export type FileOf = Pick<Layer, 'file' | 'repository'>;

/**
 * Reads the `tempo:` section of `.tract/config.yaml` or of `defaults.yaml` (document 4 §7), and the repository's prefix.
 * What cannot be read says nothing and is named with line and column. Never throws.
 */
export function readTempoFile(text: string, of: FileOf): Layer {
  const lines = new LineCounter();
  const problems: LayerProblem[] = [];
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: of.file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tell = (
    kind: LayerProblem['kind'],
    offset: number,
    message: string,
    key: LayeredKey | null = null,
  ): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ ...placeOf(offset), kind, key, message });
  };
  const nothing = (): Layer => ({ ...of, prefix: null, values: {}, problems });
  if (text.length > LARGEST_TEMPO_FILE || isTooDeep(text)) {
    tell('refused', 0, said`The file is larger or deeper than a configuration is; nothing of it counts.`);
    return nothing();
  }
  let file: Document;
  try {
    file = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  } catch {
    tell('refused', 0, said`It is not readable as YAML; nothing of it counts.`);
    return nothing();
  }
  const [error] = file.errors;
  if (error) {
    const words = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    tell('refused', error.pos[0], said`It is not readable as YAML (${words}); nothing of it counts.`);
    return nothing();
  }
  if (file.contents === null) return nothing();
  if (!isMap(file.contents)) {
    tell('refused', offsetOf(file.contents), said`It is no configuration: no keys with values.`);
    return nothing();
  }
  const values: Partial<Record<LayeredKey, LayerValue>> = {};
  /** Keys of a section: settings, sections below, and what nobody knows. */
  const walk = (node: unknown, path: string): void => {
    if (isScalar(node) && node.value === null) return; // `tempo:` with nothing below it
    if (!isMap(node)) {
      tell('refused', offsetOf(node), said`${path} has to be a section with keys; nothing in it counts.`);
      return;
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '?';
      const full = `${path}.${name}`;
      const known = Object.hasOwn(KNOWN, full) ? KNOWN[full]! : null;
      if (known === null) tell('unknown', offsetOf(key), unknownWords(full));
      else if (known === 'section') walk(value, full);
      else if (value !== null) {
        const plain = plainOf(value);
        const read = CATALOGUE[known].schema.safeParse(plain);
        if (read.success) values[known] = { value: read.data, at: placeOf(offsetOf(value)) };
        else {
          const at = read.error.issues[0]?.path ?? [];
          const words = refusedWords(full, shown(plain), rightOf(known));
          tell('refused', offsetOf(deepest(value, at)), words, known);
        }
      }
    }
  };
  let prefix: string | null = null;
  for (const { key, value } of file.contents.items) {
    const name = isScalar(key) ? key.value : null;
    if (name === 'tempo' && value !== null) walk(value, 'tempo');
    if (name === 'prefix' && of.repository !== null) {
      const plain = plainOf(value);
      if (typeof plain === 'string' && /^[A-Z][A-Z0-9]{0,30}$/.test(plain)) prefix = plain;
      else
        tell(
          'refused',
          offsetOf(value ?? key),
          said`prefix is ${shown(plain)}: it has to be capitals such as TB.`,
        );
    }
  }
  return { ...of, prefix, values: values as Layer['values'], problems };
}

const unknownWords = (key: string): string => {
  const last = key
    .split('.')
    .at(-1)!
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  const near = Object.keys(KNOWN).find((one) => one.split('.').at(-1)!.replaceAll('_', '') === last);
  return near === undefined
    ? said`Stint does not know ${cut(key)} and leaves it alone.`
    : said`Stint does not know ${cut(key)} and leaves it alone. Did you mean ${near}?`;
};

const refusedWords = (key: string, value: string, right: string): string =>
  said`${key} is ${value}, which is not allowed: it has to be ${right}. What counts instead: stint config explain ${key}`;

const offsetOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0;

/** The node at a path, or the last one on the way to it. */
function deepest(node: unknown, path: readonly PropertyKey[]): unknown {
  let at = node;
  for (const step of path) {
    const next = isMap(at) || isSeq(at) ? at.get(step, true) : undefined;
    if (next === undefined || next === null) return at;
    at = next;
  }
  return at;
}

/** What a node says as plain data, three steps deep: nothing here is deeper. An alias is what no setting is. */
function plainOf(node: unknown, depth = 3): unknown {
  if (isScalar(node)) return node.value;
  if (isAlias(node)) return Symbol.for('alias');
  if (depth === 0) return Symbol.for('deep');
  if (isSeq(node)) return node.items.map((item) => plainOf(item, depth - 1));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plainOf(value, depth - 1)]),
    );
  return node;
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const shown = (value: unknown): string =>
  cut(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'symbol' ? `(${one.description})` : one)) ??
      String(value),
  );

/** Brackets or indents that are nested deeper than any configuration; quotes are not looked at, as nobody writes so many. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  // `- - - -` and `a: - ? ` nest on one line; below each other, each level indents by one at least.
  return /^ {200,}\S/m.test(text) || /(?:[-?] ){50}/.test(text);
}
