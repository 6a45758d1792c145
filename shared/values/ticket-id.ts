/** A ticket as the tracker names it, `TB-042`: `[A-Z][A-Z0-9]+-\d+` (design §2 "Tickets"). */
export type TicketId = string & { readonly __ticketId: unique symbol };

// Both cases are named instead of the flag `i`: upper-casing turns ß into SS and ı into I.
const WHOLE = /^[A-Za-z][A-Za-z0-9]+-\d+$/;
// A ticket may follow `/`, `_`, `#` or a bracket, and end at anything that does not carry the name on.
const INSIDE = /(?<![\p{L}\p{N}-])([A-Z][A-Z0-9]+-\d+)(?![\p{L}\p{N}])/gu;

const known = (id: string, prefixes: readonly string[]): boolean =>
  prefixes.length === 0 || prefixes.includes(prefixOf(id));

/** `TB` of `TB-042`. */
export const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

/** Reads one ticket typed by a person (lower case is forgiven); null when it is none. */
export function parseTicketId(text: string): TicketId | null {
  const id = text.trim();
  return WHOLE.test(id) ? (id.toUpperCase() as TicketId) : null;
}

/**
 * The first ticket named in a text (commit message, branch, title), or null.
 * @param prefixes when not empty, only these prefixes are tickets (setting `tickets.prefixes`).
 */
export function findTicketId(text: string, prefixes: readonly string[]): TicketId | null {
  for (const match of text.matchAll(INSIDE)) {
    if (known(match[1]!, prefixes)) return match[1] as TicketId;
  }
  return null;
}
