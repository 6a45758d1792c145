/** A ticket as the picker offers it. */
export interface KnownTicket {
  readonly ticket: string;
  readonly title: string;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** `TB-042` as people type it in a hurry: `tb42`. */
const hurried = (ticket: string) => ticket.toLowerCase().replace(/-0*/, '');

function isSubsequence(needle: string, hay: string): boolean {
  let at = 0;
  for (const letter of hay) if (letter === needle[at]) at += 1;
  return at === needle.length;
}

/** How well a ticket fits what was typed: 0 is best, null is not at all. */
function rank(query: string, ticket: KnownTicket): number | null {
  const id = ticket.ticket.toLowerCase();
  const title = ticket.title.toLowerCase();
  const asked = query.toLowerCase();
  const short = bare(query);
  if (id === asked) return 0;
  if (id.startsWith(asked) || hurried(ticket.ticket).startsWith(short)) return 1;
  if (id.includes(asked)) return 2;
  if (title.split(/\s+/).some((word) => word.startsWith(asked))) return 3;
  if (title.includes(asked)) return 4;
  return short.length > 1 && isSubsequence(short, bare(`${id}${title}`)) ? 5 : null;
}

/** The tickets that fit, best first; equally good ones keep their order (most recent first). */
export function matchTickets<T extends KnownTicket>(
  query: string,
  tickets: readonly T[],
  limit: number,
): T[] {
  const asked = query.trim();
  if (asked === '') return tickets.slice(0, limit);
  return tickets
    .map((ticket) => ({ ticket, rank: rank(asked, ticket) }))
    .filter((found): found is { ticket: T; rank: number } => found.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((found) => found.ticket);
}
