/** A value in a JSON text, with where it stands: offsets of its first letter and behind its last. */
export type JsonNode =
  | {
      readonly kind: 'object';
      readonly start: number;
      readonly end: number;
      readonly members: readonly JsonMember[];
    }
  | {
      readonly kind: 'array';
      readonly start: number;
      readonly end: number;
      readonly items: readonly JsonNode[];
    }
  | { readonly kind: 'scalar'; readonly start: number; readonly end: number };

export interface JsonMember {
  readonly key: string;
  /** Of the opening quote of the key. */
  readonly start: number;
  readonly value: JsonNode;
}

/** The text as a tree; or where it is no JSON, with line and column from 1, and in which way. */
export type JsonRead =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly fault: JsonFault };

export type JsonFault = 'unexpected' | 'ended' | 'comment' | 'comma' | 'twice' | 'deep';

/** Deeper than any settings; a text that nests without end overflows no stack. */
const DEEPEST = 200;
const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** How a text is not JSON, and at which offset. */
class Fault extends Error {
  readonly at: number;
  readonly fault: JsonFault;
  constructor(at: number, fault: JsonFault) {
    super(fault);
    this.at = at;
    this.fault = fault;
  }
}

/**
 * Reads JSON as RFC 8259 has it, and keeps where everything stands, so that a part can be changed and nothing else.
 * A key that stands twice in one object is a fault here: which one counts is not for us to say. A leading byte order
 * mark is passed over. Never throws.
 */
export function readJsonText(text: string): JsonRead {
  try {
    return { ok: true, root: readWhole(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at);
    const line = before.split('\n').length;
    return { ok: false, line, column: error.at - before.lastIndexOf('\n'), fault: error.fault };
  }
}

function readWhole(text: string): JsonNode {
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  const matched = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const wrong = (): Fault => {
    if (at >= text.length) return new Fault(at, 'ended');
    return new Fault(at, /^\/[/*]/.test(text.slice(at, at + 2)) ? 'comment' : 'unexpected');
  };
  const skip = (): void => void matched(SPACE);
  const take = (letter: string): boolean => {
    skip();
    if (text[at] !== letter) return false;
    at += 1;
    return true;
  };
  const string = (): string => {
    const found = matched(STRING);
    if (found === null) throw wrong();
    return JSON.parse(found) as string;
  };

  /** Reads what stands between brackets, one after the other. */
  const all = (close: string, one: () => void): number => {
    if (take(close)) return at;
    for (;;) {
      skip();
      one();
      if (take(close)) return at;
      const comma = at;
      if (!take(',')) throw wrong();
      skip();
      if (text[at] === close) throw new Fault(comma, 'comma');
    }
  };
  const value = (depth: number): JsonNode => {
    if (depth > DEEPEST) throw new Fault(at, 'deep');
    skip();
    const start = at;
    if (take('{')) {
      const members: JsonMember[] = [];
      const known = new Set<string>();
      const end = all('}', () => {
        const from = at;
        const key = string();
        if (known.has(key)) throw new Fault(from, 'twice');
        known.add(key);
        if (!take(':')) throw wrong();
        members.push({ key, start: from, value: value(depth + 1) });
      });
      return { kind: 'object', start, end, members };
    }
    if (take('[')) {
      const items: JsonNode[] = [];
      const end = all(']', () => items.push(value(depth + 1)));
      return { kind: 'array', start, end, items };
    }
    if (text[at] === '"') string();
    else if (matched(SCALAR) === null) throw wrong();
    return { kind: 'scalar', start, end: at };
  };

  const root = value(0);
  skip();
  if (at < text.length) throw wrong();
  return root;
}

/** What a node says. */
export const valueOf = (text: string, node: JsonNode): unknown =>
  JSON.parse(text.slice(node.start, node.end)) as unknown;

/** The node at a path of keys and places; null: there is none. */
export function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode | null {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'array' ? node.items[step] : undefined;
    else node = node?.kind === 'object' ? node.members.find(({ key }) => key === step)?.value : undefined;
  }
  return node ?? null;
}
