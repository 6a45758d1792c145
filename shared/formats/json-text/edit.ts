import type { JsonNode } from './read.ts';
import { nodeAt, readJsonText } from './read.ts';

type Path = readonly (string | number)[];

/** How a file is written: what a step inwards is, and how lines end. */
interface Style {
  readonly indent: string;
  readonly newline: string;
}

/**
 * Puts a value at a path of an object: in the place of what stands there, else behind the last member. Everything else
 * keeps its letters. The way there must be objects.
 * @param text JSON; a RangeError otherwise.
 */
export function setMember(text: string, path: Path, key: string, value: unknown): string {
  const root = rootOf(text);
  const at = nodeAt(root, [...path, key]);
  const style = styleOf(text);
  if (at !== null) return splice(text, at, written(value, text, at, style));
  const object = nodeAt(root, path);
  if (object?.kind !== 'object') throw new RangeError('no object there');
  return append(text, object, object.members.at(-1)?.value, `${JSON.stringify(key)}: `, value, style);
}

/** Puts a value behind the last item of a list. */
export function addItem(text: string, path: Path, value: unknown): string {
  const list = nodeAt(rootOf(text), path);
  if (list?.kind !== 'array') throw new RangeError('no list there');
  return append(text, list, list.items.at(-1), '', value, styleOf(text));
}

/** Takes away what stands at a path, with the comma that belongs to it: `addItem` and `setMember` undone. */
export function removeAt(text: string, path: Path): string {
  const root = rootOf(text);
  const holder = nodeAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (holder === null || holder.kind === 'scalar' || last === undefined)
    throw new RangeError('nothing there');
  const parts =
    holder.kind === 'object'
      ? holder.members.map(({ key, start, value }) => ({ key, start, end: value.end }))
      : holder.items.map(({ start, end }, key) => ({ key, start, end }));
  const place = parts.findIndex(({ key }) => key === last);
  if (place < 0) throw new RangeError('nothing there');
  const before = parts[place - 1];
  const after = parts[place + 1];
  if (before) return text.slice(0, before.end) + text.slice(parts[place]!.end);
  if (after) return text.slice(0, parts[place]!.start) + text.slice(after.start);
  return text.slice(0, holder.start + 1) + text.slice(holder.end - 1);
}

function append(
  text: string,
  holder: JsonNode,
  last: JsonNode | undefined,
  label: string,
  value: unknown,
  style: Style,
): string {
  const opening = text[holder.start]!;
  const closing = text[holder.end - 1]!;
  const inner = text.slice(holder.start + 1, holder.end - 1);
  const isOneLine = !inner.includes('\n');
  if (last === undefined) {
    if (style.newline === '')
      return splice(text, holder, `${opening}${label.trimEnd()}${JSON.stringify(value)}${closing}`);
    const outer = indentAt(text, holder.start);
    const own = outer + style.indent;
    const body = `${own}${label}${pretty(value, style, own)}`;
    return splice(text, holder, [opening, body, `${outer}${closing}`].join(style.newline));
  }
  const at = last.end;
  if (isOneLine) {
    const gap = /[,:] /.test(inner) ? ' ' : '';
    const part = `,${gap}${gap === '' ? label.trimEnd() : label}${JSON.stringify(value)}`;
    return text.slice(0, at) + part + text.slice(at);
  }
  const own = indentAt(text, last.start);
  const part = `,${style.newline}${own}${label}${pretty(value, style, own)}`;
  return text.slice(0, at) + part + text.slice(at);
}

const splice = (text: string, { start, end }: JsonNode, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const written = (value: unknown, text: string, at: JsonNode, style: Style): string =>
  style.newline === '' || !text.slice(at.start, at.end).includes('\n')
    ? JSON.stringify(value)
    : pretty(value, style, indentAt(text, at.start));

/** As `JSON.stringify` indents it, below a line that is indented itself. */
const pretty = (value: unknown, { indent, newline }: Style, outer: string): string =>
  newline === ''
    ? JSON.stringify(value)
    : JSON.stringify(value, null, indent).replaceAll('\n', `${newline}${outer}`);

/** The blanks at the beginning of the line on which something stands. */
function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)![0];
}

/** Two blanks, as most write it, where the text does not say. A text without any line's end stays one line. */
function styleOf(text: string): Style {
  const newline = /\r?\n/.exec(text)?.[0];
  if (newline === undefined) return { indent: '  ', newline: /^\s*\{\s*\}\s*$/.test(text) ? '\n' : '' };
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { indent, newline };
}

function rootOf(text: string): JsonNode {
  const read = readJsonText(text);
  if (!read.ok) throw new RangeError('no JSON');
  return read.root;
}
