import { parseDocument } from 'yaml';
import type { Minutes } from '../../values/minutes.ts';
import { parseDuration } from '../../values/minutes.ts';
import { said } from '../../values/said.ts';
import type { TicketId } from '../../values/ticket-id.ts';
import { parseTicketId } from '../../values/ticket-id.ts';
import { namedLabel, plainLabels, plainText } from './plain-text.ts';
import type { FactsTold } from './tracker.ts';

/** Larger files are no tickets, in bytes. */
export const LARGEST_TICKET_FILE = 256 * 1024;
/** Front matter beyond this is none, in characters: a parser has its price. */
const LONGEST_FRONT_MATTER = 16 * 1024;
/** Opening brackets in front matter that nobody writes by hand. */
const DEEPEST = 200;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** What else a ticket file says, kept as labels that name themselves: `customer:Acme`. */
const NAMED = ['component', 'customer', 'sprint', 'plan', 'x-rd-category'] as const;

/** What a ticket file says, or why it says nothing. */
export type FileTold =
  { readonly kind: 'facts'; readonly facts: FactsTold } | { readonly kind: 'nonsense'; readonly why: string };

/**
 * Reads `.tract/tickets/TB-042.md`: YAML front matter with `id title type status estimate labels component customer
 * sprint plan x-rd-category`. What is missing or of a wrong kind is left out; a file without a title says nothing.
 * Whatever the file holds, this ends soon and never throws.
 * @param ticket of its name; a file whose `id` is another ticket is not its file.
 * @param workingHoursPerDay what `1d` of an estimate means, in hours.
 */
export function readTicketFile(text: string, ticket: TicketId, workingHoursPerDay: number): FileTold {
  const front = FRONT_MATTER.exec(text.slice(0, LONGEST_FRONT_MATTER))?.[1];
  if (front === undefined)
    return nonsense(said`it does not begin with front matter between two lines of ---`);
  const fields = fieldsOf(front);
  if (fields === null) return nonsense(said`its front matter is not readable as YAML`);
  const id = plainText(fields.get('id'));
  if (id !== null && parseTicketId(id) !== ticket) return nonsense(said`its id is another one than its name`);
  const title = plainText(fields.get('title'));
  if (title === null) return nonsense(said`it has no title`);
  return {
    kind: 'facts',
    facts: {
      title,
      type: plainText(fields.get('type')),
      status: plainText(fields.get('status')),
      estimate: estimateOf(fields.get('estimate'), workingHoursPerDay),
      labels: plainLabels([
        ...listOf(fields.get('labels')),
        ...NAMED.flatMap((name) => listOf(fields.get(name)).flatMap((value) => namedLabel(name, value))),
      ]),
      url: null,
    },
  };
}

const nonsense = (why: string): FileTold => ({ kind: 'nonsense', why });

function fieldsOf(front: string): ReadonlyMap<string, unknown> | null {
  if ((front.match(/[[{]/g)?.length ?? 0) > DEEPEST) return null;
  try {
    const document = parseDocument(front, { logLevel: 'silent', prettyErrors: false, strict: false });
    if (document.errors.length > 0) return null;
    // A few aliases are fine; a bomb of them is not.
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    if (!(value instanceof Map)) return null;
    return new Map(
      [...value].flatMap(([key, one]) => (typeof key === 'string' ? [[key, one] as const] : [])),
    );
  } catch {
    // Deeper or more knotted than a parser likes.
    return null;
  }
}

/** A list, or words with commas between them. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.slice(0, 2000).split(',') : value === undefined ? [] : [value];
}

/** `1d2h`, `90m`, `2h 30m`; a bare number says neither hours nor minutes, so it says nothing. */
function estimateOf(value: unknown, workingHoursPerDay: number): Minutes | null {
  if (typeof value !== 'string') return null;
  const read = parseDuration(value.replaceAll(/\s+/g, ''), workingHoursPerDay);
  return read !== null && read > 0 ? read : null;
}
